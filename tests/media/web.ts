/** A web server for tests, on this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, isIPv6, type LookupFunction } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'

export type Route = (response: ServerResponse, request: IncomingMessage) => void

export interface Web {
  /** The address of a path. */
  readonly at: (path: string, host?: string) => string
  /** What was asked since the test began: method and path. */
  readonly asked: string[]
}

/** Serves paths while a file's tests run. A query does not count. */
export function serve(routes: Readonly<Record<string, Route>>): Web {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url?.replace(/\?.*$/, '') ?? ''
    asked.push(`${request.method} ${request.url}`)
    // Clients cut connections here.
    request.socket.on('error', () => {})
    const route = routes[path]
    if (route === undefined) response.writeHead(404).end('nothing here')
    else route(response, request)
  })
  useServer(server)
  beforeEach(() => {
    asked.length = 0
  })
  return { asked, at: (path, host = '127.0.0.1') => `http://${host}:${portOf(server)}${path}` }
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** Listens while a file's tests run. */
export function useServer(server: Server): void {
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
}

export const text =
  (body: string, headers: Record<string, string> = {}): Route =>
  (response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': Buffer.byteLength(body), ...headers })
      .end(body)

export const redirect =
  (location: string, status = 302): Route =>
  (response) =>
    response.writeHead(status, { Location: location }).end('it has moved')

/** Sends just these bytes, whether they are HTTP or not, and closes the connection. */
export const raw =
  (answer: string): Route =>
  ({ socket }) =>
    socket?.end(answer.replaceAll('\n', '\r\n'), 'latin1')

/** Writes one chunk after the other for as long as somebody reads. */
export const endless =
  (chunk: Uint8Array, headers: Record<string, string> = {}): Route =>
  (response) => {
    response.writeHead(200, headers)
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  }

/** Does nothing any more. */
export const silent: Route = () => {}

/** Knows just these names. */
export const lookupOf =
  (names: Readonly<Record<string, readonly string[]>>): LookupFunction =>
  (name, { all }, found) => {
    const addresses = (names[name] ?? []).map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }))
    const [first] = addresses
    if (first === undefined)
      found(Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), '')
    else if (all === true) found(null, addresses)
    else found(null, first.address, first.family)
  }

/** Servers of audio, good ones and others. */
import type { ServerResponse } from 'node:http'
import type { HttpClient } from '../../src/media/http.ts'
import type { Made } from './made.ts'
import type { Route } from './web.ts'

const wholeHeaders = { 'Content-Type': 'audio/mpeg', ETag: '"1"' }

/** As a good server gives a file. */
export const file =
  (content: Made, headers: Record<string, string> = {}): Route =>
  (response, request) => {
    setHeaders(response, { ...wholeHeaders, 'Accept-Ranges': 'bytes', ...headers })
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (first === undefined) return whole(content, headers)(response, request)
    const start = Number(first)
    if (start >= content.size) return response.writeHead(416, { 'Content-Range': `bytes */${content.size}` }).end()
    const end = Math.min(Number(last) + 1, content.size)
    response.writeHead(206, {
      'Content-Range': `bytes ${start}-${end - 1}/${content.size}`,
      'Content-Length': end - start,
    })
    response.end(content.bytes(start, end - start))
  }

/** As a server does that sends files from their start to their end only. */
export const whole =
  (content: Made, headers: Record<string, string> = {}): Route =>
  (response, request) => {
    setHeaders(response, { ...wholeHeaders, 'Content-Length': String(content.size), ...headers })
    response.writeHead(200)
    if (request.method === 'HEAD') response.end()
    else pour(response, content)
  }

/** As a server does that begins to send before it knows where it will end. */
export const unended =
  (content: Made, headers: Record<string, string> = {}): Route =>
  (response, request) => {
    setHeaders(response, { ...wholeHeaders, ...headers })
    response.writeHead(200)
    if (request.method === 'HEAD') response.end()
    else pour(response, content)
  }

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) if (value !== '') response.setHeader(name, value)
}

/** Writes for as long as somebody reads. */
function pour(response: ServerResponse, { size, bytes }: Made): void {
  let at = 0
  const more = (): void => {
    while (at < size) {
      const chunk = bytes(at, Math.min(64 * 1024, size - at))
      at += chunk.length
      if (response.destroyed || !response.write(chunk)) return
    }
    response.end()
  }
  response.on('drain', more)
  more()
}

/** HEAD is answered in another way than GET. */
export const headOf =
  (head: Route, get: Route): Route =>
  (response, request) =>
    (request.method === 'HEAD' ? head : get)(response, request)

/** The answers come in this order; the last one again and again. */
export function inTurn(...routes: readonly Route[]): Route {
  let count = 0
  return (response, request) => routes[Math.min(count++, routes.length - 1)]?.(response, request)
}

export const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (response) =>
    response.writeHead(code, headers).end('words about it')

/** Counts requests, and how much of bodies is read. */
export function counting(
  client: HttpClient,
): HttpClient & { readonly read: () => number; readonly asked: () => number } {
  let read = 0
  let asked = 0
  return {
    ...client,
    request: async (url, options) => {
      asked++
      const reply = await client.request(url, options)
      read += reply.body.length
      return reply
    },
    read: () => read,
    asked: () => asked,
  }
}

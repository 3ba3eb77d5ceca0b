import { type Agent, type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib'
import type { Clock } from './http-clock.ts'
import { type Failure, failureOf, type Phase } from './http-failure.ts'

/** What one server is asked. */
export interface Question {
  readonly method: 'HEAD' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly agents: { readonly http: Agent; readonly https: Agent }
  /** Whether a body should be read, by what stands before it. */
  readonly wants: (head: ReplyHead) => boolean
  /** Takes a piece of the body, decompressed; false: no more is wanted. */
  readonly take: (chunk: Uint8Array) => boolean
}

/** What stands before a body. */
export interface ReplyHead {
  readonly status: number
  /** Names in lower case; what came more than once is joined by commas. */
  readonly headers: Readonly<Record<string, string>>
}

/** What came of asking one server once. */
export interface Exchange {
  readonly head?: ReplyHead | undefined
  /** Whether the body was read to its end. */
  readonly ended: boolean
  readonly failure?: Failure | undefined
}

/** Asks one server once. What is not wanted of the answer is not read: the connection is cut. */
export async function exchange(url: URL, question: Question, clock: Clock): Promise<Exchange> {
  const request = open(url, question)
  // A server that breaks the rules is noticed by the request, while the body only sees that the connection is cut.
  let broken: Error | undefined
  request.on('error', (error) => {
    broken = error
  })
  let phase: Phase = 'connecting'
  request.once('socket', (socket) =>
    socket.once('connect', () => {
      phase = 'waiting'
    }),
  )
  let head: ReplyHead | undefined
  try {
    const response = await untilTimeIsUp(clock.signal, request, answerTo(request))
    head = { status: response.statusCode ?? 0, headers: headersOf(response) }
    phase = 'reading'
    if (question.method === 'HEAD') return { head, ended: true }
    if (!question.wants(head)) return { head, ended: false }
    const body = bodyOf(response, head)
    return { head, ended: await untilTimeIsUp(clock.signal, body, drain(body, question, clock)) }
  } catch (error) {
    return { head, ended: false, failure: failureOf(isParserError(broken) ? broken : error, phase) }
  } finally {
    request.destroy()
  }
}

function open(url: URL, { method, headers, agents }: Question): ClientRequest {
  return url.protocol === 'https:'
    ? requestSecure(url, { method, headers, agent: agents.https })
    : requestPlain(url, { method, headers, agent: agents.http })
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', reject)
    // An answer that changes the protocol ends without an error.
    request.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    request.end()
  })
}

async function untilTimeIsUp<T>(signal: AbortSignal, stream: ClientRequest | Readable, work: Promise<T>): Promise<T> {
  let cut = (): void => {}
  const timeUp = new Promise<never>((_, reject) => {
    cut = () => {
      stream.destroy(signal.reason)
      reject(signal.reason)
    }
  })
  if (signal.aborted) cut()
  signal.addEventListener('abort', cut)
  try {
    return await Promise.race([work, timeUp])
  } finally {
    signal.removeEventListener('abort', cut)
  }
}

async function drain(body: Readable, { take }: Question, clock: Clock): Promise<boolean> {
  for await (const chunk of body) {
    clock.heard()
    if (!take(chunk)) return false
  }
  return true
}

/** The body as it was before it was compressed. A part from the middle of a compressed whole stays as it is. */
function bodyOf(response: IncomingMessage, { headers }: ReplyHead): Readable {
  const fromStart = !/^bytes 0*[1-9]/i.test(headers['content-range'] ?? '')
  const unpacker = fromStart ? unpackerOf(headers['content-encoding']) : undefined
  if (unpacker === undefined) return response
  pipeline(response, unpacker, () => {})
  return unpacker
}

/** A start of something compressed is unpacked as far as it goes, so that the end may be missing. */
function unpackerOf(encoding: string | undefined): Transform | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
    case 'deflate':
      return createUnzip({ finishFlush: constants.Z_SYNC_FLUSH })
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })
    default:
      return undefined
  }
}

const headersOf = (response: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(response.headers).map(([name, value = '']) => [
      name,
      typeof value === 'string' ? value : value.join(', '),
    ]),
  )

const isParserError = (error: Error | undefined): boolean =>
  error !== undefined && 'code' in error && String(error.code).startsWith('HPE_')

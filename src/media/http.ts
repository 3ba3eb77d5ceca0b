import { validateHeaderValue } from 'node:http'
import { attempts, type Plan } from './http-attempts.ts'
import type { FailureCode } from './http-failure.ts'
import type { Followed } from './http-follow.ts'
import { defaultSettings, type HttpSettings } from './http-settings.ts'
import { collectingSink, limitedSink, type Sink } from './http-sink.ts'

interface HowToAsk {
  /** No more than this is read of the body, counted after decompression. */
  readonly maxBytes: number
  /** The site that a browser would ask for: the server may say then whether that site can read the answer. */
  readonly origin?: string | undefined
}

export interface RequestOptions extends HowToAsk {
  readonly method: 'HEAD' | 'GET'
  /** The bytes to ask for, the last one included. A server may send the whole instead: `status` tells. */
  readonly range?: { readonly start: number; readonly end: number } | undefined
  /** Whether the server may compress. */
  readonly compressed?: boolean | undefined
}

/** What came of a request. Trouble with the network is a value, too. */
export interface HttpReply {
  /** The final address; where it was refused, that. */
  readonly url: string
  /** Every address that redirected, in order. */
  readonly redirects: readonly string[]
  /** Absent: no answer. */
  readonly status?: number | undefined
  /** Names in lower case; what came more than once is joined by commas. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether there may be more of the body than was read. */
  readonly truncated: boolean
  /** What went wrong: a sentence without its full stop. Beside a status: while the body was read. */
  readonly failure?: string | undefined
  readonly failureCode?: FailureCode | undefined
}

export interface HttpReplyWithBody extends HttpReply {
  readonly body: Uint8Array
}

export interface HttpClient {
  readonly request: (url: string, options: RequestOptions) => Promise<HttpReplyWithBody>
  /**
   * Gives a body piece by piece, decompressed, until false is returned. Only that of a success (2xx).
   * A request is not repeated once a piece was given.
   * @param options `maxBytes` by default 100 MiB
   */
  readonly stream: (
    url: string,
    onChunk: (chunk: Uint8Array) => boolean,
    options?: Partial<HowToAsk>,
  ) => Promise<HttpReply>
}

/** Asks the web: within limits of time, size and number, and only what is public. */
export function httpClient(options: Partial<HttpSettings> = {}): HttpClient {
  const settings = { ...defaultSettings, ...options }
  const { timeoutMs, streamTimeoutMs, userAgent } = settings
  validateHeaderValue('user-agent', userAgent)
  const ask = attempts(settings)

  return {
    request: async (url, how) => {
      let sink = collectingSink(how.maxBytes)
      const taker = (): Sink['take'] => {
        sink = collectingSink(how.maxBytes)
        return sink.take
      }
      const plan: Plan = {
        method: how.method,
        headers: headersFor(how, userAgent),
        limits: { wholeMs: timeoutMs, silenceMs: timeoutMs },
        wants: () => how.maxBytes > 0,
        taker,
        begun: () => false,
      }
      const answer = await ask(url, plan)
      return { ...replyOf(answer, sink.size()), body: sink.bytes() }
    },

    stream: async (url, onChunk, { maxBytes = 100 * 1024 * 1024, origin } = {}) => {
      const guarded = guard(onChunk)
      const sink = limitedSink(maxBytes, guarded.call)
      const plan: Plan = {
        method: 'GET',
        headers: headersFor({ compressed: true, origin }, userAgent),
        limits: { wholeMs: streamTimeoutMs, silenceMs: timeoutMs },
        wants: ({ status }) => status >= 200 && status < 300,
        taker: () => sink.take,
        begun: () => sink.size() > 0,
      }
      const answer = await ask(url, plan)
      guarded.rethrow()
      return replyOf(answer, sink.size())
    },
  }
}

function headersFor(how: Partial<RequestOptions>, userAgent: string): Record<string, string> {
  const { range, compressed = false, origin } = how
  return {
    'User-Agent': userAgent,
    Accept: '*/*',
    'Accept-Encoding': compressed ? 'gzip, br' : 'identity',
    ...(range === undefined ? {} : { Range: `bytes=${range.start}-${range.end}` }),
    ...(origin === undefined ? {} : { Origin: origin }),
  }
}

function replyOf({ url, redirects, head, ended, failure }: Followed, size: number): HttpReply {
  const { status, headers = {} } = head ?? {}
  const isWhole = headers['content-encoding'] === undefined && headers['content-length'] === String(size)
  return {
    url,
    redirects,
    ...(status === undefined ? {} : { status }),
    headers,
    truncated: status !== undefined && !ended && !isWhole,
    ...(failure === undefined ? {} : { failure: failure.sentence, failureCode: failure.code }),
  }
}

/** Keeps what a caller’s function throws for later: it is not the network’s fault, and must not be told as such. */
function guard(onChunk: (chunk: Uint8Array) => boolean) {
  let thrown: { readonly error: unknown } | undefined
  return {
    call: (chunk: Uint8Array): boolean => {
      try {
        return onChunk(chunk)
      } catch (error) {
        thrown = { error }
        return false
      }
    },
    rethrow: (): void => {
      if (thrown !== undefined) throw thrown.error
    },
  }
}

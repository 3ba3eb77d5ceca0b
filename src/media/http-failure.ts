/** Why the web gave no answer, in words that a podcaster understands. */

export type FailureCode =
  | 'invalid-address'
  | 'not-web'
  | 'private'
  | 'not-found'
  | 'lookup'
  | 'refused'
  | 'unreachable'
  | 'certificate'
  | 'tls'
  | 'no-connection'
  | 'no-answer'
  | 'unfinished'
  | 'reset'
  | 'redirect-count'
  | 'redirect-loop'
  | 'redirect-address'
  | 'not-http'
  | 'long-headers'
  | 'packing'
  | 'unknown'

export interface Failure {
  readonly code: FailureCode
  /** A sentence without its full stop. */
  readonly sentence: string
}

export const failure = (code: FailureCode, sentence: string): Failure => ({ code, sentence })

/** How far a request had come when it failed. */
export type Phase = 'connecting' | 'waiting' | 'reading'

/** A limit of time was reached. */
export class TimeUp extends Error {
  /** In milliseconds. */
  readonly limitMs: number
  /** Whether it was the longest silence, not the time for the whole. */
  readonly silence: boolean

  constructor(limitMs: number, silence: boolean) {
    super('the time is up')
    this.limitMs = limitMs
    this.silence = silence
  }
}

/** What Node’s and OpenSSL’s codes mean. @see https://nodejs.org/api/errors.html */
const known: Readonly<Record<string, Failure>> = {
  ENOTFOUND: failure('not-found', 'the server was not found'),
  EAI_AGAIN: failure('lookup', 'the name of the server could not be looked up'),
  ECONNREFUSED: failure('refused', 'the server refused the connection'),
  EADDRNOTAVAIL: failure('unreachable', 'the server cannot be reached'),
  EHOSTUNREACH: failure('unreachable', 'the server cannot be reached'),
  ENETUNREACH: failure('unreachable', 'the server cannot be reached'),
  ETIMEDOUT: failure('no-connection', 'no connection could be made in time'),
  ECONNRESET: failure('reset', 'the connection broke off'),
  ECONNABORTED: failure('reset', 'the connection broke off'),
  EPIPE: failure('reset', 'the connection broke off'),
  ERR_STREAM_PREMATURE_CLOSE: failure('reset', 'the connection broke off'),
  EPROTO: failure('tls', 'no secure connection could be made'),
  CERT_HAS_EXPIRED: failure('certificate', 'the certificate has expired'),
  CERT_NOT_YET_VALID: failure('certificate', 'the certificate is not valid yet'),
  ERR_TLS_CERT_ALTNAME_INVALID: failure('certificate', 'the certificate is for another server'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: failure('certificate', 'the server does not send the whole chain of certificates'),
  HPE_HEADER_OVERFLOW: failure('long-headers', 'the headers of the answer are too long'),
}

const families: readonly (readonly [RegExp, Failure])[] = [
  [/CERT|SELF_SIGNED|UNABLE_TO_GET_ISSUER/, failure('certificate', 'the certificate is not valid')],
  [/^ERR_(?:SSL|TLS)_/, failure('tls', 'no secure connection could be made')],
  [/^HPE_/, failure('not-http', 'the answer breaks the rules of HTTP')],
  // Brotli’s have codes such as `ERR__ERROR_FORMAT_PADDING_1`.
  [/^Z_|^ERR_{1,2}ERROR_FORMAT|^ERR_BROTLI/, failure('packing', 'the compressed answer is damaged')],
]

/** What the filtering agents throw has no code, only these words. */
const isRefusal = (error: Error): boolean => / is not allowed\. Because,? /.test(error.message)

/** What an error says. One that the network, the system and the limits did not make is a fault of our own: thrown. */
export function failureOf(error: unknown, phase: Phase): Failure {
  if (error instanceof TimeUp) return timeUp(error, phase)
  if (!(error instanceof Error)) throw error
  if (isRefusal(error)) return failure('private', 'private addresses are not asked')
  const code = 'code' in error ? error.code : undefined
  if (typeof code !== 'string') throw error
  return (
    (Object.hasOwn(known, code) ? known[code] : undefined) ??
    families.find(([pattern]) => pattern.test(code))?.[1] ??
    failure('unknown', `the connection failed (${code})`)
  )
}

function timeUp({ limitMs, silence }: TimeUp, phase: Phase): Failure {
  const limit = `${limitMs / 1000} s`
  if (phase === 'connecting') return failure('no-connection', `no connection within ${limit}`)
  if (phase === 'waiting') return failure('no-answer', `no answer within ${limit}`)
  return failure('unfinished', silence ? `nothing more came for ${limit}` : `the answer did not end within ${limit}`)
}

import type { FailureCode } from './http-failure.ts'
import type { Followed } from './http-follow.ts'

export interface RetryPolicy {
  /** How often a request is repeated. */
  readonly retries: number
  /** Wait before the first repetition, in milliseconds; it doubles each time. */
  readonly backOffMs: number
  /** The longest wait that a server may ask for, in milliseconds. Where it wants more, it is not asked again. */
  readonly maxRetryAfterMs: number
}

const passing: readonly FailureCode[] = ['reset', 'no-connection', 'no-answer', 'lookup']
const busy = [429, 502, 503, 504]

/** Whether a status says that the server could not answer now, not what it has to say. */
export const isBusy = (status: number): boolean => busy.includes(status)

/**
 * How long to wait before a request is repeated, in milliseconds.
 * @param attempt 0 for the first
 * @returns undefined where it should not be
 */
export function waitBeforeRetry(
  { head, failure }: Pick<Followed, 'head' | 'failure'>,
  attempt: number,
  { retries, backOffMs, maxRetryAfterMs }: RetryPolicy,
): number | undefined {
  if (attempt >= retries) return undefined
  const backOff = backOffMs * 2 ** attempt
  if (failure !== undefined) return passing.includes(failure.code) ? backOff : undefined
  if (head === undefined || !isBusy(head.status)) return undefined
  const asked = retryAfterMs(head.headers)
  if (asked === undefined) return backOff
  return asked <= maxRetryAfterMs ? Math.max(asked, backOff) : undefined
}

/** A date counts from the server’s own, so that clocks need not agree. @see RFC 9110 §10.2.3 */
function retryAfterMs(headers: Readonly<Record<string, string>>): number | undefined {
  const text = headers['retry-after']?.trim() ?? ''
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const wait = Date.parse(text) - Date.parse(headers.date ?? '')
  return Number.isNaN(wait) ? undefined : Math.max(0, wait)
}

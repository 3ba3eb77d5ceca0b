import type { LookupFunction } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { generatorName, generatorVersion } from '../text/generator.ts'
import type { HostLimits } from './http-hosts.ts'
import type { RetryPolicy } from './http-retry.ts'

/** How the web is asked. */
export interface HttpSettings extends HostLimits, RetryPolicy {
  /** The longest time for one attempt of a request with its redirects; and the longest silence of a stream. */
  readonly timeoutMs: number
  /** The longest time for the whole of a stream. */
  readonly streamTimeoutMs: number
  readonly maxRedirects: number
  /** Whether addresses of private networks and of this machine are asked; where it is a list, those alone. */
  readonly allowPrivate: boolean | readonly string[]
  readonly userAgent: string
  /** PEM certificates to trust in place of those that Node knows. */
  readonly ca?: string
  /** Finds the addresses of a name. Default: as the system does. */
  readonly lookup?: LookupFunction
  /** Waits so many milliseconds before a request is repeated. */
  readonly sleep: (ms: number) => Promise<unknown>
}

export const defaultSettings: HttpSettings = {
  timeoutMs: 15_000,
  streamTimeoutMs: 5 * 60_000,
  maxRedirects: 10,
  retries: 2,
  backOffMs: 1000,
  maxRetryAfterMs: 30_000,
  concurrency: 6,
  perHost: 2,
  giveUpAfter: 3,
  allowPrivate: false,
  userAgent: `${generatorName}/${generatorVersion}`,
  sleep: wait,
}

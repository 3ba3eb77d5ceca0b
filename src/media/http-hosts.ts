import pLimit, { type LimitFunction } from 'p-limit'
import type { Failure, FailureCode } from './http-failure.ts'

export interface HostLimits {
  /** Requests under way at once, in all. */
  readonly concurrency: number
  /** Requests under way at once at one host. */
  readonly perHost: number
  /** After so many requests in a row that got no answer, a host is not asked any more; HEAD and GET count apart. */
  readonly giveUpAfter: number
}

/** Keeps to the limits of all hosts and each host, and knows which do not answer. */
export interface Hosts {
  /** Runs a task as soon as there is room for it. */
  readonly run: <T>(host: string, task: () => Promise<T>) => Promise<T>
  /** Says how a request ended, with all that was tried. */
  readonly note: (method: string, host: string, failure: Failure | undefined) => void
  /** Why a host is not asked any more, if it is not. */
  readonly silence: (method: string, host: string) => Failure | undefined
}

/** Those that cost the full time-out each: hundreds of episodes at a dead host would take hours. */
const silent: readonly FailureCode[] = ['no-connection', 'no-answer', 'lookup']

export function watchHosts({ concurrency, perHost, giveUpAfter }: HostLimits): Hosts {
  const all = pLimit(concurrency)
  const limits = new Map<string, LimitFunction>()
  const inVain = new Map<string, { count: number; failure: Failure }>()
  const limitOf = (host: string): LimitFunction => {
    const limit = limits.get(host) ?? pLimit(perHost)
    limits.set(host, limit)
    return limit
  }
  return {
    // The host’s limit comes first: what waits for a host must not take a place from other hosts.
    run: (host, task) => limitOf(host)(() => all(task)),
    // There are servers that answer GET alone.
    note: (method, host, failure) => {
      const key = `${method} ${host}`
      if (failure === undefined || !silent.includes(failure.code)) inVain.delete(key)
      else inVain.set(key, { count: (inVain.get(key)?.count ?? 0) + 1, failure })
    },
    silence: (method, host) => {
      const { count, failure } = inVain.get(`${method} ${host}`) ?? { count: 0, failure: undefined }
      return count >= giveUpAfter ? failure : undefined
    },
  }
}

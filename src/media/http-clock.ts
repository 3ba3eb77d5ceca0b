import { TimeUp } from './http-failure.ts'

/** How long something may take, in milliseconds. */
export interface TimeLimits {
  readonly wholeMs: number
  /** The longest time in which nothing comes. */
  readonly silenceMs: number
}

/** Watches limits of time. */
export interface Clock {
  /** Aborted with a `TimeUp` when a limit is reached. */
  readonly signal: AbortSignal
  /** Something came. */
  readonly heard: () => void
  /** Ends the watch. */
  readonly stop: () => void
}

export function startClock({ wholeMs, silenceMs }: TimeLimits): Clock {
  const controller = new AbortController()
  const timer = (limitMs: number, silence: boolean): NodeJS.Timeout =>
    setTimeout(() => controller.abort(new TimeUp(limitMs, silence)), limitMs)
  const whole = timer(wholeMs, false)
  const silence = silenceMs < wholeMs ? timer(silenceMs, true) : undefined
  return {
    signal: controller.signal,
    heard: () => silence?.refresh(),
    stop: () => {
      clearTimeout(whole)
      clearTimeout(silence)
    },
  }
}

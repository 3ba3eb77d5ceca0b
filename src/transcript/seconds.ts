/** Times as transcripts hold, read and show them. Pure. */

import { toClock, toFullClock } from '../text/time.ts'

/** In seconds: 1000 hours. What is later is no time, or counted in other units. */
export const maxSeconds = 3_600_000

/** At most three decimals. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000

/** Whole seconds as `1:02`, others with milliseconds. */
export const clockOf = (seconds: number): string =>
  Number.isInteger(seconds) ? toClock(seconds) : toFullClock(seconds)

/** Whether it can be a time in an episode. */
export const isTime = (seconds: number | undefined): seconds is number =>
  seconds !== undefined && seconds >= 0 && seconds < maxSeconds

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/

/**
 * Reads `1:30`, `00:01:30`, `00:01:30.5` or `01:30,500`.
 * @returns seconds with at most three decimals; undefined for anything else
 */
export function readClock(written: string): number | undefined {
  const [whole, hours, minutes, seconds, fraction] = clock.exec(written) ?? []
  if (whole === undefined || Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined
  const full = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds)
  return toMilliseconds(full + (fraction === undefined ? 0 : Number(`0.${fraction}`)))
}

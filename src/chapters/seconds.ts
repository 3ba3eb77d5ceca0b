/** Seconds as chapters hold them and as messages show them. Pure. */

import { toClock, toFullClock } from '../text/time.ts'

/** At most three decimals. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000

/** Whole seconds as `1:02`, others with milliseconds. */
export const clockOf = (seconds: number): string =>
  Number.isInteger(seconds) ? toClock(seconds) : toFullClock(seconds)

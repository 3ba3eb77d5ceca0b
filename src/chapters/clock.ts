/** Times as chapter documents write them. Pure. */

import { toMilliseconds } from './seconds.ts'

/** In seconds: no chapter starts later, so hours have two digits. */
export const maxSeconds = 100 * 3600

const clock = /^(?:(\d{1,3}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?$/
const plain = /^(\d{1,7})(?:[.,](\d{1,9}))?$/

const fractionOf = (digits: string | undefined): number => (digits === undefined ? 0 : Number(`0.${digits}`))

/**
 * Reads `90`, `90.5`, `1:30`, `00:01:30.500` or, as Matroska has it, `00:01:30.500000000`.
 * @returns seconds with at most three decimals; undefined for anything else
 */
export function readClock(written: string): number | undefined {
  const text = written.trim()
  const bare = plain.exec(text)
  if (bare !== null) return toMilliseconds(Number(bare[1]) + fractionOf(bare[2]))
  const match = clock.exec(text)
  if (match === null) return undefined
  const [, hours, minutes, seconds, fraction] = match
  if (Number(seconds) > 59 || (hours !== undefined && Number(minutes) > 59)) return undefined
  return toMilliseconds(Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds) + fractionOf(fraction))
}

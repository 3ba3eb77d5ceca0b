/** Times in show notes that have one sure mending. Pure. */

import type { Outline } from './outline.ts'
import { clockOf, toMilliseconds } from './seconds.ts'
import { readSpacedTime, readTime, secondsOf, type Timestamp } from './timestamp.ts'

/** What to write in the place of a stretch of text. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The edits after which every time of an outline says what it was read as: hours that were left out, frames behind the
 * seconds, seconds with one digit. Nothing but times is touched.
 * @param text what the outline was read in
 */
export function mendingsOf(text: string, { lines }: Outline): Edit[] {
  return lines.flatMap(({ offset, taken, start }) => {
    const time = taken ? timeNear(text, offset) : undefined
    if (time === undefined || start === undefined) return []
    const isPlain = toMilliseconds(secondsOf(time)) === start && !hasFrames(time) && !time.short
    if (isPlain) return []
    const { from, to } = time
    const mended = clockOf(start)
    return [{ from, to, text: mended }, ...linkOf(text, time, mended)]
  })
}

/** `8:22:00:12` has frames in a fourth field. */
const hasFrames = ({ fields }: Timestamp): boolean => fields.length > 3

/** Brackets and the like may belong to what was found. */
const maxBefore = 4

function timeNear(text: string, offset: number): Timestamp | undefined {
  for (let at = offset; at <= offset + maxBefore; at++) {
    const time = readTime(text, at) ?? readSpacedTime(text, at)
    if (time !== undefined) return time
  }
  return undefined
}

/** In `[24:24:18](#t=24:24:18)` the time stands twice. */
function linkOf(text: string, { from, to }: Timestamp, mended: string): Edit[] {
  const written = text.slice(from, to)
  const at = text.startsWith('](#t=', to) ? to + 5 : -1
  const isSame = at !== -1 && text.startsWith(`${written})`, at)
  return isSame ? [{ from: at, to: at + written.length, text: mended }] : []
}

/** The text after some edits, which are in its order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let at = 0
  const parts: string[] = []
  for (const { from, to, text: mended } of edits) {
    parts.push(text.slice(at, from), mended)
    at = to
  }
  return parts.join('') + text.slice(at)
}

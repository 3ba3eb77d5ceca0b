/** What the times of one outline mean, told by all of them together and by the length of the audio. Pure. */

import type { Candidate } from './candidates.ts'
import { indexAfter } from './flow.ts'
import { secondsOf, type Timestamp } from './timestamp.ts'

/** A reading that is not the plain one. */
export interface Rereading {
  readonly code: 'outline/frames' | 'outline/hours-and-minutes' | 'outline/hour-dropped'
  /** The first candidate that it concerns. */
  readonly index: number
}

/** Times in seconds, one for each candidate. */
export interface Reading {
  readonly starts: readonly number[]
  /** Later than the start by what the author wrote; undefined where there is no range. */
  readonly ends: readonly (number | undefined)[]
  readonly rereadings: readonly Rereading[]
}

/** Without a known duration, an outline is not believed to be longer: 5 hours. @see spec/chapters.md §5 rule 5 */
const longestLikely = 5 * 3600
/** No two chapters of an outline are written so far out of order by mistake. @see spec/chapters.md §4 "hour dropped" */
const hourDrop = 1800
/** Film has 24 frames in a second, television up to 30. */
const maxFrame = 29

type Reader = (time: Timestamp) => number

/** `24:24:18` as minutes, seconds and frames. */
const asFrames: Reader = (time) => {
  const [minutes = 0, seconds = 0] = time.fields
  return time.form === 'colons' && time.fields.length === 3 ? minutes * 60 + seconds : secondsOf(time)
}

/** `1:05` as hours and minutes. */
const asHoursAndMinutes: Reader = (time) => secondsOf(time) * 60

const descents = (starts: readonly number[]): number =>
  starts.filter((start, index) => index > 0 && start < (starts[index - 1] as number)).length

/** How much is wrong with an outline if its times are read like this. */
function faults(candidates: readonly Candidate[], read: Reader, limit: number): number {
  const starts = candidates.map(({ mark }) => read(mark.time))
  return descents(starts) + starts.filter((start) => start >= limit).length
}

/** `[08:22:00](#t=08:22)`: the link of a time says that its last field is frames. */
function linkSaysFrames({ mark: { time }, block: { flow } }: Candidate): boolean {
  const link = flow.links[indexAfter(flow.links, time.from)]
  const [, minutes, seconds] = /^#t=(\d{1,3}):(\d{2})$/.exec(link?.url ?? '') ?? []
  const [first, second, third] = time.fields
  return (
    minutes !== undefined &&
    third !== undefined &&
    Number(minutes) === first &&
    Number(seconds) === second &&
    first + (second ?? 0) > 0
  )
}

function hasFrames(candidates: readonly Candidate[], duration: number | undefined): boolean {
  const long = candidates.filter(({ mark: { time } }) => time.form === 'colons' && time.fields.length === 3)
  if (long.length === 0 || long.some(({ mark }) => (mark.time.fields[2] as number) > maxFrame)) return false
  if (long.some(linkSaysFrames)) return true
  const limit = duration ?? longestLikely
  const late = long.filter(({ mark }) => secondsOf(mark.time) >= limit).length
  const withHours = long.filter(({ mark }) => mark.time.fields[0] !== 0).length
  // One time alone that is too late is mistyped.
  if (late === 0 || (late === 1 && withHours > 1)) return false
  return faults(candidates, asFrames, limit) < faults(candidates, secondsOf, limit)
}

/** As minutes and seconds it would fill less than a sixtieth of the audio, as hours and minutes more than half of it. */
function hasHoursAndMinutes(candidates: readonly Candidate[], duration: number | undefined): boolean {
  if (duration === undefined || candidates.length < 3) return false
  const isShort = ({ mark: { time } }: Candidate): boolean =>
    time.form === 'colons' && time.fields.length === 2 && time.fraction === 0
  if (!candidates.every(isShort)) return false
  const last = Math.max(...candidates.slice(-3).map(({ mark }) => asHoursAndMinutes(mark.time)))
  return (
    last < duration && last > duration / 2 && candidates.every(({ mark }) => asHoursAndMinutes(mark.time) < duration)
  )
}

/** Adds the hours that authors leave out after 59:59. */
function withDroppedHours(
  candidates: readonly Candidate[],
  plain: readonly number[],
  duration: number | undefined,
): { readonly starts: number[]; readonly dropped: number[] } {
  const isShort = (index: number): boolean => candidates[index]?.mark.time.fields.length === 2
  const limit = duration ?? Number.POSITIVE_INFINITY
  const starts: number[] = []
  const dropped: number[] = []
  let hours = 0
  for (const [index, start] of plain.entries()) {
    const previous = starts[index - 1] ?? 0
    starts.push(start)
    if (!isShort(index)) hours = 0
    if (!isShort(index) || start >= previous || (hours === 0 && previous - start <= hourDrop)) continue
    let needed = Math.max(hours, Math.floor(previous / 3600))
    if (start + needed * 3600 < previous - (hours > 0 ? hourDrop : 0)) needed++
    const later = start + needed * 3600
    const next = plain[index + 1]
    // One time out of line between neighbours in order is a slip.
    const isSlip = needed > hours && next !== undefined && (isShort(index + 1) ? next >= previous : next < later)
    if (isSlip || later >= limit) continue
    if (needed > hours) dropped.push(index)
    hours = needed
    starts[index] = later
  }
  return { starts, dropped }
}

/** How an outline writes its times: the plain reading, unless it cannot be. */
function readerOf(
  candidates: readonly Candidate[],
  duration: number | undefined,
): { read: Reader; reread?: Rereading } {
  if (hasFrames(candidates, duration)) {
    const index = candidates.findIndex(({ mark }) => mark.time.fields.length === 3)
    return { read: asFrames, reread: { code: 'outline/frames', index } }
  }
  if (!hasHoursAndMinutes(candidates, duration)) return { read: secondsOf }
  const index = candidates.findIndex(({ mark }) => secondsOf(mark.time) > 0)
  return { read: asHoursAndMinutes, reread: { code: 'outline/hours-and-minutes', index } }
}

/** Reads the times of an outline. @param duration of the audio, in seconds, if it is known */
export function readTimes(candidates: readonly Candidate[], duration: number | undefined): Reading {
  const { read, reread } = readerOf(candidates, duration)
  const plain = candidates.map(({ mark }) => read(mark.time))
  const { starts, dropped } = withDroppedHours(candidates, plain, duration)
  const ends = candidates.map(({ mark }, index) => {
    if (mark.end === undefined) return undefined
    const start = starts[index] as number
    const end = read(mark.end) + start - (plain[index] as number)
    return start - end > hourDrop && mark.end.fields.length === 2 ? end + 3600 : end
  })
  // A column where some times are before their starts tells how long things last.
  const isRow = (index: number): boolean => candidates[index]?.block.kind === 'row'
  if (ends.some((end, index) => isRow(index) && end !== undefined && end <= (starts[index] as number)))
    for (const index of ends.keys()) if (isRow(index)) ends[index] = undefined
  const hours = dropped.map((index): Rereading => ({ code: 'outline/hour-dropped', index }))
  return { starts, ends, rereadings: reread === undefined ? hours : [reread, ...hours] }
}

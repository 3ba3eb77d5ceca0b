/** A start and an end for every cue, for formats that want both. Pure. @see spec/transcripts.md §3 */

import type { Cue, Transcript } from '../model/transcript.ts'
import type { TranscriptFacts } from '../model/transcript-format.ts'
import { toMilliseconds } from './seconds.ts'
import { isTimed, tidyTranscript } from './tidy.ts'

export interface TimedCue extends Cue {
  readonly start: number
  /** Greater than `start`. */
  readonly end: number
}

/** How long it takes to say or read a character, and the least for any cue, in seconds. */
const secondsPerCharacter = 0.06
const leastSeconds = 2
/** No word takes longer, in seconds; silence behind it may. */
const longestWord = 2

const spoken = (text: string): number => text.length * secondsPerCharacter

/** Spreads cues from `from` to `to` by their lengths; the first one starts at `from`. */
function spread(cues: readonly Cue[], from: number, to: number): number[] {
  const weights = cues.map(({ text }) => text.length + 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let before = 0
  return weights.map((weight) => {
    const start = from + ((to - from) * before) / total
    before += weight
    return toMilliseconds(start)
  })
}

/** The starts of all cues: those that nobody knows lie between the known ones, by the length of the texts. */
export function startsOf(cues: readonly Cue[], { duration }: TranscriptFacts): number[] {
  const starts: number[] = []
  let index = 0
  while (index < cues.length) {
    let next = index + 1
    while (next < cues.length && cues[next]?.start === undefined) next++
    const run = cues.slice(index, next)
    const first = run[0] as Cue
    const start = first.start ?? 0
    // Where the first one ends, the second one starts at the earliest.
    const hasOwnEnd = first.start !== undefined && first.end !== undefined && run.length > 1
    const from = hasOwnEnd ? (first.end as number) : start
    const rest = hasOwnEnd ? run.slice(1) : run
    const lasting = rest.reduce((sum, { text }) => sum + spoken(text), 0)
    const to = cues[next]?.start ?? run.at(-1)?.end ?? Math.min(from + lasting, duration ?? Number.POSITIVE_INFINITY)
    if (hasOwnEnd) starts.push(start)
    for (const one of spread(rest, from, Math.max(from, to))) starts.push(one)
    index = next
  }
  return starts
}

/** Ends of all cues: their own; else where the next one starts; the last is long enough to be read. */
function endsOf(cues: readonly Cue[], starts: readonly number[], grain: Transcript['grain'], facts: TranscriptFacts) {
  const ends: number[] = new Array(cues.length)
  let later = Number.POSITIVE_INFINITY
  for (let index = cues.length - 1; index >= 0; index--) {
    const start = starts[index] as number
    const following = starts[index + 1] ?? Number.POSITIVE_INFINITY
    if (following > start) later = following
    const { end, text } = cues[index] as Cue
    const { duration } = facts
    const readable = start + Math.max(leastSeconds, spoken(text))
    const last = duration !== undefined && duration > start ? Math.min(readable, duration) : readable
    const missing = later === Number.POSITIVE_INFINITY ? last : later
    const lasting = grain === 'word' ? Math.min(missing, start + longestWord) : missing
    ends[index] = Math.max(toMilliseconds(end !== undefined && end > start ? end : lasting), minimalEnd(start))
  }
  return ends
}

/** No cue may end where it starts. */
const minimalEnd = (start: number): number => toMilliseconds(start + 0.001)

/** The cues by start, each with both times; none if the transcript says no times. */
export function timedCues(transcript: Transcript, facts: TranscriptFacts): TimedCue[] {
  const tidy = tidyTranscript(transcript)
  if (!isTimed(tidy)) return []
  const starts = startsOf(tidy.cues, facts)
  const ends = endsOf(tidy.cues, starts, tidy.grain, facts)
  return tidy.cues.map((cue, index) => ({ ...cue, start: starts[index] as number, end: ends[index] as number }))
}

/** Where cues overlap, the earlier one ends where the next one starts. Those that start together end together. */
export function withoutOverlaps(cues: readonly TimedCue[]): TimedCue[] {
  const cut: TimedCue[] = new Array(cues.length)
  let later = Number.POSITIVE_INFINITY
  for (let index = cues.length - 1; index >= 0; index--) {
    const cue = cues[index] as TimedCue
    const following = cues[index + 1]?.start ?? Number.POSITIVE_INFINITY
    if (following > cue.start) later = following
    cut[index] = cue.end > later ? { ...cue, end: later } : cue
  }
  return cut
}

/** From the lines that were picked to chapters in order: what cannot be is mended or left out, and said. Pure. */

import type { Diagnostic } from '../model/diagnostic.ts'
import { reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import type { Candidate } from './candidates.ts'
import { codes } from './codes.ts'
import { clockOf } from './seconds.ts'
import { readTimes } from './times.ts'

/** A line that has become a chapter. */
export interface Entry {
  readonly candidate: Candidate
  /** In seconds. */
  readonly start: number
  readonly end: number | undefined
}

/** Why a line that was picked is no chapter after all. */
export type Dropped = 'before-zero' | 'beyond-duration' | 'repeated-start'

export interface Judgement {
  /** Ascending by start; no two alike. */
  readonly entries: readonly Entry[]
  readonly dropped: ReadonlyMap<Candidate, Dropped>
  readonly diagnostics: readonly Diagnostic[]
}

export interface JudgeOptions {
  /** Of the audio, in seconds. */
  readonly duration: number | undefined
  readonly placeOf: (candidate: Candidate) => Place
  /** What a chapter will be called, for messages. */
  readonly titleOf: (candidate: Candidate) => string
}

const report = reporter(codes)

/** An end may be rounded up by this many seconds. */
const endTolerance = 2

/** Headings above lists, outer items above inner ones. */
const depthOf = ({ block }: Candidate): number => (block.kind === 'heading' ? -1 : block.level)

/** What the rules have found so far. */
class Findings {
  readonly dropped = new Map<Candidate, Dropped>()
  readonly diagnostics: Diagnostic[] = []
  readonly placeOf: (candidate: Candidate) => Place

  constructor(placeOf: (candidate: Candidate) => Place) {
    this.placeOf = placeOf
  }

  add(diagnostic: Diagnostic): void {
    this.diagnostics.push(diagnostic)
  }
}

/** Applies the rules of an outline. @see spec/chapters.md §5, docs/chapters.md */
export function judge(picked: readonly Candidate[], options: JudgeOptions): Judgement {
  const { duration, titleOf } = options
  const findings = new Findings(options.placeOf)
  const read = readEntries(withoutNegatives(picked, findings), duration, findings)
  const sorted = inOrder(withoutLate(read, duration, findings), findings)
  const entries = withoutRepeats(sorted, titleOf, findings).map((entry) => withBelievableEnd(entry, duration, findings))
  const [only] = entries
  if (only !== undefined && entries.length === 1)
    findings.add(report('outline/single-entry', { time: clockOf(only.start) }, findings.placeOf(only.candidate)))
  return { entries, dropped: findings.dropped, diagnostics: findings.diagnostics }
}

/** Tells what each time means. */
function readEntries(candidates: readonly Candidate[], duration: number | undefined, findings: Findings): Entry[] {
  const { starts, ends, rereadings } = readTimes(candidates, duration)
  for (const { code, index } of rereadings) {
    const candidate = candidates[index] as Candidate
    const facts = { written: candidate.written, read: clockOf(starts[index] as number) }
    findings.add(report(code, facts, findings.placeOf(candidate)))
  }
  return candidates.map((candidate, index) => {
    const start = starts[index] as number
    if (candidate.mark.time.short) {
      const facts = { written: candidate.written, read: clockOf(start) }
      findings.add(report('outline/short-seconds', facts, findings.placeOf(candidate)))
    }
    return { candidate, start, end: ends[index] }
  })
}

function inOrder(entries: readonly Entry[], findings: Findings): readonly Entry[] {
  let previous = 0
  let isSorted = true
  for (const { candidate, start } of entries) {
    if (start < previous) {
      isSorted = false
      const facts = { time: clockOf(start), previous: clockOf(previous) }
      findings.add(report('outline/out-of-order', facts, findings.placeOf(candidate)))
    }
    previous = start
  }
  return isSorted ? entries : entries.toSorted((a, b) => a.start - b.start)
}

function withoutLate(entries: readonly Entry[], duration: number | undefined, findings: Findings): Entry[] {
  if (duration === undefined) return [...entries]
  return entries.filter(({ candidate, start }) => {
    if (start < duration) return true
    findings.dropped.set(candidate, 'beyond-duration')
    const facts = { time: clockOf(start), duration: clockOf(duration) }
    findings.add(report('outline/beyond-duration', facts, findings.placeOf(candidate)))
    return false
  })
}

/** Of chapters that start together, the outermost is kept, else the first. */
function withoutRepeats(
  sorted: readonly Entry[],
  titleOf: (candidate: Candidate) => string,
  findings: Findings,
): Entry[] {
  const entries: Entry[] = []
  for (const entry of sorted) {
    const same = entries.at(-1)
    if (same?.start !== entry.start) {
      entries.push(entry)
      continue
    }
    const kept = depthOf(entry.candidate) < depthOf(same.candidate) ? entry : same
    const other = (kept === entry ? same : entry).candidate
    entries[entries.length - 1] = kept
    findings.dropped.set(other, 'repeated-start')
    const facts = { time: clockOf(entry.start), title: titleOf(kept.candidate) }
    const related = [{ message: 'This one is kept.', place: findings.placeOf(kept.candidate) }]
    findings.add(report('outline/repeated-start', facts, findings.placeOf(other), related))
  }
  return entries
}

/** `-0:10` in a list of such lines is a bullet without its space; one of its kind is a time before the audio. */
function withoutNegatives(picked: readonly Candidate[], findings: Findings): readonly Candidate[] {
  const negative = picked.filter(({ mark }) => mark.minus)
  if (negative.length === 0 || negative.length * 2 > picked.length) return picked
  for (const candidate of negative) {
    findings.dropped.set(candidate, 'before-zero')
    findings.add(report('outline/before-zero', { time: candidate.written }, findings.placeOf(candidate)))
  }
  return picked.filter(({ mark }) => !mark.minus)
}

function withBelievableEnd(entry: Entry, duration: number | undefined, findings: Findings): Entry {
  const { candidate, start, end } = entry
  const limit = duration ?? Number.POSITIVE_INFINITY
  if (end === undefined || (end > start && end <= limit)) return entry
  if (end <= start || end > limit + endTolerance) {
    const facts = { start: clockOf(start), end: clockOf(end) }
    findings.add(report('outline/end-ignored', facts, findings.placeOf(candidate)))
  }
  return { candidate, start, end: undefined }
}

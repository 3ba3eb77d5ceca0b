/** What is wrong with the times, lines and names of a transcript that can be read. Pure. @see spec/transcripts.md §5 */

import type { Diagnostic } from '../model/diagnostic.ts'
import type { Cue } from '../model/transcript.ts'
import type { CuePart, TranscriptDocument, TranscriptFormat } from '../model/transcript-format.ts'
import type { Place } from '../text/place.ts'
import { Findings } from './findings.ts'
import { widthOf } from './joining.ts'
import { clockOf } from './seconds.ts'

/** What is known of the episode. */
export interface EpisodeKnowledge {
  /** Of the audio, in seconds. */
  readonly duration?: number | undefined
  /** How many people the episode names. */
  readonly people?: number | undefined
}

/** In seconds: a last word may ring out after the end that a player reports. */
const allowedOverrun = 2
/** A transcript that ends before this share of the audio is perhaps cut off. */
const leastCovered = 0.8

class TranscriptCheck {
  readonly findings = new Findings()
  readonly #document: TranscriptDocument
  readonly #cues: readonly Cue[]

  constructor(document: TranscriptDocument) {
    this.#document = document
    this.#cues = document.transcript.cues
  }

  #placeOf(cue: number, part: CuePart): () => Place {
    return () => this.#document.placeOf(cue, part)
  }

  order(): void {
    let latest = 0
    for (const [index, { start }] of this.#cues.entries()) {
      if (start !== undefined && start < latest) {
        const facts = { time: clockOf(start), previous: clockOf(latest) }
        this.findings.note('transcript/out-of-order', facts, this.#placeOf(index, 'start'))
      }
      latest = Math.max(latest, start ?? 0)
    }
  }

  /** Machines give no time to a word that is a comma. */
  ends(): void {
    const isWord = this.#document.transcript.grain === 'word'
    for (const [index, { start, end }] of this.#cues.entries()) {
      if (start === undefined || end === undefined || end > start || (isWord && end === start)) continue
      const facts = { start: clockOf(start), end: clockOf(end) }
      this.findings.note('transcript/end-before-start', facts, this.#placeOf(index, 'end'))
    }
  }

  /** Two voices of one cue speak at the same time, and so they should. */
  overlaps(): void {
    let latest: Cue = { text: '', end: 0 }
    for (const [index, cue] of this.#cues.entries()) {
      const { start, end } = cue
      if (start === undefined) continue
      const isSame = start === latest.start && end === latest.end
      if (!isSame && start < (latest.end ?? 0) && start >= (latest.start ?? 0))
        this.findings.note('transcript/overlap', {}, this.#placeOf(index, 'start'))
      if (end !== undefined && end > start && end >= (latest.end ?? 0)) latest = cue
    }
  }

  duration(duration: number): void {
    let last = 0
    let lastIndex = 0
    for (const [index, { start = 0, end = 0 }] of this.#cues.entries()) {
      const time = Math.max(start, end)
      if (time > duration + allowedOverrun) {
        const facts = { time: clockOf(time), duration: clockOf(Math.round(duration)) }
        this.findings.note('transcript/beyond-duration', facts, this.#placeOf(index, end > start ? 'end' : 'start'))
      }
      if (time > last) {
        last = time
        lastIndex = index
      }
    }
    const saysEnds = this.#cues.some(({ end }) => end !== undefined)
    if (saysEnds && last < duration * leastCovered) {
      const facts = { time: clockOf(last), duration: clockOf(Math.round(duration)) }
      this.findings.note('transcript/incomplete', facts, this.#placeOf(lastIndex, 'end'))
    }
  }

  /** Somebody laid the lines out for a screen, so they should fit one. */
  lines({ captions }: TranscriptFormat): void {
    if (captions === undefined) return
    const { columns, rows } = captions
    for (const [index, { text }] of this.#cues.entries()) {
      const lines = text.split('\n')
      // WebVTT limits the length of lines alone.
      if (lines.every((line) => widthOf(line) <= columns) && (rows === 1 || lines.length <= rows)) continue
      this.findings.note('transcript/long-lines', { rows, columns }, this.#placeOf(index, 'text'))
    }
  }

  speakers(): void {
    if (this.#cues.length > 0 && this.#cues.every(({ speaker }) => speaker === undefined))
      this.findings.note('transcript/no-speakers', {}, this.#placeOf(0, 'text'))
  }
}

/** Each kind of finding is told once, where it comes first, with how often it is found. */
export function checkTranscript(
  document: TranscriptDocument,
  format: TranscriptFormat,
  { duration, people = 0 }: EpisodeKnowledge = {},
): Diagnostic[] {
  const check = new TranscriptCheck(document)
  check.order()
  check.ends()
  check.overlaps()
  check.lines(format)
  if (duration !== undefined && duration > 0) check.duration(duration)
  if (people > 1) check.speakers()
  return check.findings.diagnostics()
}

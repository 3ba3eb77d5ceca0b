import type { Outcome } from '../../model/diagnostic.ts'
import type { Cue } from '../../model/transcript.ts'
import type { CuePart, TranscriptDocument, TranscriptFormat } from '../../model/transcript-format.ts'
import { toFullClock } from '../../text/time.ts'
import { captionsOf } from '../captions.ts'
import { speakerField, styleFields } from '../cue-text.ts'
import { labelled, readLabels } from '../labels.ts'
import { holdsTag, readMarkup } from '../markup.ts'
import { renderText } from '../print-text.ts'
import { escapeReferences } from '../references.ts'
import { type TimedCue, withoutOverlaps } from '../timed.ts'
import { isBrokenTiming, readTiming, type Timing } from '../timing-line.ts'
import { shortened, type TextLine, TranscriptReader } from '../transcript-reader.ts'

/** @see spec/transcripts.md §2 line advice */
const captions = { rows: 2, columns: 32 } as const

const strictTime = /^\d{2,}:\d{2}:\d{2},\d{3}$/
const isBlank = (line: string): boolean => line.trim() === ''

interface Block {
  readonly timing: Timing
  readonly line: TextLine
  readonly text: TextLine[]
}

class SrtReader {
  readonly #reader: TranscriptReader
  readonly #blocks: Block[] = []
  /** Lines since the last times. */
  #text: TextLine[] = []

  constructor(reader: TranscriptReader) {
    this.#reader = reader
  }

  read(): Outcome<TranscriptDocument> {
    const before = this.#readBlocks()
    const stray = before.find(({ text }) => !isBlank(text))
    if (stray !== undefined && this.#blocks.length > 0)
      this.#reader.note('transcript/stray-text', { text: shortened(stray.text) }, stray.offset)
    const cues = this.#blocks.flatMap((block) => this.#cuesOf(block))
    const plain = cues.map(({ cue }) => cue)
    readLabels(plain, (cue, index) => this.#reader.add(cue, cues[index]?.offsetOf ?? (() => 0)))
    return this.#reader.finish({ grain: 'caption' })
  }

  /** @returns the lines above the first times */
  #readBlocks(): readonly TextLine[] {
    const before = this.#text
    for (const line of this.#reader.lines()) {
      if (this.#reader.findings.isHopeless) break
      const timing = readTiming(line.text)
      if (timing !== undefined) {
        this.#dropCounter()
        this.#checkTiming(timing, line)
        this.#text = []
        this.#blocks.push({ timing, line, text: this.#text })
      } else if (isBrokenTiming(line.text)) {
        this.#reader.error('transcript/bad-times', { line: shortened(line.text) }, line.offset)
        this.#dropCounter()
        this.#text = []
      } else this.#text.push(line)
    }
    return before
  }

  /** The number above the times is no text, unless it is what somebody said last and the number is missing. */
  #dropCounter(): void {
    const last = this.#text.at(-1)
    if (last === undefined || !/^[ \t]*\d{1,9}[ \t]*$/.test(last.text)) return
    const above = this.#text.at(-2)
    const isExpected = Number(last.text) === this.#blocks.length + 1
    if (isExpected || (above !== undefined && isBlank(above.text)) || this.#blocks.length === 0) this.#text.pop()
  }

  #checkTiming({ from, to, endAt, rest }: Timing, { text, offset }: TextLine): void {
    const wanted = '00:01:30,500, with hours and a comma'
    if (!strictTime.test(from))
      this.#reader.note('transcript/time-format', { time: from, wanted }, offset + text.indexOf(from))
    if (!strictTime.test(to)) this.#reader.note('transcript/time-format', { time: to, wanted }, offset + endAt)
    if (rest !== '') this.#reader.omit('position')
  }

  #cuesOf({ timing: { start, end, endAt }, line, text }: Block): { cue: Cue; offsetOf: (part: CuePart) => number }[] {
    const [first] = text
    const last = text.at(-1)
    const from = first?.offset ?? line.offset
    const payload = last === undefined ? '' : this.#reader.text.slice(from, last.offset + last.text.length)
    const { voices } = readMarkup(payload, this.#reader, from, false)
    const offsetOf = (part: CuePart): number =>
      part === 'text' ? from : part === 'end' ? line.offset + endAt : line.offset
    const spoken = voices.length === 0 ? [{ speaker: undefined, styled: { text: '', emphases: [] } }] : voices
    return spoken.map(({ speaker, styled }) => ({
      cue: { start, end, ...speakerField(speaker), ...styleFields(styled) },
      offsetOf,
    }))
  }
}

/** SRT knows no escapes; readers that know HTML’s are most of them. So only what would be read as something else has one. */
function escapeText(text: string): string {
  const escaped = escapeReferences(text).replaceAll('-->', '--&gt;')
  return holdsTag(escaped) ? escaped.replaceAll('<', '&lt;').replaceAll('{\\', '&#123;\\') : escaped
}

const srtClock = (seconds: number): string => toFullClock(seconds).replace('.', ',')

/** Cues that start together, as one: SRT shows one at a time. */
function together(cues: readonly TimedCue[]): TimedCue[][] {
  const groups: TimedCue[][] = []
  for (const cue of cues) {
    const group = groups.at(-1)
    if (group?.[0]?.start === cue.start) group.push(cue)
    else groups.push([cue])
  }
  return groups
}

function printAll(cues: readonly TimedCue[]): string {
  const labels = labelled(cues.map(({ speaker }) => speaker))
  const groups = together(withoutOverlaps(cues))
  let index = 0
  const blocks = groups.map((group, number) => {
    const lines = group.map(({ speaker, text, emphases = [] }) => {
      const words = renderText({ text, emphases }, escapeText)
      return labels[index++] && speaker !== undefined ? `${escapeText(speaker)}: ${words}` : words
    })
    const [{ start }] = group as [TimedCue]
    const end = group.reduce((latest, cue) => Math.max(latest, cue.end), 0)
    const text = lines.filter((line) => line !== '').join('\n')
    return `${number + 1}\n${srtClock(start)} --> ${srtClock(end)}\n${text === '' ? '' : `${text}\n`}`
  })
  return blocks.length === 0 ? '\n' : blocks.join('\n')
}

/** SRT: subtitles of most tools. @see spec/transcripts.md §2, §3 */
export const srt: TranscriptFormat = {
  id: 'srt',
  name: 'SRT',
  extension: 'srt',
  type: 'application/x-subrip',
  isTimed: true,
  captions,
  print: (transcript, facts) => printAll(captionsOf(transcript, facts, { ...captions, hasLabels: true })),
  detects: (text) =>
    !text.startsWith('WEBVTT') && /^[ \t]*(?:\d{1,3}:)?\d{1,3}:\d{2}[.,]\d{1,3}[ \t]*-{1,3}>[ \t]*\d/m.test(text),
  parse: (text, file) => new SrtReader(new TranscriptReader(text, file)).read(),
}

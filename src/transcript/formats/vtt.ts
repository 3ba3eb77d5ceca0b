import type { Outcome } from '../../model/diagnostic.ts'
import type { Cue } from '../../model/transcript.ts'
import type { CuePart, TranscriptDocument, TranscriptFormat } from '../../model/transcript-format.ts'
import { toFullClock } from '../../text/time.ts'
import { captionsOf } from '../captions.ts'
import { speakerField, styleFields } from '../cue-text.ts'
import { type CueMarkup, readMarkup } from '../markup.ts'
import { renderText } from '../print-text.ts'
import type { TimedCue } from '../timed.ts'
import { isBrokenTiming, readTiming, type Timing } from '../timing-line.ts'
import { shortened, type TextLine, TranscriptReader } from '../transcript-reader.ts'

const isHeader = (text: string): boolean => /^WEBVTT(?:[ \t\n]|$)/.test(text)
const strictTime = /^(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}$/
const otherBlock = /^(NOTE|STYLE|REGION)(?:[ \t:]|$)/
const omissionOf = { NOTE: 'comment', STYLE: 'style', REGION: 'region' } as const

/** @see spec/transcripts.md §2 line advice */
const captions = { rows: 1, columns: 65 } as const

class VttReader {
  readonly #reader: TranscriptReader
  readonly #lines: readonly TextLine[]
  readonly #voices: CueVoice[] = []
  #at = 0

  constructor(reader: TranscriptReader) {
    this.#reader = reader
    this.#lines = reader.lines()
  }

  read(): Outcome<TranscriptDocument> {
    const language = this.#readHeader()
    while (this.#at < this.#lines.length && !this.#reader.findings.isHopeless) this.#readBlock()
    const speakers = voicesOf(this.#voices, this.#reader)
    for (const [index, { cue, offsetOf }] of this.#voices.entries())
      this.#reader.add({ ...cue, ...speakerField(speakers[index]) }, offsetOf)
    return this.#reader.finish({ grain: 'caption', language })
  }

  get #line(): string | undefined {
    return this.#lines[this.#at]?.text
  }

  /** Lines below the first one were metadata once, and some tools still write them. */
  #readHeader(): string | undefined {
    let language: string | undefined
    for (this.#at = 1; this.#line !== undefined && this.#line !== '' && !this.#line.includes('-->'); this.#at++)
      language ??= /^Language:[ \t]*(\S+)/i.exec(this.#line)?.[1]
    return language
  }

  #readBlock(): void {
    const first = this.#lines[this.#at] as TextLine
    if (first.text === '') {
      this.#at++
      return
    }
    if (first.text.includes('-->')) this.#readCue(first)
    else if (this.#lines[this.#at + 1]?.text.includes('-->')) this.#readNamedCue()
    else {
      const kind = otherBlock.exec(first.text)?.[1] as keyof typeof omissionOf | undefined
      if (kind !== undefined) this.#reader.omit(omissionOf[kind])
      else this.#reader.note('transcript/stray-text', { text: shortened(first.text) }, first.offset)
      while (this.#line !== undefined && this.#line !== '' && !this.#line.includes('-->')) this.#at++
    }
  }

  #readNamedCue(): void {
    this.#reader.omit('identifier')
    this.#at++
    this.#readCue(this.#lines[this.#at] as TextLine)
  }

  #readCue(line: TextLine): void {
    const timing = readTiming(line.text)
    this.#at++
    const from = this.#lines[this.#at]?.offset ?? this.#reader.text.length
    this.#skipPayload()
    if (timing === undefined) {
      this.#reader.error('transcript/bad-times', { line: shortened(line.text) }, line.offset)
      return
    }
    this.#checkTiming(timing, line)
    const last = this.#lines[this.#at - 1] as TextLine
    const payload = this.#reader.text.slice(from, Math.max(from, last.offset + last.text.length))
    this.#addCue(timing, line, readMarkup(payload, this.#reader, from, true), from)
  }

  /** To where the next block starts. */
  #skipPayload(): void {
    for (; this.#line !== undefined && this.#line !== ''; this.#at++) {
      if (!this.#line.includes('-->')) continue
      const { offset } = this.#lines[this.#at] as TextLine
      if (readTiming(this.#line) !== undefined || isBrokenTiming(this.#line)) {
        this.#reader.note('transcript/no-blank-line', {}, offset)
        return
      }
      this.#reader.note('transcript/arrow-in-text', {}, offset + this.#line.indexOf('-->'))
    }
  }

  #checkTiming({ from, to, endAt, rest }: Timing, { text, offset }: TextLine): void {
    const wanted = '00:01:30.500, with two digits and a point'
    if (!strictTime.test(from))
      this.#reader.note('transcript/time-format', { time: from, wanted }, offset + text.indexOf(from))
    if (!strictTime.test(to)) this.#reader.note('transcript/time-format', { time: to, wanted }, offset + endAt)
    if (rest !== '') this.#reader.omit('position')
  }

  #addCue({ start, end, endAt }: Timing, line: TextLine, { voices, closesVoice }: CueMarkup, textFrom: number): void {
    const offsetOf = (part: CuePart): number =>
      part === 'text' ? textFrom : part === 'end' ? line.offset + endAt : line.offset
    const spoken = voices.length === 0 ? [{ speaker: undefined, styled: { text: '', emphases: [] } }] : voices
    for (const { speaker, styled } of spoken)
      this.#voices.push({ cue: { start, end, ...styleFields(styled) }, speaker, closesVoice, offsetOf })
  }
}

interface CueVoice {
  readonly cue: Cue
  readonly speaker: string | undefined
  readonly closesVoice: boolean
  readonly offsetOf: (part: CuePart) => number
}

/**
 * Who speaks in each cue. Some files name a voice only where it changes: in those nobody is named twice in a row, and
 * no end tag says that a voice is over.
 */
function voicesOf(cues: readonly CueVoice[], reader: TranscriptReader): (string | undefined)[] {
  const isRepeated = cues.some(({ speaker }, index) => speaker !== undefined && speaker === cues[index - 1]?.speaker)
  if (isRepeated || cues.some(({ closesVoice }) => closesVoice)) return cues.map(({ speaker }) => speaker)
  let current: string | undefined
  return cues.map(({ cue, speaker, offsetOf }) => {
    if (speaker === undefined && current !== undefined && cue.text !== '')
      reader.note('transcript/voice-carried', {}, offsetOf('text'))
    current = speaker ?? current
    return cue.text === '' ? speaker : current
  })
}

/** `>` too: a `-->` would end the cue, and some readers drop a `>` that is no part of a tag. */
const escapeText = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function printCue(cue: TimedCue, next: TimedCue | undefined): string {
  const { start, end, speaker, text, emphases = [] } = cue
  const times = `\n${toFullClock(start)} --> ${toFullClock(end)}\n`
  const words = renderText({ text, emphases }, escapeText)
  if (speaker === undefined) return words === '' ? times : `${times}${words}\n`
  // Without an end tag, a reader may take the voice to go on.
  const isOver = next !== undefined && next.speaker === undefined
  return `${times}<v ${escapeText(speaker)}>${words}${isOver ? '</v>' : ''}\n`
}

/** WebVTT: what Apple Podcasts and browsers read. @see spec/transcripts.md §2, W3C WebVTT */
export const vtt: TranscriptFormat = {
  id: 'vtt',
  name: 'WebVTT',
  extension: 'vtt',
  type: 'text/vtt',
  isTimed: true,
  captions,
  print: (transcript, facts) => {
    const cues = captionsOf(transcript, facts, { ...captions, hasLabels: false })
    return `WEBVTT\n${cues.map((cue, index) => printCue(cue, cues[index + 1])).join('')}`
  },
  detects: isHeader,
  parse: (text, file) => {
    const reader = new TranscriptReader(text, file)
    if (isHeader(reader.text)) return new VttReader(reader).read()
    reader.error('transcript/no-header', {}, 0)
    return reader.finish({ grain: 'caption' })
  },
}

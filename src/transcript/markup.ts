/** Tags inside of cues. Pure. @see spec/transcripts.md §2, §3 */

import type { EmphasisKind } from '../model/transcript.ts'
import { CueText, type StyledText, speakerName } from './cue-text.ts'
import { decodeCaption } from './references.ts'
import type { TranscriptReader } from './transcript-reader.ts'
import { shortened } from './transcript-reader.ts'

/** Consecutive words of a cue that one voice says. */
export interface Voice {
  /** Absent: outside of all voices. */
  readonly speaker?: string | undefined
  readonly styled: StyledText
}

export interface CueMarkup {
  readonly voices: readonly Voice[]
  /** An end tag says that a voice ends here. */
  readonly closesVoice: boolean
}

const emphasisTags: Readonly<Record<string, EmphasisKind>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
}
/** What WebVTT knows. The rest of those below is HTML that tools write into captions. */
const webvttTags = new Set(['c', 'i', 'b', 'u', 'ruby', 'rt', 'v', 'lang'])
const dropped = 'c|ruby|rt|v|lang|font|span|p|div|s|small|big|sub|sup|center|a'
const tag = new RegExp(
  `<(/?)(?:(${dropped}|br|${Object.keys(emphasisTags).join('|')})((?:\\.[^<>\\s]*)?)(?:\\s([^<>]*)|/)?|[\\d:.]+)>`,
  'iy',
)
/** The start of a tag, known or not: many players drop those that they do not know. */
const tagStart = /<\/?[a-z]|<[\d:.]+>/i
/** Subtitle editors place text with it. */
const override = /\{\\[^{}\n]*\}/g

/** Whether a reader of captions would take a part of the text for a tag. */
export const holdsTag = (text: string): boolean => tagStart.test(text) || text.includes('{\\')

/** Reads one cue. */
class MarkupReader {
  readonly voices: Voice[] = []
  closesVoice = false
  readonly #reader: TranscriptReader
  readonly #offset: number
  readonly #isStrict: boolean
  readonly #text = new CueText()
  #speaker: string | undefined
  #isRuby = false

  constructor(reader: TranscriptReader, offset: number, isStrict: boolean) {
    this.#reader = reader
    this.#offset = offset
    this.#isStrict = isStrict
  }

  read(payload: string): void {
    let at = 0
    for (let from = payload.indexOf('<'); from !== -1; from = payload.indexOf('<', from)) {
      tag.lastIndex = from
      const match = tag.exec(payload)
      if (match === null) {
        if (this.#isStrict) this.#tellUnknown(payload, from)
        from++
        continue
      }
      this.#addText(payload.slice(at, from), at)
      at = from + match[0].length
      from = at
      this.#readTag(match, at - match[0].length)
    }
    this.#addText(payload.slice(at), at)
    this.#endVoice()
  }

  #addText(written: string, at: number): void {
    if (written === '' || this.#isRuby) return
    const onRaw = (index: number): void => this.#reader.note('transcript/raw-ampersand', {}, this.#offset + at + index)
    const plain = this.#isStrict ? written : this.#withoutOverrides(written)
    this.#text.appendLines(decodeCaption(plain, this.#isStrict ? onRaw : undefined))
  }

  #withoutOverrides(text: string): string {
    return text.includes('{\\')
      ? text.replace(override, () => {
          this.#reader.omit('position')
          return ''
        })
      : text
  }

  #readTag([whole, slash, written, classes, annotation = '']: RegExpExecArray, at: number): void {
    const name = written?.toLowerCase()
    const isEnd = slash === '/'
    if (name === undefined) this.#reader.omit('word-time')
    else if (this.#isStrict && !webvttTags.has(name)) this.#tellUnknown(whole, 0, at)
    if (classes !== undefined && classes !== '') this.#reader.omit('class')
    if (name === 'v') this.#turnVoice(isEnd, annotation)
    else if (name === 'br') this.#text.breakLine()
    else if (name === 'rt' || name === 'ruby') this.#turnRuby(name, isEnd)
    else if (name === 'font' && !isEnd) this.#reader.omit('font')
    const kind = name === undefined ? undefined : emphasisTags[name]
    if (kind !== undefined) isEnd ? this.#text.close(kind) : this.#text.open(kind)
  }

  #turnRuby(name: string, isEnd: boolean): void {
    if (name === 'rt' && !isEnd) this.#reader.omit('ruby')
    this.#isRuby = name === 'rt' && !isEnd
  }

  #turnVoice(isEnd: boolean, annotation: string): void {
    this.#endVoice()
    this.closesVoice ||= isEnd
    const name = speakerName(decodeCaption(annotation))
    this.#speaker = isEnd || name === '' ? undefined : name
  }

  #endVoice(): void {
    const styled = this.#text.take()
    if (styled.text !== '' || this.#speaker !== undefined) this.voices.push({ speaker: this.#speaker, styled })
    this.#speaker = undefined
  }

  /** Apps take it for a tag and do not show it; here it stays, as its author wanted to be read. */
  #tellUnknown(payload: string, from: number, at = from): void {
    const facts = (): { tag: string } => {
      const beginning = payload.slice(from, from + 60)
      return { tag: shortened(beginning.slice(0, beginning.indexOf('>') + 1) || beginning) }
    }
    this.#reader.note('transcript/unknown-tag', facts, this.#offset + at)
  }
}

/**
 * @param offset where the payload stands in the document
 * @param isStrict WebVTT: what its grammar does not have is told. Else what SRT files have is taken.
 */
export function readMarkup(payload: string, reader: TranscriptReader, offset: number, isStrict: boolean): CueMarkup {
  const markup = new MarkupReader(reader, offset, isStrict)
  markup.read(payload)
  return markup
}

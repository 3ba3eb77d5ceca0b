/** What all chapter documents have in common once their notation is understood. Pure. */

import type { Chapter, ChapterLocation } from '../model/chapter.ts'
import type { ChapterDocument, ChapterDocumentFacts } from '../model/chapter-format.ts'
import { type Diagnostic, hasError, type Outcome, outcome, reporter } from '../model/diagnostic.ts'
import { type Place, type PlaceTable, placesIn } from '../text/place.ts'
import { webUrl } from '../text/url.ts'
import { cutAtWord } from '../text/words.ts'
import { maxSeconds } from './clock.ts'
import { codes } from './codes.ts'
import { formatCodes } from './format-codes.ts'
import { clockOf, toMilliseconds } from './seconds.ts'
import { titleLine } from './title-line.ts'

const report = reporter({ ...codes, ...formatCodes })

/** After so many errors a file is in another format, or in none. */
const maxErrors = 50
/** In bytes: so much of a wrong value is shown. */
const maxShown = 60

/** A chapter as a document has it, not yet checked. */
export interface WrittenChapter {
  /** Where it stands in the text. */
  readonly offset: number
  /** In seconds; NaN if it is no time. */
  readonly start: number
  readonly end?: number | undefined
  readonly title?: string | undefined
  readonly url?: string | undefined
  readonly img?: string | undefined
  readonly toc?: boolean | undefined
  readonly location?: ChapterLocation | undefined
  /** Where a part of it stands; by default where it starts. */
  readonly offsetOf?: (part: 'start' | 'end' | 'url' | 'img') => number
}

/** A line of a document, without its end. */
export interface TextLine {
  readonly text: string
  readonly offset: number
}

/** Line feeds only, and no byte order mark. */
export const plainLineEnds = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** Gathers what a format reads in a text. */
export class ChapterReader {
  /** With line feeds only, and no byte order mark. */
  readonly text: string
  readonly #file: string
  readonly #written: WrittenChapter[] = []
  readonly #diagnostics: Diagnostic[] = []
  #places: PlaceTable | undefined
  #errors = 0

  constructor(text: string, file: string) {
    this.text = plainLineEnds(text)
    this.#file = file
  }

  /** All lines, the blank ones too. */
  *lines(): Generator<TextLine> {
    for (let offset = 0; offset <= this.text.length && !this.isHopeless; ) {
      const end = this.text.indexOf('\n', offset)
      const to = end === -1 ? this.text.length : end
      yield { text: this.text.slice(offset, to), offset }
      offset = to + 1
    }
  }

  /** So much is wrong that reading on makes no sense. */
  get isHopeless(): boolean {
    return this.#errors >= maxErrors
  }

  add(chapter: WrittenChapter): void {
    this.#written.push(chapter)
  }

  /** Reports a problem of the format. */
  readonly report = <Code extends keyof typeof formatCodes>(
    code: Code,
    facts: Parameters<typeof report<Code>>[1],
    offset: number,
  ): void => {
    this.#push(report(code, facts, this.#placeAt(offset)))
  }

  /** Checks what was read, and puts it in order. */
  finish(facts: ChapterDocumentFacts = {}): Outcome<ChapterDocument> {
    const possible = this.#written.flatMap((written, index) => this.#check(written, index))
    if (this.#written.length === 0 && this.#errors === 0) this.report('chapters/none', {}, 0)
    const chapters = this.#inOrder(possible)
    if (this.isHopeless)
      this.#diagnostics.push(report('chapters/many-problems', { count: maxErrors }, this.#placeAt(0)))
    return outcome({ chapters, facts: tidyFacts(facts) }, this.#diagnostics)
  }

  #placeAt(offset: number): Place {
    this.#places ??= placesIn(this.#file, this.text)
    return this.#places.at(offset)
  }

  #push(diagnostic: Diagnostic): void {
    if (this.isHopeless) return
    this.#diagnostics.push(diagnostic)
    if (hasError([diagnostic])) this.#errors++
  }

  #check(written: WrittenChapter, index: number): { chapter: Chapter; offset: number }[] {
    const { offset, toc, location } = written
    const start = toMilliseconds(written.start)
    const placeOf = (part: 'start' | 'end' | 'url' | 'img'): Place => this.#placeAt(written.offsetOf?.(part) ?? offset)
    if (Number.isNaN(start) || start >= maxSeconds) {
      this.#push(report('chapters/bad-start', {}, placeOf('start')))
      return []
    }
    if (start < 0) {
      this.#push(report('chapters/before-zero', { start }, placeOf('start')))
      return []
    }
    const end = this.#endOf(start, written.end, placeOf)
    const title = titleLine(written.title ?? '') || `Chapter ${index + 1}`
    if (titleLine(written.title ?? '') === '' && toc !== false)
      this.#push(report('chapters/no-title', { title }, this.#placeAt(offset)))
    const [url, img] = (['url', 'img'] as const).map((part) => this.#addressOf(written[part], () => placeOf(part)))
    const chapter = {
      start,
      ...(end === undefined ? {} : { end }),
      title,
      ...(url === undefined ? {} : { url }),
      ...(img === undefined ? {} : { img }),
      ...(toc === false ? { toc } : {}),
      ...(location === undefined ? {} : { location }),
    }
    return [{ chapter, offset }]
  }

  #endOf(start: number, written: number | undefined, placeOf: (part: 'end') => Place): number | undefined {
    if (written === undefined) return undefined
    const end = toMilliseconds(written)
    if (end > start && end < Number.MAX_SAFE_INTEGER) return end
    const facts = { start: clockOf(start), end: Number.isFinite(end) && end >= 0 ? clockOf(end) : String(written) }
    this.#push(report('chapters/end-ignored', facts, placeOf('end')))
    return undefined
  }

  #addressOf(written: string | undefined, place: () => Place): string | undefined {
    if (written === undefined || written.trim() === '') return undefined
    const url = webUrl(written.trim())
    if (url === undefined)
      this.#push(report('chapters/not-a-web-address', { value: shortened(written.trim()) }, place()))
    return url
  }

  /** Sorts, and keeps the first of those that start together. */
  #inOrder(possible: readonly { chapter: Chapter; offset: number }[]): Chapter[] {
    possible.forEach(({ chapter: { start }, offset }, index) => {
      const previous = possible[index - 1]?.chapter.start ?? 0
      if (start >= previous) return
      const facts = { time: clockOf(start), previous: clockOf(previous) }
      this.#push(report('chapters/out-of-order', facts, this.#placeAt(offset)))
    })
    const chapters: Chapter[] = []
    for (const { chapter, offset } of possible.toSorted((a, b) => a.chapter.start - b.chapter.start)) {
      const same = chapters.at(-1)
      if (same?.start !== chapter.start) chapters.push(chapter)
      else {
        const facts = { time: clockOf(chapter.start), title: same.title }
        this.#push(report('chapters/repeated-start', facts, this.#placeAt(offset)))
      }
    }
    return chapters
  }
}

/** So much of a text as a message shows. */
export const shortened = (text: string): string => cutAtWord(titleLine(text.slice(0, 4 * maxShown)), maxShown)

function tidyFacts(facts: ChapterDocumentFacts): ChapterDocumentFacts {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'string' ? titleLine(value) : value]))
}

import type { Chapter } from '../../model/chapter.ts'
import type { ChapterDocument, ChapterDocumentFacts, ChapterFormat } from '../../model/chapter-format.ts'
import type { Outcome } from '../../model/diagnostic.ts'
import { ChapterReader, shortened, type TextLine } from '../chapter-reader.ts'
import { withoutImpliedEnds } from '../ends.ts'
import { titleLine } from '../title-line.ts'

const header = ';FFMETADATA1'
/** Without a TIMEBASE, times are nanoseconds. */
const defaultBase = 1e-9
/** What ffmpeg calls the facts. */
const names = { title: 'title', album: 'podcastName', artist: 'author', comment: 'description' } as const

const escapeValue = (value: string): string => titleLine(value).replace(/[=;#\\]/g, '\\$&')
const unescaped = (written: string): string => written.replace(/\\([\s\S])/g, '$1')

/** Lines, joined where a backslash takes their end into the value. */
function* logicalLines(lines: Iterable<TextLine>): Generator<TextLine> {
  let parts: string[] = []
  let from = 0
  for (const { text, offset } of lines) {
    if (parts.length === 0) from = offset
    parts.push(text)
    if (endsInEscape(text)) continue
    yield { text: parts.join('\n'), offset: from }
    parts = []
  }
  if (parts.length > 0) yield { text: parts.join('\n'), offset: from }
}

function endsInEscape(text: string): boolean {
  let backslashes = 0
  while (text.charAt(text.length - 1 - backslashes) === '\\') backslashes++
  return backslashes % 2 === 1
}

/** Where the key ends: at the first `=` without a backslash. */
function equalsSign(text: string): number {
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++
    else if (text.charAt(at) === '=') return at
  }
  return -1
}

interface Section {
  readonly offset: number
  readonly values: Map<string, { readonly value: string; readonly offset: number }>
}

class FfmetadataReader {
  readonly #reader: ChapterReader
  readonly #global: Section = { offset: 0, values: new Map() }
  readonly #chapters: Section[] = []

  constructor(reader: ChapterReader) {
    this.#reader = reader
  }

  read(): Outcome<ChapterDocument> {
    if (!this.#reader.text.startsWith(header)) {
      this.#reader.report('ffmetadata/no-header', {}, 0)
      return this.#reader.finish()
    }
    this.#readSections()
    for (const section of this.#chapters) this.#add(section)
    const facts = Object.entries(names).map(([key, fact]) => [fact, this.#global.values.get(key)?.value])
    const { value, diagnostics } = this.#reader.finish(Object.fromEntries(facts))
    return { value: value && { ...value, chapters: withoutImpliedEnds(value.chapters) }, diagnostics }
  }

  #readSections(): void {
    let section: Section | undefined = this.#global
    for (const { text, offset } of logicalLines(this.#reader.lines())) {
      if (text.trim() === '' || /^[;#]/.test(text)) continue
      if (text.startsWith('[')) {
        // What stands in [STREAM] is not about chapters.
        section = text.trim() === '[CHAPTER]' ? { offset, values: new Map() } : undefined
        if (section !== undefined) this.#chapters.push(section)
        continue
      }
      const at = equalsSign(text)
      if (at === -1) this.#reader.report('ffmetadata/bad-line', { line: shortened(text) }, offset)
      else section?.values.set(unescaped(text.slice(0, at)).trim(), { value: unescaped(text.slice(at + 1)), offset })
    }
  }

  #add({ offset, values }: Section): void {
    const [start, end, title, base] = ['START', 'END', 'title', 'TIMEBASE'].map((key) => values.get(key))
    const [, above, below] = /^(\d{1,12})\/(\d{1,12})$/.exec(base?.value.trim() ?? '') ?? []
    const step = base === undefined ? defaultBase : Number(above) / Number(below)
    if (!Number.isFinite(step) || step === 0)
      this.#reader.report('ffmetadata/bad-timebase', { value: shortened(base?.value ?? '') }, base?.offset ?? offset)
    else if (start === undefined) this.#reader.report('ffmetadata/no-start', {}, offset)
    else {
      const seconds = (written: string): number =>
        /^-?\d{1,18}$/.test(written.trim()) ? Number(written) * step : Number.NaN
      this.#reader.add({
        offset,
        start: seconds(start.value),
        end: end === undefined || end.value === start.value ? undefined : seconds(end.value),
        title: title?.value,
        offsetOf: (part) => (part === 'end' ? end?.offset : start.offset) ?? offset,
      })
    }
  }
}

const milliseconds = (seconds: number): string => String(Math.round(seconds * 1000))

function render(chapters: readonly Chapter[], facts: ChapterDocumentFacts): string {
  const global = Object.entries(names).flatMap(([key, fact]) => {
    const value = facts[fact]
    return value === undefined ? [] : [`${key}=${escapeValue(value)}\n`]
  })
  const { duration = 0 } = facts
  const sections = chapters.map(({ start, end, title }, index) => {
    // Where the audio's end is not known, a point: ffmpeg needs an END, and a far one would make the audio seem as long.
    const to = end ?? chapters[index + 1]?.start ?? Math.max(duration, start)
    return `\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=${milliseconds(start)}\nEND=${milliseconds(to)}\ntitle=${escapeValue(title)}\n`
  })
  return `${header}\n${global.join('')}${sections.join('')}`
}

/** What ffmpeg reads and writes as `-f ffmetadata`. @see spec/chapters.md §2 ffmetadata */
export const ffmetadata: ChapterFormat = {
  id: 'ffmetadata',
  name: 'FFmpeg metadata',
  extension: 'ffmetadata.txt',
  print: render,
  detects: (text) => text.startsWith(header),
  parse: (text, file) => new FfmetadataReader(new ChapterReader(text, file)).read(),
}

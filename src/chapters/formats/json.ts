import type { Chapter, ChapterLocation } from '../../model/chapter.ts'
import type { ChapterDocument, ChapterDocumentFacts, ChapterFormat } from '../../model/chapter-format.ts'
import type { Outcome } from '../../model/diagnostic.ts'
import { type JsonPath, type JsonPlaces, jsonPlacesIn } from '../../text/json-places.ts'
import { ChapterReader, shortened } from '../chapter-reader.ts'
import { readClock } from '../clock.ts'
import { titleLine } from '../title-line.ts'

/** @see spec/chapters.md §2 JSON */
const version = '1.2.0'

const toJson = ({ start, end, title, img, url, toc, location }: Chapter): object => ({
  startTime: start,
  ...(end === undefined ? {} : { endTime: end }),
  title: titleLine(title),
  ...(img === undefined ? {} : { img }),
  ...(url === undefined ? {} : { url }),
  // Absent means true.
  ...(toc === false ? { toc } : {}),
  ...(location === undefined ? {} : { location }),
})

/**
 * JSON chapters 1.2, as `podcast:chapters` links to them.
 * @see spec/chapters.md §2 JSON
 */
export function renderJsonChapters(chapters: readonly Chapter[], facts: ChapterDocumentFacts): string {
  const { title, podcastName, author, description, fileName } = facts
  const document = { version, author, title, podcastName, description, fileName, chapters: chapters.map(toJson) }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

type Group = Readonly<Record<string, unknown>>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

const textFields = ['author', 'title', 'podcastName', 'description', 'fileName'] as const
// `waypoints` says that the locations are a route: nothing here depends on it.
const documentFields = new Set<string>(['version', 'chapters', ...textFields])
const chapterFields = new Set(['startTime', 'endTime', 'title', 'img', 'url', 'toc', 'location'])
const locationFields = new Set(['name', 'geo', 'osm'])

const kinds = {
  string: { wanted: 'text' },
  number: { wanted: 'a number' },
  boolean: { wanted: 'true or false' },
} as const
interface Kinds {
  readonly string: string
  readonly number: number
  readonly boolean: boolean
}

/** Chapter, location and key: places deeper than this are not asked for. */
const depth = 4

class JsonReader {
  readonly #reader: ChapterReader
  readonly #unknown = new Set<string>()
  #places: JsonPlaces | undefined

  constructor(reader: ChapterReader) {
    this.#reader = reader
  }

  read(): Outcome<ChapterDocument> {
    const data = this.#data()
    if (data === undefined) return this.#reader.finish()
    if (!isGroup(data) || !Array.isArray(data.chapters)) {
      this.#reader.report('json/not-chapters', {}, this.#offsetOf(['chapters']))
      return this.#reader.finish()
    }
    if (typeof data.version !== 'string') this.#reader.report('json/no-version', {}, this.#offsetOf(['version']))
    this.#reportUnknown(data, documentFields, [])
    const facts = Object.fromEntries(textFields.map((field) => [field, this.#field(data, field, 'string', [])]))
    for (const [index, chapter] of data.chapters.entries()) {
      if (this.#reader.isHopeless) break
      if (isGroup(chapter)) this.#readChapter(chapter, ['chapters', index])
      else this.#wrongKind(['chapters', index], 'a chapter in braces')
    }
    return this.#reader.finish(facts)
  }

  #data(): unknown {
    try {
      return JSON.parse(this.#reader.text)
    } catch {
      // The engine does not say where, and its words depend on its version.
      const { errorAt = this.#reader.text.length } = this.#placesInText()
      this.#reader.report('json/not-json', {}, errorAt)
      return undefined
    }
  }

  #placesInText(): JsonPlaces {
    this.#places ??= jsonPlacesIn(this.#reader.text, depth)
    return this.#places
  }

  #offsetOf(path: JsonPath): number {
    return this.#placesInText().offsetOf(path)
  }

  #readChapter(chapter: Group, path: JsonPath): void {
    this.#reportUnknown(chapter, chapterFields, path)
    const names = { start: 'startTime', end: 'endTime', url: 'url', img: 'img' } as const
    const start = this.#seconds(chapter, 'startTime', path)
    if (start === undefined) {
      if (chapter.startTime === undefined) this.#wrongKind([...path, 'startTime'], 'a number')
      return
    }
    const { location } = chapter
    this.#reader.add({
      start,
      end: this.#seconds(chapter, 'endTime', path),
      title: this.#field(chapter, 'title', 'string', path),
      url: this.#field(chapter, 'url', 'string', path),
      img: this.#field(chapter, 'img', 'string', path),
      toc: this.#field(chapter, 'toc', 'boolean', path),
      location: location === undefined || location === null ? undefined : this.#location(location, path),
      offset: this.#offsetOf(path),
      offsetOf: (part) => this.#offsetOf([...path, names[part]]),
    })
  }

  /** A number; or, as some tools write it, one in quotes. */
  #seconds(chapter: Group, field: string, path: JsonPath): number | undefined {
    const value = chapter[field]
    const clock = typeof value === 'string' ? readClock(value) : undefined
    return clock ?? this.#field(chapter, field, 'number', path)
  }

  #location(location: unknown, path: JsonPath): ChapterLocation | undefined {
    const here = [...path, 'location']
    if (!isGroup(location)) {
      this.#wrongKind(here, 'a location in braces')
      return undefined
    }
    this.#reportUnknown(location, locationFields, here)
    const [name, geo, osm] = (['name', 'geo', 'osm'] as const).map((f) => this.#field(location, f, 'string', here))
    if (name !== undefined && name !== '' && geo !== undefined && geo !== '')
      return { name, geo, ...(osm === undefined || osm === '' ? {} : { osm }) }
    this.#reader.report('json/incomplete-location', {}, this.#offsetOf(here))
    return undefined
  }

  /** A field that may be absent or null. */
  #field<K extends keyof Kinds>(group: Group, field: string, kind: K, path: JsonPath): Kinds[K] | undefined {
    const value = Object.hasOwn(group, field) ? group[field] : undefined
    if (value === undefined || value === null) return undefined
    if (typeof value === kind) return value as Kinds[K]
    this.#wrongKind([...path, field], kinds[kind].wanted)
    return undefined
  }

  #wrongKind(path: JsonPath, wanted: string): void {
    this.#reader.report('json/wrong-kind', { field: String(path.at(-1)), wanted }, this.#offsetOf(path))
  }

  /** Each name is reported once, where it comes first. */
  #reportUnknown(group: Group, known: ReadonlySet<string>, path: JsonPath): void {
    for (const field of Object.keys(group)) {
      if (known.has(field) || this.#unknown.has(field) || this.#reader.isHopeless) continue
      this.#unknown.add(field)
      this.#reader.report('json/unknown-field', { field: shortened(field) }, this.#offsetOf([...path, field]))
    }
  }
}

export const json: ChapterFormat = {
  id: 'json',
  name: 'JSON chapters 1.2',
  extension: 'json',
  print: renderJsonChapters,
  detects: (text) => /^\s*\{\s*["}]/.test(text),
  parse: (text, file) => new JsonReader(new ChapterReader(text, file)).read(),
}

import matter from 'gray-matter'
import { type Diagnostic, type Outcome, reporter } from '../model/diagnostic.ts'
import { type Place, placesIn } from '../text/place.ts'
import { codes } from './codes.ts'
import { type Group, isGroup, type Located, type OffsetOf } from './located.ts'
import { parseToml } from './toml.ts'
import { parseYaml } from './yaml.ts'

const report = reporter(codes)

/** How long frontmatter may be, in UTF-16 units: room for hundreds of chapters. */
export const maxFrontmatter = 200_000
/** How many empty lines may follow each other in it: gray-matter's time grows with their square. */
const maxEmptyLines = 1000

/** An episode's file, taken apart. */
export interface WrittenEpisode {
  /** The frontmatter as data, by the names that the file uses. */
  readonly data: Group
  /** Offsets in the file's text. */
  readonly offsetOf: OffsetOf
  /** The Markdown after the frontmatter. */
  readonly body: string
  readonly bodyOffset: number
}

/** JSON is YAML, so one reader finds the mistakes and the places in both. */
const readers: Readonly<Record<string, (text: string) => Located>> = {
  yaml: parseYaml,
  yml: parseYaml,
  json: parseYaml,
  toml: parseToml,
}

const refuse = (): never => {
  throw new Error('bug: frontmatter was about to be run as a program')
}
const asItIs = { parse: () => ({}), stringify: () => '' }
/** gray-matter only splits. Its own engines would run a file's code, so each of them is replaced. */
const engines = {
  ...{ yaml: asItIs, yml: asItIs, json: asItIs, toml: asItIs },
  ...{ javascript: refuse, js: refuse, coffee: refuse, coffeescript: refuse, cson: refuse },
}

/** Where the frontmatter of a file stands. */
interface Fences {
  readonly fence: string
  readonly language: string
  /** The end of the opening line, where the frontmatter's text starts. */
  readonly start: number
  readonly end: number
  readonly bodyOffset: number
}

/** Splits a file into frontmatter and body, and reads the frontmatter as data: YAML, JSON, or TOML. */
export function parseFrontmatter(text: string, file: string): Outcome<WrittenEpisode> {
  const { value: fences, diagnostics } = findFences(text, file)
  if (fences === undefined) return { value: undefined, diagnostics }
  const { fence, language, start, end, bodyOffset } = fences
  // The body stays out of it: gray-matter would copy it. With options, it does not remember every text for ever.
  const { matter: header } = matter(text.slice(0, end + 4), { engines, delimiters: fence, language })
  const { data = null, error, offsetOf } = (readers[language] ?? refuse)(header)
  const failed = (diagnostic: Diagnostic): Outcome<WrittenEpisode> => ({ value: undefined, diagnostics: [diagnostic] })
  if (error !== undefined) return failed(report(error.code, error, placesIn(file, text).at(start + error.offset)))
  if (data !== null && !isGroup(data)) return failed(report('frontmatter/not-keys', {}, firstPlace(file)))
  const inFile: OffsetOf = (path, part) => {
    const offset = offsetOf(path, part)
    return offset === 0 ? 0 : start + offset
  }
  return { value: { data: data ?? {}, offsetOf: inFile, body: text.slice(bodyOffset), bodyOffset }, diagnostics: [] }
}

const firstPlace = (file: string): Place => ({ file, line: 1, column: 1, offset: 0 })

/** Finds the two fences, and refuses what gray-matter must not see: a language that is not data, or endless lines. */
function findFences(text: string, file: string): Outcome<Fences> {
  const failed = (diagnostic: Diagnostic): Outcome<Fences> => ({ value: undefined, diagnostics: [diagnostic] })
  const fence = text.slice(0, 3)
  if ((fence !== '---' && fence !== '+++') || text[3] === fence[0])
    return failed(report('frontmatter/none', {}, firstPlace(file)))
  const end = text.indexOf(`\n${fence}`, 3)
  if (end === -1) return failed(report('frontmatter/unclosed', { fence }, firstPlace(file)))
  const start = text.indexOf('\n')
  const word = text.slice(3, start).trim()
  const language = word === '' ? (fence === '+++' ? 'toml' : 'yaml') : word
  if (!Object.hasOwn(readers, language))
    return failed(report('frontmatter/language', { language }, { file, line: 1, column: 4, offset: 3 }))
  const closing = text.indexOf('\n', end + 1)
  const bodyOffset = closing === -1 ? text.length : closing + 1
  if (text.slice(end + 4, bodyOffset).trim() !== '')
    return failed(report('frontmatter/unclosed', { fence }, placesIn(file, text).at(end + 1)))
  if (end > maxFrontmatter || hasGap(text.slice(0, end)))
    return failed(report('frontmatter/too-long', {}, firstPlace(file)))
  return { value: { fence, language, start, end, bodyOffset }, diagnostics: [] }
}

function hasGap(header: string): boolean {
  if (header.length < maxEmptyLines) return false
  let empty = 0
  return header.split('\n').some((line) => {
    empty = line.trim() === '' ? empty + 1 : 0
    return empty > maxEmptyLines
  })
}

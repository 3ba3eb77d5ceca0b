import { type Diagnostic, type Outcome, outcome, reporter } from '../model/diagnostic.ts'
import type { EpisodeSource, Instant } from '../model/episode.ts'
import { frontmatterSchema } from '../model/frontmatter.ts'
import type { Show } from '../model/show.ts'
import { parseDate } from '../text/date.ts'
import { isLanguage, suggestLanguage } from '../text/languages.ts'
import { type Place, type PlaceTable, placesIn } from '../text/place.ts'
import { isSlug, slugOfFile } from '../text/slug.ts'
import { nearest } from '../text/words.ts'
import { codes } from './codes.ts'
import { decodeText } from './decode.ts'
import { parseFrontmatter, type WrittenEpisode } from './frontmatter.ts'
import { describe, findUnknownKeys, knownKeys, suggestKey } from './keys.ts'
import type { Path } from './located.ts'
import { applyMapping, type Mapped, withDefaults } from './mapping.ts'
import { type Finding, pathName, validate } from './validate.ts'

const report = reporter(codes)
const known = knownKeys(frontmatterSchema)

/** What one file says; `draft` holds even if the rest is not in order, as a draft may be unfinished. */
export interface EpisodeOutcome extends Outcome<EpisodeSource> {
  readonly draft: boolean
  /** Whether it names its audio; if not, a file of its name is sought. */
  readonly namesAudio: boolean
}

/**
 * Reads one episode's file on its own, and reports all that is wrong in it.
 * @param bytes undefined if the file cannot be read
 * @param path relative to the show's folder, with `/`
 */
export function parseEpisode(bytes: Uint8Array | undefined, path: string, show: Show): EpisodeOutcome {
  if (bytes === undefined) {
    const place = { file: path, line: 1, column: 1, offset: 0 }
    return { value: undefined, diagnostics: [report('file/unreadable', {}, place)], draft: false, namesAudio: true }
  }
  const text = decodeText(bytes, path)
  if (text.value === undefined)
    return { value: undefined, diagnostics: text.diagnostics, draft: false, namesAudio: true }
  const written = parseFrontmatter(text.value, path)
  if (written.value === undefined)
    return { value: undefined, diagnostics: written.diagnostics, draft: false, namesAudio: true }
  return checkEpisode(written.value, text.value, path, show)
}

function checkEpisode(written: WrittenEpisode, text: string, path: string, show: Show): EpisodeOutcome {
  const mapped = applyMapping(written.data, show.mapping)
  const data = withDefaults(mapped.data, show.defaults)
  // Places are only wanted for what is wrong: the lines are counted then.
  let places: PlaceTable | undefined
  const placeAt = (offset: number): Place => {
    places ??= placesIn(path, text)
    return places.at(offset)
  }
  const placeOf = (key: Path): Place => {
    const { path: theirs, isExact } = mapped.find(key)
    return placeAt(written.offsetOf(theirs, isExact ? 'value' : 'key'))
  }
  const { value: frontmatter, findings } = validate(frontmatterSchema, data)
  const [date, updated] = (['date', 'updated'] as const).map((key) => {
    const name = pathName(mapped.theirs([key]))
    return readDate(data[key], show.timeZone, (value) =>
      report('frontmatter/impossible-date', { key: name, value }, placeOf([key])),
    )
  })
  const slug = frontmatter?.slug ?? slugOfFile(path)
  const hasSlug = data.slug !== undefined || isSlug(slug)
  const diagnostics = [
    ...findings.map((finding) => reportFinding(finding, mapped, placeOf)),
    ...reportUnknownKeys(mapped, show, (key) => placeAt(written.offsetOf(key, 'key'))),
    ...(date?.diagnostics ?? []),
    ...(updated?.diagnostics ?? []),
    ...checkLanguage(frontmatter?.language, () => placeOf(['language'])),
    ...(hasSlug ? [] : [report('frontmatter/no-slug', {}, placeAt(0))]),
  ]
  const source = {
    path,
    frontmatter,
    date: date?.value,
    updated: updated?.value,
    slug,
    slugIsExplicit: frontmatter?.slug !== undefined,
    body: written.body,
    bodyOffset: written.bodyOffset,
    placeOf,
    placeInBody: (offset: number) => placeAt(written.bodyOffset + offset),
  }
  // Frontmatter and date can only be absent where an error says so, and then nobody gets the source.
  const draft = frontmatter?.draft ?? isDraft(data.draft)
  return { ...outcome(source as EpisodeSource, diagnostics), draft, namesAudio: data.audio !== undefined }
}

function checkLanguage(code: string | undefined, place: () => Place): Diagnostic[] {
  if (code === undefined || isLanguage(code)) return []
  return [report('frontmatter/unknown-language', { code, suggestion: suggestLanguage(code) }, place())]
}

const isDraft = (value: unknown): boolean =>
  value !== undefined && validate(frontmatterSchema.shape.draft, value).value === true

/** What is neither text nor number is the schema's to report. */
function readDate(value: unknown, timeZone: string, refuse: (value: string) => Diagnostic): Outcome<Instant> {
  if (typeof value !== 'string' && typeof value !== 'number') return { value: undefined, diagnostics: [] }
  const instant = parseDate(value, timeZone)
  return { value: instant, diagnostics: instant === undefined ? [refuse(String(value))] : [] }
}

function reportFinding(finding: Finding, mapped: Mapped, placeOf: (key: Path) => Place): Diagnostic {
  const { path, isMissing, problem, actual } = finding
  const key = pathName(mapped.theirs(path))
  const purpose = describe(path, known)
  return isMissing
    ? report('frontmatter/missing', { key, purpose }, placeOf(path))
    : report('frontmatter/wrong-value', { key, problem, actual, purpose }, placeOf(path))
}

/** @param placeOfKey by the file's own names */
function reportUnknownKeys(mapped: Mapped, show: Show, placeOfKey: (key: Path) => Place): Diagnostic[] {
  return findUnknownKeys(mapped.data, known).flatMap((unknown) => {
    const theirs = mapped.theirs(unknown.path)
    const key = pathName(theirs)
    if (show.ignoreKeys.includes(key) || show.ignoreKeys.includes(String(theirs[0]))) return []
    const suggestion = nearest(key, Object.values(show.mapping)) ?? suggestKey(unknown)
    return [report('frontmatter/unknown-key', { key, suggestion }, placeOfKey(theirs))]
  })
}

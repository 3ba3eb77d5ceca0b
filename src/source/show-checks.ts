import { findUnknownCategories } from '../model/apple-categories.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import { frontmatterSchema } from '../model/frontmatter.ts'
import type { ShowFile } from '../model/show.ts'
import { isTimeZone } from '../text/date.ts'
import { isLanguage, suggestLanguage } from '../text/languages.ts'
import type { Place } from '../text/place.ts'
import { isUuid } from '../text/uuid.ts'
import { byteLength, nearest } from '../text/words.ts'
import { codes } from './codes.ts'
import { isKnownPath, keyPaths, knownKeys } from './keys.ts'
import type { Group, Path } from './located.ts'
import { patternProblem } from './patterns.ts'

const report = reporter(codes)
const knownInEpisode = knownKeys(frontmatterSchema)

/** @see spec/rss-itunes-psp.md §2 description */
export const maxDescriptionBytes = 4000

type PlaceOf = (path: Path, part?: 'value' | 'key') => Place

/** The name that was meant: one that ends with what was written, as `Berlin` for `Europe/Berlin`, or the nearest. */
function meant(written: string, names: readonly string[], separator: string): string | undefined {
  const end = separator + written.toLowerCase()
  return names.find((name) => name.toLowerCase().endsWith(end)) ?? nearest(written, names)
}

/** One thing that a schema cannot say. `file` has the keys that are right by the schema, `written` all of them. */
type Check = (file: Partial<ShowFile>, written: Group, placeOf: PlaceOf) => readonly Diagnostic[]

const hasAddress: Check = (_file, written, placeOf) =>
  written.baseUrl === undefined && written.feedUrl === undefined ? [report('show/no-address', {}, placeOf([]))] : []

/** The build writes `feed.xml`; another address is fine if the server knows about it. */
const feedIsThere: Check = ({ baseUrl, feedUrl }, _written, placeOf) => {
  if (feedUrl === undefined) return []
  const folder = baseUrl ?? new URL('.', feedUrl).href
  const written = new URL('feed.xml', folder.endsWith('/') ? folder : `${folder}/`).href
  return written === feedUrl ? [] : [report('show/feed-elsewhere', { feedUrl, written }, placeOf(['feedUrl']))]
}

const timeZoneExists: Check = ({ timezone: name }, _written, placeOf) => {
  if (name === undefined || isTimeZone(name)) return []
  const suggestion = meant(name, ['UTC', ...Intl.supportedValuesOf('timeZone')], '/')
  return [report('show/unknown-timezone', { name, suggestion }, placeOf(['timezone']))]
}

const languageExists: Check = ({ language: code }, _written, placeOf) => {
  if (code === undefined || isLanguage(code)) return []
  return [report('show/unknown-language', { code, suggestion: suggestLanguage(code) }, placeOf(['language']))]
}

const categoriesExist: Check = ({ categories = [] }, written, placeOf) =>
  categories.flatMap((category, index) => {
    const place = placeOf(Array.isArray(written.categories) ? ['categories', index] : ['categories'])
    return findUnknownCategories(category).map((facts) => report('show/unknown-category', facts, place))
  })

const imageIsSafe: Check = ({ image }, _written, placeOf) =>
  image !== undefined && /^http:/i.test(image) ? [report('show/http-image', {}, placeOf(['image']))] : []

const descriptionFits: Check = ({ description = '' }, _written, placeOf) => {
  const bytes = byteLength(description)
  if (bytes <= maxDescriptionBytes) return []
  return [report('show/long-description', { bytes, limit: maxDescriptionBytes }, placeOf(['description']))]
}

const tailsArePatterns: Check = ({ outline }, _written, placeOf) =>
  (outline?.tails ?? []).flatMap((tail, index) => {
    const problem = patternProblem(tail)
    return problem === undefined ? [] : [report('show/bad-pattern', { problem }, placeOf(['outline', 'tails', index]))]
  })

const mappingIsKnown: Check = ({ frontmatter = {} }, _written, placeOf) =>
  Object.keys(frontmatter).flatMap((key) => {
    if (isKnownPath(key.split('.'), knownInEpisode)) return []
    const suggestion = meant(key, keyPaths(knownInEpisode), '.')
    return [report('show/unknown-mapping', { key, suggestion }, placeOf(['frontmatter', key], 'key'))]
  })

const guidIsUuid: Check = ({ guid }, _written, placeOf) =>
  guid === undefined || isUuid(guid) ? [] : [report('show/guid', {}, placeOf(['guid']))]

const episodeGuidsDiffer: Check = ({ episodeGuid }, _written, placeOf) =>
  episodeGuid === undefined || episodeGuid.includes('{slug}')
    ? []
    : [report('show/episode-guid', {}, placeOf(['episodeGuid']))]

/** The names of files that a build writes itself. */
const takenFeedIds = ['feed']

const feedIdsDiffer: Check = ({ feeds = [] }, written, placeOf) =>
  feeds.flatMap(({ id }, index) => {
    const isTaken = takenFeedIds.includes(id) || feeds.findIndex((feed) => feed.id === id) < index
    const key = Array.isArray(written.feeds) ? ['feeds', index, 'id'] : ['feeds', 'id']
    return isTaken || /^feed-\d+$/.test(id) ? [report('show/feed-id', { id }, placeOf(key))] : []
  })

/** Apple Podcasts reads the first page only. @see spec/rss-itunes-psp.md §7 Paged feeds */
const pagesHide: Check = ({ pageSize }, _written, placeOf) =>
  pageSize === undefined ? [] : [report('show/page-size', { pageSize }, placeOf(['pageSize']))]

const checks: readonly Check[] = [
  feedIdsDiffer,
  pagesHide,
  hasAddress,
  feedIsThere,
  timeZoneExists,
  languageExists,
  categoriesExist,
  imageIsSafe,
  descriptionFits,
  tailsArePatterns,
  mappingIsKnown,
  guidIsUuid,
  episodeGuidsDiffer,
]

/** Checks what podcast.yaml says against what exists outside of it: zones, languages, categories, our own keys. */
export const checkShowValues: Check = (file, written, placeOf) =>
  checks.flatMap((check) => check(file, written, placeOf))

/** Without the values that these checks refuse and the reading of episodes would stumble over. */
export function usablePart(file: Partial<ShowFile>): Partial<ShowFile> {
  const { timezone, guid, episodeGuid, outline, frontmatter = {}, ...rest } = file
  const mapping = Object.entries(frontmatter).filter(([key]) => isKnownPath(key.split('.'), knownInEpisode))
  return {
    ...rest,
    ...(timezone === undefined || !isTimeZone(timezone) ? {} : { timezone }),
    ...(guid === undefined || !isUuid(guid) ? {} : { guid }),
    ...(episodeGuid?.includes('{slug}') === true ? { episodeGuid } : {}),
    outline: { ...outline, tails: outline?.tails?.filter((tail) => patternProblem(tail) === undefined) },
    frontmatter: Object.fromEntries(mapping),
  }
}

import { type Diagnostic, hasError, type Outcome, reporter } from '../model/diagnostic.ts'
import type { FeedVariant } from '../model/feed-variant.ts'
import { type Show, type ShowFile, showSchema } from '../model/show.ts'
import { type ChannelValues, channelTags } from '../tags/index.ts'
import { type Place, placesIn } from '../text/place.ts'
import { codes } from './codes.ts'
import { decodeText } from './decode.ts'
import { describe, findUnknownKeys, knownKeys, suggestKey } from './keys.ts'
import { type Group, isGroup, type OffsetOf, type Path } from './located.ts'
import { applyMapping } from './mapping.ts'
import { podcastGuid } from './podcast-guid.ts'
import { checkShowValues, usablePart } from './show-checks.ts'
import { pathName, validate } from './validate.ts'
import { parseYaml } from './yaml.ts'

const report = reporter(codes)
const known = knownKeys(showSchema)

/** What Apple and PSP-1 require beside the schema's own keys, and what they recommend. @see spec/rss-itunes-psp.md §2 */
export const requiredTags = ['image', 'categories', 'explicit'] as const
const recommendedTags = ['author'] as const

export interface ShowOutcome extends Outcome<Show> {
  /** Where the file has errors: what can be understood of it, good for checking the episodes, never for publishing. */
  readonly provisional?: Show | undefined
  /** The show's guid stands in the file; else it was derived from the feed's address. */
  readonly guidIsWritten: boolean
  /** The place of a key of podcast.yaml, or of its nearest existing parent. */
  readonly placeOf: (path: Path) => Place
}

/**
 * Reads podcast.yaml: every default filled, every address absolute. Artwork stays as written and `media` empty,
 * as only the folder can tell which files are there.
 */
export function parseShow(bytes: Uint8Array, file: string): ShowOutcome {
  const start: Place = { file, line: 1, column: 1, offset: 0 }
  const failed = (diagnostics: readonly Diagnostic[]): ShowOutcome => {
    return { value: undefined, diagnostics, guidIsWritten: false, placeOf: () => start }
  }
  const { value: text, diagnostics } = decodeText(bytes, file)
  if (text === undefined) return failed(diagnostics)
  const { data, error, offsetOf } = parseYaml(text)
  if (error !== undefined) return failed([report(error.code, error, placesIn(file, text).at(error.offset))])
  if (data !== undefined && data !== null && !isGroup(data)) return failed([report('show/not-keys', {}, start)])
  return checkShow(data ?? {}, offsetOf, text, file)
}

function checkShow(written: Group, offsetOf: OffsetOf, text: string, file: string): ShowOutcome {
  const { data, find } = applyMapping(written, {})
  const places = placesIn(file, text)
  const placeOf = (path: Path, part: 'value' | 'key' = 'value'): Place => {
    const { path: existing, isExact } = find(path)
    return places.at(offsetOf(existing, isExact ? part : 'key'))
  }
  const { value, findings } = validate(showSchema, data)
  const diagnostics: Diagnostic[] = findings.map(({ path, isMissing, problem, actual }) => {
    const facts = { key: pathName(path), purpose: describe(path, known) }
    return isMissing
      ? report('show/missing', facts, placeOf(path))
      : report('show/wrong-value', { ...facts, problem, actual }, placeOf(path))
  })
  const isAbsent = (key: string): boolean => data[key] === undefined
  diagnostics.push(
    ...requiredTags
      .filter(isAbsent)
      .map((key) => report('show/missing', { key, purpose: describe([key], known) }, placeOf([key]))),
    ...recommendedTags
      .filter(isAbsent)
      .map((key) => report('show/recommended', { key, purpose: describe([key], known) }, placeOf([key]))),
    ...findUnknownKeys(data, known).map((unknown) => {
      const facts = { key: pathName(unknown.path), suggestion: suggestKey(unknown) }
      return report('show/unknown-key', facts, placeOf(unknown.path, 'key'))
    }),
    ...checkShowValues(value ?? validPart(data), data, placeOf),
  )
  const common = { diagnostics, guidIsWritten: data.guid !== undefined, placeOf: (path: Path) => placeOf(path) }
  if (value !== undefined && !hasError(diagnostics)) return { ...common, value: toShow(value, data) }
  return { ...common, value: undefined, provisional: toShow({ ...stopgap, ...usablePart(validPart(data)) }, data) }
}

/** Stands in for what a show must say but does not, so that its episodes can be checked all the same. */
const stopgap = { title: 'Untitled', description: 'None', language: 'en', baseUrl: 'https://example.invalid/' }

/** The keys whose values are right, for the checks that look further. */
function validPart(data: Group): Partial<ShowFile> {
  const entries = Object.entries(showSchema.shape).flatMap(([key, schema]) => {
    const { value } = validate(schema, data[key])
    return value === undefined ? [] : [[key, value]]
  })
  return Object.fromEntries(entries)
}

/** @param data has an address, as {@link checkShowValues} sees to it */
function toShow(file: ShowFile, data: Group): Show {
  const { baseUrl, feedUrl } = addresses(file)
  const {
    atom = true,
    json = true,
    site = true,
    simpleChapters = 'auto',
    timestamps = true,
    embed = false,
    artwork = true,
    transcripts = ['vtt', 'srt', 'json', 'html', 'text'],
    sanitize = true,
  } = file.output ?? {}
  const all: Readonly<Record<string, unknown>> = file
  const values = channelTags.flatMap(({ key }) => (all[key] === undefined ? [] : [[key, all[key]]]))
  return {
    title: file.title,
    description: file.description,
    link: file.link ?? baseUrl,
    baseUrl,
    feedUrl,
    language: file.language,
    timeZone: file.timezone ?? 'UTC',
    guid: file.guid ?? podcastGuid(feedUrl),
    values: Object.fromEntries(values) as ChannelValues,
    pageSize: file.pageSize,
    feeds: (file.feeds ?? []).map((feed) => toVariant(feed, file, baseUrl)),
    seasons: file.seasons ?? [],
    episodeGuid: file.episodeGuid,
    // As written: they are checked again with the keys of each episode.
    defaults: file.defaults !== undefined && isGroup(data.defaults) ? data.defaults : {},
    mapping: file.frontmatter ?? {},
    ignoreKeys: file.ignoreKeys ?? [],
    outline: { ...file.outline, labels: file.outline?.labels ?? [], tails: file.outline?.tails ?? [] },
    audio: toAudio(file.media),
    check: { profile: file.check?.profile, rules: file.check?.rules ?? {} },
    output: { atom, json, site, simpleChapters, timestamps, embed, artwork, transcripts, sanitize },
    media: [],
  }
}

function toAudio({ folders = [], baseUrl, prefix = [] }: NonNullable<ShowFile['media']> = {}): Show['audio'] {
  return { folders, baseUrl: baseUrl === undefined || baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`, prefix }
}

type WrittenFeed = NonNullable<ShowFile['feeds']>[number]

/** A further feed, with what it does not say itself taken from the show. */
function toVariant(feed: WrittenFeed, show: ShowFile, baseUrl: string): FeedVariant {
  const feedUrl = new URL(`${feed.id}.xml`, baseUrl).href
  const { title = show.title, description = show.description, language = show.language } = feed
  return {
    ...feed,
    title,
    description,
    language,
    feedUrl,
    guid: feed.guid ?? podcastGuid(feedUrl),
    guidIsWritten: feed.guid !== undefined,
    private: feed.private ?? false,
  }
}

/** Each address by the other: the feed is `feed.xml` in the output folder, unless it says otherwise. */
function addresses({ baseUrl, feedUrl }: Pick<ShowFile, 'baseUrl' | 'feedUrl'>): Pick<Show, 'baseUrl' | 'feedUrl'> {
  const folder = new URL(baseUrl ?? new URL('.', feedUrl))
  folder.search = ''
  folder.hash = ''
  if (!folder.pathname.endsWith('/')) folder.pathname += '/'
  return { baseUrl: folder.href, feedUrl: feedUrl ?? new URL('feed.xml', folder).href }
}

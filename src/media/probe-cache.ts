import { z } from 'zod'
import { type Diagnostic, type Outcome, outcome, reporter } from '../model/diagnostic.ts'
import { type JsonPath, jsonPlacesIn } from '../text/json-places.ts'
import { type Place, placesIn } from '../text/place.ts'
import { probeCodes } from './probe-codes.ts'
import type { ProbedMedia } from './probed.ts'

/**
 * What was found out about audio on the web, as a file beside the show's that is committed with it: so that a build
 * needs no network, and gives the same anywhere. It holds no dates of its own. Pure.
 */

const report = reporter(probeCodes)

/** The file's name, in the show's folder. */
export const probeCacheFile = 'podcast.media.json'

/** What is known, by address. */
export type ProbeCache = ReadonlyMap<string, ProbedMedia>

const text = z.string({ error: 'must be text' }).min(1, { error: 'must not be empty' })
const whole = z.number({ error: 'must be a whole number' }).int({ error: 'must be a whole number' })
const count = whole.min(0, { error: 'must not be negative' })

const schema = z.object(
  {
    version: z.literal(1, { error: 'must be 1' }),
    media: z.array(
      z.object(
        {
          url: text,
          length: count.optional(),
          type: text,
          duration: z.number({ error: 'must be a number' }).min(0, { error: 'must not be negative' }).optional(),
          bitrate: count.optional(),
          height: count.optional(),
          etag: text.optional(),
          lastModified: text.optional(),
        },
        { error: 'must be a group of keys' },
      ),
      { error: 'must be a list' },
    ),
  },
  { error: 'must be a group of keys' },
)

type Entries = z.output<typeof schema>['media']

/** Reads the cache. @param bytes undefined: there is none yet */
export function parseProbeCache(bytes: Uint8Array | undefined, file: string): Outcome<ProbeCache> {
  if (bytes === undefined) return { value: new Map(), diagnostics: [] }
  const source = new TextDecoder().decode(bytes)
  let data: unknown
  try {
    data = JSON.parse(source)
  } catch {
    return { value: undefined, diagnostics: [explainDamage(source, file)] }
  }
  // Places are looked for only when something is wrong.
  return checkCache(data, (path) => placesIn(file, source).at(jsonPlacesIn(source, path.length).offsetOf(path)))
}

function explainDamage(source: string, file: string): Diagnostic {
  const lines = placesIn(file, source)
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(source)
  if (conflict !== null) return report('probe/cache-conflict', {}, lines.at(conflict.index))
  return report('probe/cache-syntax', {}, lines.at(jsonPlacesIn(source, 0).errorAt ?? 0))
}

function checkCache(data: unknown, placeOf: (path: JsonPath) => Place): Outcome<ProbeCache> {
  if (isNewer(data)) return { value: undefined, diagnostics: [report('probe/cache-version', {}, placeOf(['version']))] }
  const { success, data: cache, error } = schema.safeParse(data)
  if (!success) {
    const diagnostics = error.issues.map(({ path, message }) => {
      const at = path as JsonPath
      return report('probe/cache-value', { key: nameOf(at), problem: message }, placeOf(at))
    })
    return { value: undefined, diagnostics }
  }
  const known = cache.media.map(({ url, ...media }) => [url, media as ProbedMedia] as const)
  return outcome(new Map(known), findRepeats(cache.media, placeOf))
}

const isNewer = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'version' in data && Number(data.version) > 1

/** As people read it: `media[0].length`. */
const nameOf = (path: JsonPath): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '') || 'The file'

function findRepeats(media: Entries, placeOf: (path: JsonPath) => Place): Diagnostic[] {
  const first = new Map<string, number>()
  return media.flatMap(({ url }, index) => {
    const before = first.get(url)
    if (before === undefined) {
      first.set(url, index)
      return []
    }
    const related = [{ message: 'first here', place: placeOf(['media', before, 'url']) }]
    return [report('probe/cache-duplicate', { url }, placeOf(['media', index, 'url']), related)]
  })
}

/** The cache as a file: JSON with one line for each address, so that a commit shows which of them changed. */
export function renderProbeCache(cache: ProbeCache): string {
  const sorted = [...cache].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const lines = sorted.map(([url, media]) => `\n    ${renderEntry(url, media)}`)
  const end = lines.length === 0 ? '' : '\n  '
  return `{\n  "version": 1,\n  "media": [${lines.join(',')}${end}]\n}\n`
}

/** In an order of keys that does not change. */
function renderEntry(url: string, media: ProbedMedia): string {
  const { length, type, duration, bitrate, height, etag, lastModified } = media
  const fields = Object.entries({ url, length, type, duration, bitrate, height, etag, lastModified })
  const known = fields.filter(([, value]) => value !== undefined)
  return `{ ${known.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(', ')} }`
}

/**
 * The cache after probing: what was found out now, else what was known before; nothing about other addresses.
 * @param probed for each address that the show has; undefined where probing failed, or was not tried
 */
export function renewProbeCache(
  cache: ProbeCache,
  probed: Iterable<readonly [url: string, media: ProbedMedia | undefined]>,
): ProbeCache {
  const renewed = new Map<string, ProbedMedia>()
  for (const [url, media = cache.get(url)] of probed) if (media !== undefined) renewed.set(url, media)
  return renewed
}

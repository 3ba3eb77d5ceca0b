import { z } from 'zod'
import { type Diagnostic, hasError, type Outcome, reporter } from '../model/diagnostic.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import { type Place, type PlaceTable, placesIn } from '../text/place.ts'
import { codes } from './codes.ts'
import { decodeText } from './decode.ts'
import { jsonErrorOffset } from './json-error.ts'
import { type Path, valueAt } from './located.ts'
import { pathName, validate } from './validate.ts'
import { parseYaml } from './yaml.ts'

const report = reporter(codes)

/** The ledger's name, in the show's folder. */
export const ledgerFile = 'podcast.ledger.json'

const text = z.string({ error: 'must be text' }).min(1, { error: 'must not be empty' })

const address = z.object({ url: text, guid: text })

const ledgerSchema = z.object(
  {
    version: z.literal(1, { error: 'must be 1' }),
    feed: address.optional(),
    feeds: z.record(z.string(), address).optional(),
    episodes: z.array(
      z.object({ slug: text, guid: text, enclosure: text, date: text, feeds: z.array(text).optional() }),
    ),
  },
  { error: 'must be a group of keys' },
)

export interface LedgerOutcome extends Outcome<Ledger> {
  /** Where an episode's line is; undefined if the ledger does not have it. */
  readonly placeOfEntry: (entry: Pick<LedgerEntry, 'guid'>) => Place | undefined
}

/** Reads the ledger. @param bytes undefined: there is none yet */
export function parseLedger(bytes: Uint8Array | undefined, file: string): LedgerOutcome {
  const failed = (diagnostics: readonly Diagnostic[]): LedgerOutcome => {
    return { value: undefined, diagnostics, placeOfEntry: () => undefined }
  }
  if (bytes === undefined)
    return { value: { version: 1, episodes: [] }, diagnostics: [], placeOfEntry: () => undefined }
  const { value: source, diagnostics } = decodeText(bytes, file)
  if (source === undefined) return failed(diagnostics)
  let data: unknown
  try {
    data = JSON.parse(source)
  } catch {
    return failed([explainJson(source, file)])
  }
  return checkLedger(data, source, file)
}

function explainJson(source: string, file: string): Diagnostic {
  const places = placesIn(file, source)
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(source)
  if (conflict !== null) return report('ledger/conflict', {}, places.at(conflict.index))
  return report('ledger/syntax', {}, places.at(jsonErrorOffset(source)))
}

function checkLedger(data: unknown, source: string, file: string): LedgerOutcome {
  let located: { readonly places: PlaceTable; readonly offsetOf: (path: Path) => number } | undefined
  const placeOf = (path: Path): Place => {
    located ??= { places: placesIn(file, source), offsetOf: parseYaml(source).offsetOf }
    return located.places.at(located.offsetOf(path))
  }
  const placeOfEntry = ({ guid }: Pick<LedgerEntry, 'guid'>): Place | undefined => {
    const episodes = valueAt(data, ['episodes'])
    const index = Array.isArray(episodes) ? episodes.findIndex((entry) => valueAt(entry, ['guid']) === guid) : -1
    return index === -1 ? undefined : placeOf(['episodes', index])
  }
  const version = valueAt(data, ['version'])
  if (typeof version === 'number' && version > 1) {
    return { value: undefined, diagnostics: [report('ledger/version', {}, placeOf(['version']))], placeOfEntry }
  }
  const { value, findings } = validate(ledgerSchema, data)
  const diagnostics = [
    ...findings.map(({ path, problem, actual }) =>
      report(
        'ledger/wrong-value',
        { key: pathName(path) || 'The ledger', problem, actual, purpose: undefined },
        placeOf(path),
      ),
    ),
    ...(value === undefined ? [] : findRepeats(value.episodes, placeOf)),
  ]
  const isWhole = value !== undefined && !hasError(diagnostics)
  return { value: isWhole ? { ...value, episodes: sorted(value.episodes) } : undefined, diagnostics, placeOfEntry }
}

/** Two entries for one slug or one guid: the memory contradicts itself. */
function findRepeats(episodes: readonly LedgerEntry[], placeOf: (path: Path) => Place): Diagnostic[] {
  return (['slug', 'guid'] as const).flatMap((key) => {
    const first = new Map<string, number>()
    return episodes.flatMap((entry, index) => {
      const value = entry[key]
      const before = first.get(value)
      if (before === undefined) {
        first.set(value, index)
        return []
      }
      const related = [{ message: 'first used here', place: placeOf(['episodes', before, key]) }]
      return [report('ledger/duplicate', { key, value }, placeOf(['episodes', index, key]), related)]
    })
  })
}

const sorted = (episodes: readonly LedgerEntry[]): LedgerEntry[] =>
  [...episodes].sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0))

const quote = JSON.stringify

/** The ledger as a file: JSON with one line for each episode, so that a commit shows which of them changed. */
export function renderLedger({ version, feed, feeds, episodes }: Ledger): string {
  const lines = sorted(episodes).map(({ slug, guid, enclosure, date, feeds: variants }) => {
    const inFeeds = variants === undefined ? '' : `, "feeds": [${variants.map((id) => quote(id)).join(', ')}]`
    return `\n    { "slug": ${quote(slug)}, "guid": ${quote(guid)}, "enclosure": ${quote(enclosure)}, "date": ${quote(date)}${inFeeds} }`
  })
  const feedLine = feed === undefined ? '' : `  "feed": ${renderAddress(feed)},\n`
  const variants = Object.entries(feeds ?? {}).map(([id, one]) => `\n    ${quote(id)}: ${renderAddress(one)}`)
  const feedsLine = variants.length === 0 ? '' : `  "feeds": {${variants.join(',')}\n  },\n`
  const end = lines.length === 0 ? '' : '\n  '
  return `{\n  "version": ${version},\n${feedLine}${feedsLine}  "episodes": [${lines.join(',')}${end}]\n}\n`
}

const renderAddress = ({ url, guid }: { readonly url: string; readonly guid: string }): string =>
  `{ "url": ${quote(url)}, "guid": ${quote(guid)} }`

import { fileURLToPath } from 'node:url'
import { isLocalReference, locateInShow } from '../media/locate.ts'
import type { RenditionStore } from '../media/renditions.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { MediaFacts } from '../model/media.ts'
import type { LocalFile, Season, Show } from '../model/show.ts'
import { loadTemplates } from '../site/load.ts'
import type { Templates, TemplateTexts } from '../site/theme.ts'
import { parseEpisode } from '../source/episode.ts'
import { readBytes, readLedger, readShow, showFile } from '../source/find.ts'
import { readTemplates } from '../source/templates.ts'
import type { Image } from '../tags/images.ts'
import type { Place } from '../text/place.ts'
import { findNamedArtwork } from './artwork.ts'
import type { FindPlace } from './neighbours.ts'
import { readProbeCache } from './probe-cache.ts'
import { channelValues } from './tag-values.ts'

/** The theme that comes with castwright. */
const defaultTheme = fileURLToPath(new URL('../../templates', import.meta.url))

/** A show's settings, as far as they can be understood: its diagnostics say whether it may be published. */
export interface LoadedShow {
  readonly show: Show
  readonly ledger: Ledger
  readonly templates: Templates
  readonly templateTexts: TemplateTexts
  /** What was found out about addresses before, by address. */
  readonly probed: Readonly<Record<string, Partial<MediaFacts>>>
  readonly diagnostics: readonly Diagnostic[]
  readonly placeInShow: (key: readonly string[]) => Place
  readonly placeOfEntry: (entry: LedgerEntry) => Place | undefined
}

/**
 * Reads all that a show says as a whole. The value is undefined if nothing can be built on it; a value with errors is
 * still good for checking the episodes, so that all problems are found in one run.
 * @param store keeps pictures that are made of artwork; without one, none are made
 */
export async function loadShow(
  showDir: string,
  store?: RenditionStore,
): Promise<{ value: LoadedShow | undefined; diagnostics: readonly Diagnostic[] }> {
  const read = readShow(showDir)
  const written = read.value ?? read.provisional
  if (written === undefined) return { value: undefined, diagnostics: read.diagnostics }
  const ledger = readLedger(showDir)
  const remembered = ledger.value ?? { version: 1, episodes: [] }
  const artwork = await resolveArtwork(written, showDir, read.placeOf(['image']), store)
  const probed = readProbeCache(showDir)
  const seasons = await resolveSeasons(written, showDir, read.placeOf, store)
  const tags = await channelValues(artwork.show, showDir, showFile, read.placeOf, artwork.sizes)
  const theme = await loadTheme(showDir)
  const diagnostics = [
    ...read.diagnostics,
    ...ledger.diagnostics,
    ...artwork.diagnostics,
    ...seasons.diagnostics,
    ...tags.diagnostics,
    ...probed.diagnostics,
    ...theme.diagnostics,
  ]
  const media = [...artwork.show.media, ...seasons.media, ...tags.media]
  const show = { ...artwork.show, values: tags.values, seasons: seasons.value, media }
  return {
    value: {
      // Assigned once, then kept: an address that changes must not change the show's identity. @see spec/podcast-namespace.md §2
      show: {
        ...show,
        guid: read.guidIsWritten ? written.guid : (remembered.feed?.guid ?? written.guid),
        feeds: show.feeds.map((feed) =>
          feed.guidIsWritten ? feed : { ...feed, guid: remembered.feeds?.[feed.id]?.guid ?? feed.guid },
        ),
      },
      ledger: remembered,
      templates: theme.templates,
      templateTexts: theme.texts,
      probed: Object.fromEntries(probed.value ?? []),
      diagnostics,
      placeInShow: read.placeOf,
      placeOfEntry: ledger.placeOfEntry,
    },
    diagnostics,
  }
}

/** Gives a local artwork file its public addresses, and checks it. */
async function resolveArtwork(
  show: Show,
  showDir: string,
  place: Place,
  store: RenditionStore | undefined,
): Promise<{ show: Show; sizes: readonly Image[]; diagnostics: readonly Diagnostic[] }> {
  const { image } = show.values
  if (image === undefined || !isLocalReference(image)) return { show, sizes: [], diagnostics: [] }
  const located = locateInShow(showDir, showFile, image, place)
  if (located.value === undefined) return { show, sizes: [], diagnostics: located.diagnostics }
  const { publicArtwork } = await import('./pictures.ts')
  const { title } = show
  const artwork = await publicArtwork({ path: located.value, place, level: 'show', title, show, showDir, store })
  return {
    show: { ...show, values: { ...show.values, image: artwork.url }, media: [...show.media, ...artwork.media] },
    sizes: artwork.images,
    diagnostics: [...located.diagnostics, ...artwork.diagnostics],
  }
}

/** Gives the artwork of seasons its public addresses, and checks it: once, however many episodes have it. */
async function resolveSeasons(
  show: Show,
  showDir: string,
  placeOf: (key: readonly (string | number)[]) => Place,
  store: RenditionStore | undefined,
): Promise<{ value: readonly Season[]; media: readonly LocalFile[]; diagnostics: readonly Diagnostic[] }> {
  const value: Season[] = []
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  for (const [index, { image: reference, ...season }] of show.seasons.entries()) {
    if (reference === undefined) {
      value.push(season)
      continue
    }
    const place = placeOf(['seasons', index, 'image'])
    const title = season.name ?? show.title
    const artwork = await findNamedArtwork({ reference, namedBy: showFile, place, title, show, showDir, store })
    value.push({ ...season, image: artwork.value?.url, images: artwork.value?.images })
    media.push(...(artwork.value?.media ?? []))
    diagnostics.push(...artwork.diagnostics)
  }
  return { value, media, diagnostics }
}

/** The show's theme; where it is broken, the default one stands in, so that the episodes can still be checked. */
async function loadTheme(showDir: string): Promise<{
  templates: Templates
  texts: TemplateTexts
  diagnostics: readonly Diagnostic[]
}> {
  const texts = readTemplates(defaultTheme, showDir)
  const compiled = await loadTemplates(texts)
  if (compiled.value !== undefined) return { templates: compiled.value, texts, diagnostics: compiled.diagnostics }
  const defaults = readTemplates(defaultTheme, defaultTheme)
  const { value } = await loadTemplates(defaults)
  if (value === undefined) throw new Error('bug: the default templates are broken')
  return { templates: value, texts: defaults, diagnostics: compiled.diagnostics }
}

/** Finds places in episodes' frontmatter when something is to be reported of episodes that are long compiled. */
export function placesOfEpisodes(showDir: string, show: Show): FindPlace {
  return (path, key) => parseEpisode(readBytes(showDir, path), path, show).value?.placeOf(key)
}

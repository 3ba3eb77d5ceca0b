import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addressOf, publishedFile } from '../episode/addresses.ts'
import { isLocalReference, locateInShow } from '../media/locate.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { MediaFacts } from '../model/media.ts'
import type { Show } from '../model/show.ts'
import { loadTemplates } from '../site/load.ts'
import type { Templates, TemplateTexts } from '../site/theme.ts'
import { parseEpisode } from '../source/episode.ts'
import { readBytes, readLedger, readShow, showFile } from '../source/find.ts'
import { readTemplates } from '../source/templates.ts'
import type { Place } from '../text/place.ts'
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
 */
export async function loadShow(
  showDir: string,
): Promise<{ value: LoadedShow | undefined; diagnostics: readonly Diagnostic[] }> {
  const read = readShow(showDir)
  const written = read.value ?? read.provisional
  if (written === undefined) return { value: undefined, diagnostics: read.diagnostics }
  const ledger = readLedger(showDir)
  const remembered = ledger.value ?? { version: 1, episodes: [] }
  const artwork = await resolveArtwork(written, showDir, read.placeOf(['image']))
  const probed = readProbeCache(showDir)
  const tags = await channelValues(artwork.show, showDir, showFile, read.placeOf)
  const theme = await loadTheme(showDir)
  const diagnostics = [
    ...read.diagnostics,
    ...ledger.diagnostics,
    ...artwork.diagnostics,
    ...tags.diagnostics,
    ...probed.diagnostics,
    ...theme.diagnostics,
  ]
  const show = { ...artwork.show, values: tags.values, media: [...artwork.show.media, ...tags.media] }
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

/** Gives a local artwork file its public address, and checks it. */
async function resolveArtwork(
  show: Show,
  showDir: string,
  place: Place,
): Promise<{ show: Show; diagnostics: readonly Diagnostic[] }> {
  const { image } = show.values
  if (image === undefined || !isLocalReference(image)) return { show, diagnostics: [] }
  const located = locateInShow(showDir, showFile, image, place)
  if (located.value === undefined) return { show, diagnostics: located.diagnostics }
  const file = publishedFile(located.value)
  const { checkArtwork, readImage } = await import('../media/image.ts')
  const read = readImage(join(showDir, file.from), file.from, place)
  const findings = read.value === undefined ? [] : checkArtwork(read.value, file.from, place)
  return {
    show: { ...show, values: { ...show.values, image: addressOf(file, show) }, media: [...show.media, file] },
    diagnostics: [...located.diagnostics, ...read.diagnostics, ...findings],
  }
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

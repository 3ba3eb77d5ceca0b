import { join } from 'node:path'
import { httpClient } from '../media/http.ts'
import { isLocalReference } from '../media/locate.ts'
import { probeAll } from '../media/probe-all.ts'
import { type ProbeCache, probeCacheFile, renderProbeCache, renewProbeCache } from '../media/probe-cache.ts'
import type { ProbedMedia } from '../media/probed.ts'
import { type Diagnostic, hasError, sortDiagnostics } from '../model/diagnostic.ts'
import type { EpisodeSource } from '../model/episode.ts'
import type { Show } from '../model/show.ts'
import { writeAtomically } from '../publish/atomic.ts'
import { parseEpisode } from '../source/episode.ts'
import { findEpisodes, readBytes, readShow } from '../source/find.ts'
import { generatorName, generatorVersion } from '../text/generator.ts'
import type { Place } from '../text/place.ts'
import { webUrl } from '../text/url.ts'
import { readProbeCache } from './probe-cache.ts'

export interface ProbeShowOptions {
  /** The show's folder, absolute. */
  readonly showDir: string
  /** Ask again also about addresses that are known: whether they still are what they were. */
  readonly refresh?: boolean
  /** Whether addresses of the local network may be asked. */
  readonly allowPrivate?: boolean
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export interface ProbeReport {
  /** How many addresses the show has. */
  readonly addresses: number
  /** How many of them were asked. */
  readonly asked: number
  /** Whether `podcast.media.json` has changed and wants to be committed. */
  readonly changed: boolean
  readonly diagnostics: readonly Diagnostic[]
}

interface Wanted {
  readonly url: string
  readonly place: Place
  /** What the frontmatter does not say itself. */
  readonly needs: readonly ('length' | 'duration')[]
}

/**
 * Asks the web for size, type and playing time of each episode's audio, and writes what it says into
 * `podcast.media.json`, from which builds take it. Episodes that say all of it themselves are not asked about.
 * @throws a system error if the file cannot be written for a reason that is not the user's
 */
export async function probeShow(options: ProbeShowOptions): Promise<ProbeReport> {
  const { showDir, refresh = false } = options
  const cache = readProbeCache(showDir)
  const read = readShow(showDir)
  const show = read.value ?? read.provisional
  if (cache.value === undefined || show === undefined) {
    const diagnostics = sortDiagnostics([...cache.diagnostics, ...(show === undefined ? read.diagnostics : [])])
    return { addresses: 0, asked: 0, changed: false, diagnostics }
  }
  const known = cache.value
  const all = wantedIn(showDir, show)
  const missing = all.filter((wanted) => refresh || !isKnown(known, wanted))
  const outcomes = await probeAll(clientFor(options), missing, { known, onProgress: options.onProgress })
  const found = new Map(missing.map(({ url }, index) => [url, outcomes[index]?.value]))
  const diagnostics = outcomes.flatMap((outcome, index) => toldOf(outcome.diagnostics, missing[index]))
  const kept = all.filter(({ url, needs }) => needs.length > 0 || known.has(url) || found.has(url))
  const written = write(showDir, known, kept, found)
  diagnostics.push(...written.diagnostics)
  return {
    addresses: new Set(all.map(({ url }) => url)).size,
    asked: found.size,
    changed: written.changed,
    diagnostics: sortDiagnostics(diagnostics),
  }
}

const clientFor = ({ allowPrivate = false }: ProbeShowOptions) =>
  httpClient({ allowPrivate, userAgent: `${generatorName}/${generatorVersion}` })

/** Whether all that an episode does not say itself is known. */
const isKnown = (cache: ProbeCache, { url, needs }: Wanted): boolean =>
  needs.every((name) => cache.get(url)?.[name] !== undefined)

/** What could not be found out matters only where the episode does not say it. */
const toldOf = (diagnostics: readonly Diagnostic[], wanted: Wanted | undefined): Diagnostic[] =>
  diagnostics.filter(({ code }) => code !== 'probe/no-duration' || wanted?.needs.includes('duration') === true)

/** The remote audio of all episodes, drafts too. Files that are not in order are the build's to report. */
function wantedIn(showDir: string, show: Show): Wanted[] {
  return findEpisodes(showDir).files.flatMap((path) => {
    const { value } = parseEpisode(readBytes(showDir, path), path, show)
    return value === undefined ? [] : wantedOf(value)
  })
}

function wantedOf({ frontmatter: { audio }, placeOf }: EpisodeSource): Wanted[] {
  const url = audio === undefined || isLocalReference(audio.url) ? undefined : webUrl(audio.url)
  if (audio === undefined || url === undefined) return []
  const needs = (['length', 'duration'] as const).filter((name) => audio[name] === undefined)
  return [{ url, place: placeOf(['audio', 'url']), needs }]
}

function write(
  showDir: string,
  cache: ProbeCache,
  kept: readonly Wanted[],
  found: ReadonlyMap<string, ProbedMedia | undefined>,
): { readonly changed: boolean; readonly diagnostics: readonly Diagnostic[] } {
  const renewed = renewProbeCache(
    cache,
    kept.map(({ url }) => [url, found.get(url)] as const),
  )
  if (renewed.size === 0 && cache.size === 0) return { changed: false, diagnostics: [] }
  const written = writeAtomically(join(showDir, probeCacheFile), renderProbeCache(renewed))
  return { changed: !hasError(written.diagnostics) && written.value === 'written', diagnostics: written.diagnostics }
}

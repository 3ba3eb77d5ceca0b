import { compileEpisode } from '../episode/compile.ts'
import type { LedgerIndex } from '../episode/guid.ts'
import type { RenditionStore } from '../media/renditions.ts'
import { type Diagnostic, hasError } from '../model/diagnostic.ts'
import type { Episode, EpisodeSource } from '../model/episode.ts'
import type { EpisodeSummary } from '../model/episode-summary.ts'
import type { MediaFacts } from '../model/media.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { Templates } from '../site/theme.ts'
import { parseEpisode } from '../source/episode.ts'
import { readBytes } from '../source/find.ts'
import { thumbnailOf } from '../tags/images.ts'
import { cutAtWord } from '../text/words.ts'
import { missingAudio } from './enclosure.ts'
import { type GatheredFacts, gatherFacts } from './facts.ts'
import type { MediaMemory } from './media-memory.ts'
import type { FolderIndex } from './siblings.ts'
import { type TaggedEpisode, tagEpisode } from './tagging.ts'

/** Which episodes take part in a build. */
export interface Selection {
  readonly drafts: boolean
  readonly future: boolean
  /** What counts as now, epoch milliseconds. */
  readonly nowMs: number
}

/** What compiling needs, the same for all episodes of a build. */
export interface CompileContext {
  readonly show: Show
  readonly showDir: string
  readonly ledger: LedgerIndex
  readonly templates: Templates
  readonly selection: Selection
  /** The files of the show's folders. */
  readonly folders: FolderIndex
  /** Measures media files. */
  readonly memory: MediaMemory
  /** Keeps pictures that are made of artwork. Absent: none are made. */
  readonly pictures?: RenditionStore | undefined
  /** What was found out about addresses before. */
  readonly probed: (url: string) => Partial<MediaFacts> | undefined
}

/** What a build remembers of one episode: all that its neighbours and the feeds' frames need. Plain data. */
export interface EpisodeRecord {
  readonly guid: string
  /** The guid that stands in the frontmatter, if one does. */
  readonly writtenGuid?: string | undefined
  /** Enclosure URL, without redirects that count downloads. */
  readonly enclosure: string
  readonly draft: boolean
  readonly chapters: number
  readonly summary: EpisodeSummary
  readonly media: readonly LocalFile[]
  /** Further files of the show that it is made of. */
  readonly parts: readonly string[]
  /** The files that belong to it by their names. */
  readonly siblings: readonly string[]
  /** What was known of its audio's address, if that is not in the show's folder. */
  readonly probed?: Partial<MediaFacts> | undefined
}

/** How much of a summary the lists of episodes show, in bytes. */
const listSummaryBytes = 300

/** What is known of one file once it is compiled. */
export interface EpisodeFile {
  /** Relative to the show's folder. */
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  /** Absent: it is broken, a draft, or not due yet. */
  readonly record?: EpisodeRecord | undefined
  /** When an episode that is not due yet will be, epoch milliseconds. */
  readonly dueMs?: number | undefined
  /** Whether compiling the file again would give the same, as long as neither it nor its local files change. */
  readonly lasting: boolean
}

/** A file that is compiled; with an episode if it takes part. */
export interface CompiledEpisode {
  readonly file: EpisodeFile
  readonly source?: EpisodeSource | undefined
  readonly episode?: Episode | undefined
  readonly tagged?: TaggedEpisode | undefined
}

/**
 * Reads files and makes episodes of them, some files at once through one step after the other: that keeps each step's
 * code in the processor's caches.
 */
export async function compileEpisodes(paths: readonly string[], context: CompileContext): Promise<CompiledEpisode[]> {
  const read = paths.map((path) => readEpisode(path, context))
  const gathered = []
  for (const file of read) gathered.push(await gather(file, context))
  return gathered.map((file) => compile(file, context))
}

/** A file on its way: what is found out about it so far. Without a source it goes no further. */
interface Read {
  readonly path: string
  readonly diagnostics: readonly Diagnostic[]
  readonly draft: boolean
  readonly source?: EpisodeSource | undefined
}

function readEpisode(path: string, context: CompileContext): Read {
  const { show, showDir, selection } = context
  const { value, diagnostics, draft, namesAudio } = parseEpisode(readBytes(showDir, path), path, show)
  // A draft may be unfinished: nothing is said about it until it is asked for.
  if (draft && !selection.drafts) return { path, draft, diagnostics: [] }
  const more = value === undefined && !namesAudio ? missingAudio(path, context) : []
  return { path, draft, diagnostics: [...diagnostics, ...more], source: value }
}

interface Gathered extends Read {
  /** Absent though there is a source: some file that it names is not as it should be. */
  readonly facts?: GatheredFacts | undefined
}

async function gather(read: Read, context: CompileContext): Promise<Gathered> {
  if (read.source === undefined) return read
  const { value, diagnostics } = await gatherFacts(read.source, context)
  return { ...read, facts: value, diagnostics: [...read.diagnostics, ...diagnostics] }
}

function compile(gathered: Gathered, context: CompileContext): CompiledEpisode {
  const { path, draft, source, facts } = gathered
  if (source === undefined) return { file: { path, diagnostics: gathered.diagnostics, lasting: true } }
  if (facts === undefined) return { file: { path, diagnostics: gathered.diagnostics, lasting: false } }
  const { show, showDir } = context
  const { value, diagnostics: found } = compileEpisode(source, show, facts)
  const tagged =
    value && facts.audioFile && show.output.embed
      ? tagEpisode(value, show, showDir, facts.audioFile, source.placeOf(['audio', 'url']), facts.spoken)
      : undefined
  const episode = tagged?.episode ?? value
  const diagnostics = [...gathered.diagnostics, ...found, ...(tagged?.diagnostics ?? [])]
  const lasting = facts.missing.size === 0
  const { nowMs, future } = context.selection
  if (source.date.ms > nowMs && !future) return { file: { path, diagnostics, dueMs: source.date.ms, lasting } }
  if (episode === undefined || hasError(diagnostics)) return { file: { path, diagnostics, lasting } }
  const parts = [...facts.parts, ...(tagged?.parts ?? [])]
  const { siblings, probed } = facts
  const record = detached({ ...recordOf(episode, source.frontmatter.guid, draft), parts, siblings, probed })
  return { file: { path, diagnostics, record, lasting }, source, episode, tagged }
}

/** A copy whose strings hold on to nothing: a piece cut out of a text keeps the whole text in memory. */
const detached = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

function recordOf(
  episode: Episode,
  writtenGuid: string | undefined,
  draft: boolean,
): Omit<EpisodeRecord, 'parts' | 'siblings' | 'probed'> {
  const { guid, enclosure, values, chapters, media } = episode
  return {
    guid,
    writtenGuid,
    enclosure: enclosure.address ?? enclosure.url,
    draft,
    chapters: chapters.length,
    media,
    summary: {
      slug: episode.slug,
      title: episode.title,
      subtitle: episode.subtitle,
      dateMs: episode.date.ms,
      updatedMs: episode.updated?.ms,
      pageUrl: episode.pageUrl,
      link: episode.link,
      summary: cutAtWord(episode.summary, listSummaryBytes),
      duration: enclosure.duration,
      season: values.season?.number,
      episodeNumber: values.episode?.number,
      episodeType: values.episodeType,
      image: thumbnailOf(values),
    },
  }
}

import { addressOf, publishedFile } from '../episode/addresses.ts'
import { codes } from '../episode/codes.ts'
import { isLocalReference, locateInShow } from '../media/locate.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Document } from '../model/document.ts'
import type { EpisodeSource, TranscriptLink } from '../model/episode.ts'
import type { LocalFile, Show } from '../model/show.ts'
import { isLanguage } from '../text/languages.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import { webUrl } from '../text/url.ts'
import type { Sibling } from './siblings.ts'

const report = reporter(codes)

export interface TranscriptSearch {
  readonly source: EpisodeSource
  readonly show: Show
  readonly showDir: string
  /** The files that belong to the episode by their names. */
  readonly siblings: readonly Sibling[]
  /** Of the audio, in seconds. */
  readonly duration: number | undefined
  /** Takes the files that are to be published as they are. */
  readonly media: LocalFile[]
  readonly diagnostics: Diagnostic[]
}

export interface FoundTranscripts {
  readonly links: readonly TranscriptLink[]
  /** What is made of local files. */
  readonly documents: readonly Document[]
  /** The files that they are made of. */
  readonly parts: readonly string[]
  /** What is said, as plain text, where a local file tells it in the show's language. */
  readonly text?: string | undefined
}

/** A local file with a transcript. */
export interface TranscriptFile {
  /** Relative to the show's folder. */
  readonly path: string
  /** As the podcaster says; absent: the document's own, or the show's. */
  readonly language?: string | undefined
}

const none: FoundTranscripts = { links: [], documents: [], parts: [] }

/** The transcripts that the frontmatter names, else the files that have the episode's name. */
export async function findTranscripts(search: TranscriptSearch): Promise<FoundTranscripts> {
  const { source, show, siblings } = search
  const { links, files } = namedTranscripts(search)
  const isNamed = (source.frontmatter.transcripts ?? source.frontmatter.transcript) !== undefined
  const found = isNamed ? files : transcriptSiblings(siblings, source)
  if (found.length === 0) return { ...none, links }
  if (show.output.transcripts.length === 0)
    return { ...none, links: [...links, ...(isNamed ? asTheyAre(search, found) : [])] }
  const { convertTranscripts } = await import('./transcript-files.ts')
  const converted = convertTranscripts(found, isNamed, search)
  return { ...converted, links: [...links, ...converted.links] }
}

const nameOf = (source: EpisodeSource): 'transcript' | 'transcripts' =>
  source.frontmatter.transcripts === undefined ? 'transcript' : 'transcripts'

/** Links to other servers as they are, and local files. */
function namedTranscripts({ source, showDir, diagnostics }: TranscriptSearch): {
  links: TranscriptLink[]
  files: TranscriptFile[]
} {
  const key = nameOf(source)
  const links: TranscriptLink[] = []
  const files: TranscriptFile[] = []
  for (const [index, { url: reference, type: written, language, rel }] of (source.frontmatter[key] ?? []).entries()) {
    const place = () => source.placeOf([key, index, 'url'])
    if (isLocalReference(reference)) {
      const located = locateInShow(showDir, source.path, reference, place())
      diagnostics.push(...located.diagnostics)
      if (located.value !== undefined) files.push({ path: located.value, language })
      continue
    }
    const url = webUrl(reference)
    const type = written ?? (url === undefined ? undefined : mediaTypeOfName(url))
    if (url === undefined) diagnostics.push(report('episode/transcript-url', { url: reference }, place()))
    else if (type === undefined) diagnostics.push(report('episode/transcript-type', { url: reference }, place()))
    else links.push({ url, type, language, rel })
  }
  return { links, files }
}

/** Local files that the show wants published as they are. */
const asTheyAre = ({ show, media }: TranscriptSearch, files: readonly TranscriptFile[]): TranscriptLink[] =>
  files.flatMap(({ path, language }) => {
    const file = publishedFile(path)
    const type = mediaTypeOfName(path)
    media.push(file)
    return type === undefined ? [] : [{ url: addressOf(file, show), type, language }]
  })

const extensions: readonly string[] = ['vtt', 'srt', 'json', 'html', 'txt']

/** `hello.vtt`, `hello.de.srt`, `hello.transcript.json`; not what the episode names as its chapters. */
function transcriptSiblings(siblings: readonly Sibling[], { frontmatter }: EpisodeSource): TranscriptFile[] {
  const chapters = typeof frontmatter.chapters === 'string' ? frontmatter.chapters.replaceAll('\\', '/') : undefined
  return siblings.flatMap(({ path, part, extension }) => {
    if (!extensions.includes(extension) || (chapters !== undefined && path.endsWith(chapters))) return []
    if (part === '' || part === 'transcript') return [{ path }]
    return isLanguage(part) ? [{ path, language: part }] : []
  })
}

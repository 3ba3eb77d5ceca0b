import { join } from 'node:path'
import { addressOf, publishedFile } from '../episode/addresses.ts'
import { codes } from '../episode/codes.ts'
import type { EpisodeFacts } from '../episode/compile.ts'
import { guidOf, type LedgerIndex } from '../episode/guid.ts'
import { readEmbeddedChapters } from '../media/embedded.ts'
import { findInShow, isLocalReference, locateInShow } from '../media/locate.ts'
import { type Diagnostic, type Outcome, outcome, reporter } from '../model/diagnostic.ts'
import type { Enclosure, EpisodeSource, TranscriptLink } from '../model/episode.ts'
import type { LocalFile, Show } from '../model/show.ts'
import { decodeText } from '../source/decode.ts'
import { readBytes } from '../source/find.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import { webUrl } from '../text/url.ts'
import { itemValues } from './tag-values.ts'

const report = reporter(codes)

interface Gathering {
  readonly source: EpisodeSource
  readonly show: Show
  readonly showDir: string
  readonly media: LocalFile[]
  readonly diagnostics: Diagnostic[]
}

/** The facts, and whether the notes name a file that is not there (yet). */
export interface GatheredFacts extends EpisodeFacts {
  /** Filled while the episode is compiled. */
  readonly missing: ReadonlySet<string>
  /** The audio, if it lies in the show's folder. */
  readonly audioFile?: LocalFile | undefined
  /** Further files of the show that the episode is made of, and that are not published themselves. */
  readonly parts: readonly string[]
}

/** Asks the files that an episode names what they say about themselves. */
export async function gatherFacts(
  source: EpisodeSource,
  show: Show,
  showDir: string,
  ledger: LedgerIndex,
): Promise<Outcome<GatheredFacts>> {
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  const gathering: Gathering = { source, show, showDir, media, diagnostics }
  const audioFile = isLocalReference(source.frontmatter.audio.url)
    ? locate(gathering, source.frontmatter.audio.url, ['audio', 'url'])
    : undefined
  const enclosure = isLocalReference(source.frontmatter.audio.url)
    ? audioFile && (await localEnclosure(gathering, audioFile))
    : remoteEnclosure(gathering)
  const chapterFile = await readChapterFile(gathering)
  const image =
    source.frontmatter.image === undefined ? undefined : await imageAddress(gathering, source.frontmatter.image)
  const transcripts = transcriptLinks(gathering)
  const values = await itemValues({ source, show, showDir, media, diagnostics }, image)
  const guid = guidOf(
    { slug: source.slug, writtenGuid: source.frontmatter.guid, enclosure: enclosure?.url ?? '' },
    show,
    ledger,
  )
  const missing = new Set<string>()
  const findFile = (reference: string): string | undefined => {
    const found = findInShow(showDir, source.path, reference)
    if ('path' in found) return found.path
    missing.add(reference)
    return undefined
  }
  const facts = {
    guid,
    enclosure: enclosure as Enclosure,
    values,
    transcripts,
    media,
    findFile,
    missing,
    audioFile,
    parts: chapterFile === undefined ? [] : [chapterFile.path],
    chapterFile: chapterFile?.chapters,
    embeddedChapters:
      audioFile &&
      (() => readEmbeddedChapters(join(showDir, audioFile.from), audioFile.from, source.placeOf(['audio', 'url']))),
  }
  return outcome(facts, diagnostics)
}

/** The chapters of the file that `chapters:` names, and its path in the show's folder. */
async function readChapterFile({ source, showDir, diagnostics }: Gathering) {
  const { chapters: reference } = source.frontmatter
  if (typeof reference !== 'string') return undefined
  const located = locateInShow(showDir, source.path, reference, source.placeOf(['chapters']))
  diagnostics.push(...located.diagnostics)
  if (located.value === undefined) return undefined
  const { readChapterText } = await import('../chapters/read.ts')
  const text = decodeText(readBytes(showDir, located.value) ?? new Uint8Array(), located.value)
  const read = text.value === undefined ? undefined : readChapterText(text.value, located.value)
  diagnostics.push(...text.diagnostics, ...(read?.diagnostics ?? []))
  return { path: located.value, chapters: read?.value?.chapters ?? [] }
}

/** Finds a local file that the frontmatter names, and notes that it is to be published. */
function locate({ source, showDir, media, diagnostics }: Gathering, reference: string, key: (string | number)[]) {
  const located = locateInShow(showDir, source.path, reference, source.placeOf(key))
  diagnostics.push(...located.diagnostics)
  if (located.value === undefined) return undefined
  const file = publishedFile(located.value)
  media.push(file)
  return file
}

async function localEnclosure(gathering: Gathering, file: LocalFile): Promise<Enclosure | undefined> {
  const { source, show, showDir, diagnostics } = gathering
  const { audio } = source.frontmatter
  const { readAudio } = await import('../media/audio.ts')
  const read = await readAudio(join(showDir, file.from), file.from, source.placeOf(['audio', 'url']))
  diagnostics.push(...read.diagnostics)
  if (read.value === undefined) return undefined
  const { length, type, duration } = read.value
  return { url: addressOf(file, show), length, type: audio.type ?? type, duration: duration ?? audio.duration }
}

function remoteEnclosure({ source, diagnostics }: Gathering): Enclosure | undefined {
  const { audio } = source.frontmatter
  // Places are found by reading the file again: only for what is wrong.
  const place = () => source.placeOf(['audio', 'url'])
  const url = webUrl(audio.url)
  if (url === undefined) {
    diagnostics.push(report('episode/audio-url', { url: audio.url }, place()))
    return undefined
  }
  const type = audio.type ?? mediaTypeOfName(url)
  if (type === undefined) diagnostics.push(report('episode/audio-type-unknown', { url }, place()))
  if (audio.length === undefined)
    diagnostics.push(report('episode/audio-length-missing', { url }, source.placeOf(['audio', 'length'])))
  if (audio.duration === undefined)
    diagnostics.push(report('episode/audio-duration-missing', { url }, source.placeOf(['audio', 'duration'])))
  if (url.startsWith('http:')) diagnostics.push(report('episode/audio-not-https', { url }, place()))
  return { url, length: audio.length ?? 0, type: type ?? '', duration: audio.duration }
}

async function imageAddress(gathering: Gathering, reference: string): Promise<string | undefined> {
  const { source, show, showDir, diagnostics } = gathering
  const place = source.placeOf(['image'])
  if (!isLocalReference(reference)) {
    const url = webUrl(reference)
    if (url === undefined) diagnostics.push(report('episode/image-url', { url: reference }, place))
    else if (url.startsWith('http:')) diagnostics.push(report('episode/image-not-https', { url }, place))
    return url
  }
  const file = locate(gathering, reference, ['image'])
  if (file === undefined) return undefined
  const { checkArtwork, readImage } = await import('../media/image.ts')
  const read = readImage(join(showDir, file.from), file.from, place)
  diagnostics.push(...read.diagnostics)
  if (read.value !== undefined) diagnostics.push(...checkArtwork(read.value, file.from, place, 'episode'))
  return addressOf(file, show)
}

function transcriptLinks(gathering: Gathering): TranscriptLink[] {
  const { source, show, diagnostics } = gathering
  const key = source.frontmatter.transcripts === undefined ? 'transcript' : 'transcripts'
  const written = source.frontmatter[key] ?? []
  return written.flatMap((transcript, index): TranscriptLink[] => {
    const place = () => source.placeOf([key, index, 'url'])
    const file = isLocalReference(transcript.url) ? locate(gathering, transcript.url, [key, index, 'url']) : undefined
    const url = file === undefined ? webUrl(transcript.url) : addressOf(file, show)
    if (url === undefined) {
      if (!isLocalReference(transcript.url))
        diagnostics.push(report('episode/transcript-url', { url: transcript.url }, place()))
      return []
    }
    const type = transcript.type ?? mediaTypeOfName(url)
    if (type === undefined) {
      diagnostics.push(report('episode/transcript-type', { url: transcript.url }, place()))
      return []
    }
    return [{ url, type, language: transcript.language, rel: transcript.rel }]
  })
}

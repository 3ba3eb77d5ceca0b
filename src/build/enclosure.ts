import { audioAddressOf, countedAddress, publishedFile } from '../episode/addresses.ts'
import { codes } from '../episode/codes.ts'
import { isLocalReference, locateInShow } from '../media/locate.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Enclosure, EpisodeSource } from '../model/episode.ts'
import type { MediaFacts } from '../model/media.ts'
import type { LocalFile, Show } from '../model/show.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import { slugOfFile } from '../text/slug.ts'
import { webUrl } from '../text/url.ts'
import type { CompileContext } from './compile-episodes.ts'
import type { MediaMemory } from './media-memory.ts'
import { isMainAudio, mainAudioExtensions } from './renditions.ts'
import { type Sibling, siblingsOf } from './siblings.ts'

const report = reporter(codes)

/** What is needed to find an episode's audio. */
export interface AudioSearch {
  readonly source: EpisodeSource
  readonly show: Show
  readonly showDir: string
  /** The files that belong to the episode by their names. */
  readonly siblings: readonly Sibling[]
  readonly memory: MediaMemory
  /** What was found out about addresses before. */
  readonly probed: (url: string) => Partial<MediaFacts> | undefined
  /** Takes the files that are to be published. */
  readonly media: LocalFile[]
  readonly diagnostics: Diagnostic[]
}

/** An episode's audio. */
export interface FoundAudio {
  /** Absent: what is wrong is reported. */
  readonly enclosure?: Enclosure | undefined
  /** Its address without redirects that count downloads. */
  readonly address: string
  /** The audio, if it lies in the show's folder. */
  readonly file?: LocalFile | undefined
  /** What was known of its address, if it does not. */
  readonly probed?: Partial<MediaFacts> | undefined
}

/** The audio that the frontmatter names, else the file that has the episode's name. */
export async function findAudio(search: AudioSearch): Promise<FoundAudio> {
  const { audio } = search.source.frontmatter
  if (audio === undefined) {
    const [sibling] = search.siblings.filter(isMainAudio).sort(bestFirst)
    return sibling === undefined ? noAudio(search) : localAudio(search, sibling.path, [])
  }
  if (!isLocalReference(audio.url)) return remoteAudio(search, audio.url)
  const key = ['audio', 'url']
  const { source, showDir, diagnostics } = search
  const located = locateInShow(showDir, source.path, audio.url, source.placeOf(key))
  diagnostics.push(...located.diagnostics)
  return located.value === undefined ? { address: '' } : localAudio(search, located.value, key)
}

/** Says that an episode has no audio, where the rest of it is not in order either: all problems are told in one run. */
export function missingAudio(path: string, { folders, show }: Pick<CompileContext, 'folders' | 'show'>): Diagnostic[] {
  const slug = slugOfFile(path)
  if (siblingsOf(folders, path, slug, show.audio.folders).some(isMainAudio)) return []
  return [report('episode/no-audio', { slug }, { file: path, line: 1, column: 1, offset: 0 })]
}

const rankOf = ({ extension }: Sibling): number => mainAudioExtensions.indexOf(extension)
const bestFirst = (a: Sibling, b: Sibling): number => rankOf(a) - rankOf(b)

function noAudio({ source, diagnostics }: AudioSearch): FoundAudio {
  diagnostics.push(report('episode/no-audio', { slug: source.slug }, source.placeOf(['audio'])))
  return { address: '' }
}

async function localAudio(search: AudioSearch, path: string, key: readonly string[]): Promise<FoundAudio> {
  const { source, show, memory, media, diagnostics } = search
  const file = publishedFile(path)
  const { judgeAudio, measureAudio } = await import('../media/audio.ts')
  const read = judgeAudio(memory.measure(path, measureAudio), path, source.placeOf(key))
  diagnostics.push(...read.diagnostics)
  const address = audioAddressOf(file, show)
  if (show.audio.baseUrl === undefined) media.push(file)
  if (read.value === undefined) return { address, file }
  const { length, type, duration } = read.value
  const { audio } = source.frontmatter
  return {
    address,
    file,
    enclosure: {
      url: counted(search, address),
      address,
      length,
      type: audio?.type ?? type,
      duration: duration ?? audio?.duration,
    },
  }
}

/** Behind the show's redirects, or the episode's own. */
const counted = ({ source, show }: AudioSearch, address: string): string =>
  countedAddress(address, { ...show.audio, prefix: source.frontmatter.audio?.prefix ?? show.audio.prefix })

function remoteAudio(search: AudioSearch, reference: string): FoundAudio {
  const { source, diagnostics, probed } = search
  const { audio } = source.frontmatter
  // Places are found by reading the file again: only for what is wrong.
  const place = () => source.placeOf(['audio', 'url'])
  const url = webUrl(reference)
  if (url === undefined) {
    diagnostics.push(report('episode/audio-url', { url: reference }, place()))
    return { address: '' }
  }
  const known = probed(url)
  const type = audio?.type ?? known?.type ?? mediaTypeOfName(url)
  const length = audio?.length ?? known?.length
  const duration = audio?.duration ?? known?.duration
  if (type === undefined) diagnostics.push(report('episode/audio-type-unknown', { url }, place()))
  if (length === undefined)
    diagnostics.push(report('episode/audio-length-missing', { url }, source.placeOf(['audio', 'length'])))
  if (duration === undefined)
    diagnostics.push(report('episode/audio-duration-missing', { url }, source.placeOf(['audio', 'duration'])))
  if (url.startsWith('http:')) diagnostics.push(report('episode/audio-not-https', { url }, place()))
  return {
    address: url,
    probed: known,
    enclosure: { url: counted(search, url), address: url, length: length ?? 0, type: type ?? '', duration },
  }
}

import { join } from 'node:path'
import type { EpisodeFacts } from '../episode/compile.ts'
import { guidOf } from '../episode/guid.ts'
import { readEmbeddedChapters } from '../media/embedded.ts'
import { findInShow, locateInShow } from '../media/locate.ts'
import type { RenditionStore } from '../media/renditions.ts'
import { type Diagnostic, type Outcome, outcome } from '../model/diagnostic.ts'
import type { Enclosure, EpisodeSource } from '../model/episode.ts'
import type { WrittenChapter } from '../model/frontmatter.ts'
import type { MediaFacts } from '../model/media.ts'
import type { LocalFile, Show } from '../model/show.ts'
import { decodeText } from '../source/decode.ts'
import { readBytes } from '../source/find.ts'
import type { ItemValues } from '../tags/index.ts'
import { findNamedArtwork } from './artwork.ts'
import type { CompileContext } from './compile-episodes.ts'
import { findAudio } from './enclosure.ts'
import type { PublicArtwork } from './pictures.ts'
import { findRenditions, isRendition } from './renditions.ts'
import { type Sibling, siblingsOf } from './siblings.ts'
import { itemValues } from './tag-values.ts'
import { findTranscripts } from './transcripts.ts'

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
  /** What is said, as plain text, where a local transcript tells. */
  readonly spoken: string | undefined
  /** The files that belong to the episode by their names. */
  readonly siblings: readonly string[]
  /** What was known of its audio's address, if that is not in the show's folder. */
  readonly probed: Partial<MediaFacts> | undefined
}

/** Asks the files that an episode names, or that have its name, what they say about themselves. */
export async function gatherFacts(source: EpisodeSource, context: CompileContext): Promise<Outcome<GatheredFacts>> {
  const { show, showDir, ledger, probed } = context
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  const gathering: Gathering = { source, show, showDir, media, diagnostics }
  const siblings = siblingsOf(context.folders, source.path, source.slug, show.audio.folders)
  const audio = await findAudio({ ...gathering, siblings, probed, memory: context.memory })
  const { enclosure, file: audioFile } = audio
  const chapterFile = await readChapterFile(gathering)
  const artwork = await findArtwork(gathering, context.pictures)
  const transcripts = await findTranscripts({ ...gathering, siblings, duration: enclosure?.duration })
  const values = await withRenditions(await itemValues(gathering, artwork), siblings, audioFile, {
    ...gathering,
    memory: context.memory,
  })
  const guid = guidOf(
    { slug: source.slug, writtenGuid: source.frontmatter.guid, enclosure: audio.address },
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
    transcripts: transcripts.links,
    documents: transcripts.documents,
    spoken: transcripts.text,
    media,
    findFile,
    missing,
    audioFile,
    siblings: siblings.map(({ path }) => path),
    parts: [
      ...(chapterFile === undefined ? [] : [chapterFile.path]),
      // Also where they are published elsewhere.
      ...(audioFile === undefined ? [] : [audioFile.from]),
      ...siblings.filter(isRendition).map(({ path }) => path),
      ...transcripts.parts,
    ],
    probed: audio.probed,
    chapterFile: chapterFile?.chapters,
    chapterList: await findChapterPictures(gathering),
    embeddedChapters:
      audioFile &&
      (() => readEmbeddedChapters(join(showDir, audioFile.from), audioFile.from, source.placeOf(['audio', 'url']))),
  }
  return outcome(facts, diagnostics)
}

/** With the other forms of the audio that lie beside it, unless the episode says itself which there are. */
async function withRenditions(
  values: ItemValues,
  siblings: readonly Sibling[],
  audioFile: LocalFile | undefined,
  gathering: Gathering & Pick<CompileContext, 'memory'>,
): Promise<ItemValues> {
  if (values.alternateEnclosures !== undefined || !siblings.some(isRendition)) return values
  const place = () => gathering.source.placeOf(['audio'])
  const found = await findRenditions(siblings, audioFile?.from, { ...gathering, place })
  return found.length === 0 ? values : { ...values, alternateEnclosures: found }
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

/** The chapters of the frontmatter's list; those of their pictures that are files of the show are published. */
async function findChapterPictures(gathering: Gathering): Promise<readonly WrittenChapter[] | undefined> {
  const { chapters } = gathering.source.frontmatter
  if (chapters === undefined || typeof chapters === 'string') return undefined
  if (chapters.every(({ img }) => img === undefined)) return chapters
  const { fileFinder } = await import('./public-files.ts')
  const find = fileFinder({ ...gathering, namedBy: gathering.source.path, placeOf: gathering.source.placeOf })
  return chapters.map((chapter, index) =>
    chapter.img === undefined
      ? chapter
      : { ...chapter, img: find(chapter.img, ['chapters', index, 'img'], 'image')?.url },
  )
}

/** The episode's own artwork, or its season's, by its public addresses. */
async function findArtwork(
  { source, show, showDir, media, diagnostics }: Gathering,
  store: RenditionStore | undefined,
): Promise<Pick<PublicArtwork, 'url' | 'images'> | undefined> {
  const { image: reference, season, title } = source.frontmatter
  if (reference === undefined) {
    const shared = show.seasons.find(({ number }) => number === season?.number)
    return shared?.image === undefined ? undefined : { url: shared.image, images: shared.images ?? [] }
  }
  const place = source.placeOf(['image'])
  const artwork = await findNamedArtwork({ reference, namedBy: source.path, place, title, show, showDir, store })
  diagnostics.push(...artwork.diagnostics)
  media.push(...(artwork.value?.media ?? []))
  return artwork.value
}

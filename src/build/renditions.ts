import { join } from 'node:path'
import { audioAddressOf, countedAddress, publishedFile } from '../episode/addresses.ts'
import { integrityOf } from '../media/integrity.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { MediaFacts } from '../model/media.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { AlternateEnclosure } from '../tags/alternate-enclosures.ts'
import type { Place } from '../text/place.ts'
import type { MediaMemory } from './media-memory.ts'
import type { Sibling } from './siblings.ts'

/** @see spec/podcast-namespace.md §1 alternateEnclosure, title and rel */
const longestTitle = 32

export interface RenditionSearch {
  readonly show: Show
  readonly showDir: string
  readonly memory: MediaMemory
  /** Takes the files that are to be published. */
  readonly media: LocalFile[]
  readonly diagnostics: Diagnostic[]
  readonly place: () => Place
}

/** The kinds of files that can be an episode's audio, the one that most apps play first. */
export const mainAudioExtensions: readonly string[] = [
  ...['mp3', 'm4a', 'm4b', 'aac', 'mp4', 'm4v', 'mov', 'ogg', 'opus', 'oga', 'flac', 'wav'],
]

/**
 * The kinds that are published beside the audio without being named. Not those in which people keep their originals:
 * nobody wants half a gigabyte of WAV on the web by accident.
 */
const renditionExtensions: ReadonlySet<string> = new Set([
  'mp3',
  'm4a',
  'aac',
  'ogg',
  'oga',
  'opus',
  'mp4',
  'm4v',
  'webm',
])

export const isMainAudio = ({ part, extension }: Sibling): boolean =>
  part === '' && mainAudioExtensions.includes(extension)

export const isRendition = ({ extension }: Sibling): boolean => renditionExtensions.has(extension)

/**
 * The other forms of an episode's audio that lie beside it: `hello.opus`, `hello.low.mp3`, `hello.mp4`. What a name has
 * before its extension is what the form is to the others: `low`.
 * @param main the audio itself, relative to the show's folder
 */
export async function findRenditions(
  siblings: readonly Sibling[],
  main: string | undefined,
  { show, showDir, memory, media, diagnostics, place }: RenditionSearch,
): Promise<AlternateEnclosure[]> {
  const found: AlternateEnclosure[] = []
  for (const sibling of siblings.filter((one) => isRendition(one) && one.path !== main)) {
    const path = join(showDir, sibling.path)
    const { judgeAudio, measureAudio } = await import('../media/audio.ts')
    const read = judgeAudio(memory.measure(sibling.path, measureAudio), sibling.path, place())
    // That Apple does not play it is no fault of a second form.
    diagnostics.push(...read.diagnostics.filter(({ severity }) => severity === 'error'))
    if (read.value === undefined) continue
    const file = publishedFile(sibling.path)
    if (show.audio.baseUrl === undefined) media.push(file)
    found.push(
      toAlternate(sibling, countedAddress(audioAddressOf(file, show), show.audio), read.value, integrityOf(path)),
    )
  }
  return found
}

function toAlternate({ part, extension }: Sibling, uri: string, facts: MediaFacts, hash: string): AlternateEnclosure {
  const { type, length, bitrate, height } = facts
  return {
    sources: [{ uri, contentType: undefined }],
    type,
    length,
    bitrate: bitrate === undefined ? undefined : String(Math.round(bitrate)),
    height,
    title: part === '' ? extension.toUpperCase() : part.slice(0, longestTitle),
    rel: part === '' ? undefined : part.slice(0, longestTitle),
    integrity: { type: 'sri', value: hash },
  }
}

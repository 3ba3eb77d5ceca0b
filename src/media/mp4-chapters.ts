import type { Chapter } from '../model/chapter.ts'
import { webUrl } from '../text/url.ts'
import { latin1, uint32, uint64 } from './bytes.ts'
import { type Box, boxesIn, find, findAll, movieOf } from './mp4-boxes.ts'
import type { ReadAt } from './read-at.ts'
import { titleOf } from './title.ts'

/**
 * Chapters in an M4A: as a text track that the audio refers to (QuickTime, and what Apple's players read), else as
 * a list (Nero). `music-metadata` knows the first only, and takes each run of equally long chapters for one.
 * @see spec/chapters.md §2 MP4; QuickTime File Format, "Chapter Lists"
 */

/** More would not be chapters, but subtitles or damage. */
const maxChapters = 65_536
/** Titles are short; a longer text is not read to its end. */
const maxTitleSize = 4096

const seconds = (units: number, scale: number): number => Math.round((units / scale) * 1000) / 1000

interface Track {
  readonly id: number
  readonly kind: string
  /** Identifiers of the tracks that hold its chapters. */
  readonly chapterTracks: readonly number[]
  /** Units of time in a second. */
  readonly scale: number
  readonly samples: Box | undefined
}

function readTrack(trak: Box): Track {
  const header = find(trak, 'tkhd')?.data ?? new Uint8Array()
  const media = find(trak, 'mdia', 'mdhd')?.data ?? new Uint8Array()
  const references = find(trak, 'tref', 'chap')?.data ?? new Uint8Array()
  return {
    // Version 1 of a box has times of 64 bits before.
    id: uint32(header, header[0] === 1 ? 20 : 12),
    kind: latin1((find(trak, 'mdia', 'hdlr')?.data ?? new Uint8Array()).subarray(8, 12)),
    chapterTracks: Array.from({ length: references.length >> 2 }, (_, index) => uint32(references, index * 4)),
    scale: uint32(media, media[0] === 1 ? 20 : 12),
    samples: find(trak, 'mdia', 'minf', 'stbl'),
  }
}

interface Sample {
  readonly offset: number
  readonly size: number
  /** In the track's units. */
  readonly start: number
  readonly length: number
}

const tableOf = (samples: Box, name: string): Uint8Array => find(samples, name)?.data ?? new Uint8Array()
/** How many rows of `size` bytes a table has, by its own word and by its length. */
const rowsOf = (table: Uint8Array, size: number): number =>
  Math.min(uint32(table, 4), Math.floor(Math.max(table.length - 8, 0) / size))

/** How long each sample plays. */
function lengthsOf(samples: Box): number[] {
  const table = tableOf(samples, 'stts')
  const lengths: number[] = []
  for (let row = 0; row < rowsOf(table, 8); row++) {
    const count = Math.min(uint32(table, 8 + row * 8), maxChapters - lengths.length)
    for (let done = 0; done < count; done++) lengths.push(uint32(table, 12 + row * 8))
  }
  return lengths
}

/** Where each chunk of samples starts in the file. */
function chunksOf(samples: Box): number[] {
  const narrow = tableOf(samples, 'stco')
  if (narrow.length > 0) return Array.from({ length: rowsOf(narrow, 4) }, (_, row) => uint32(narrow, 8 + row * 4))
  const wide = tableOf(samples, 'co64')
  return Array.from({ length: rowsOf(wide, 8) }, (_, row) => uint64(wide, 8 + row * 8))
}

/** How many samples each chunk has: a row holds from its first chunk on, up to the next row's. */
function* chunkSizes(samples: Box): Generator<number> {
  const table = tableOf(samples, 'stsc')
  const rows = rowsOf(table, 12)
  let chunk = 1
  for (let row = 0; row < rows; row++) {
    const until = row + 1 < rows ? uint32(table, 20 + row * 12) : Number.POSITIVE_INFINITY
    for (; chunk < until; chunk++) yield uint32(table, 12 + row * 12)
  }
}

/** The samples of a track, in order. */
function samplesOf(samples: Box): Sample[] {
  const lengths = lengthsOf(samples)
  const sizes = tableOf(samples, 'stsz')
  const common = uint32(sizes, 4)
  const sizeOf = (index: number): number => (common > 0 ? common : uint32(sizes, 12 + index * 4))
  const found: Sample[] = []
  const perChunk = chunkSizes(samples)
  let start = 0
  for (const chunk of chunksOf(samples)) {
    let offset = chunk
    const count = perChunk.next().value ?? 0
    for (let done = 0; done < count && found.length < lengths.length; done++) {
      const sample = { offset, size: sizeOf(found.length), start, length: lengths[found.length] as number }
      found.push(sample)
      offset += sample.size
      start += sample.length
    }
  }
  return found
}

/** A text sample: its length, the text, then boxes, of which one may be a link. */
function readSample(bytes: Uint8Array): { title: string; url: string | undefined } {
  const length = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  const text = bytes.subarray(2, 2 + length)
  const isWide = (text[0] === 0xfe && text[1] === 0xff) || (text[0] === 0xff && text[1] === 0xfe)
  const encoding = !isWide ? 'utf-8' : text[0] === 0xfe ? 'utf-16be' : 'utf-16le'
  const title = titleOf(new TextDecoder(encoding).decode(text))
  const link = boxesIn(bytes.subarray(2 + length)).find(({ name }) => name === 'href')?.data
  // Four bytes say where the link lies in the text; one, how long it is.
  const url = link === undefined ? undefined : webUrl(latin1(link.subarray(5, 5 + (link[4] ?? 0))))
  return { title, url }
}

function chaptersInTrack({ samples, scale }: Track, readAt: ReadAt): Chapter[] {
  if (samples === undefined || scale === 0) return []
  const parts = samplesOf(samples).map(({ offset, size, start, length }) => {
    return { ...readSample(readAt(offset, Math.min(size, maxTitleSize))), start, length }
  })
  return parts.flatMap(({ title, url, start, length }, index) => {
    if (title === '') return []
    // A gap between chapters is a sample without a text.
    const endsItself = length > 0 && (parts[index + 1]?.title ?? '') === ''
    const end = endsItself ? { end: seconds(start + length, scale) } : {}
    return { start: seconds(start, scale), ...end, title, ...(url === undefined ? {} : { url }) }
  })
}

/** A list of starts, in units of 100 nanoseconds, and titles. */
function chaptersInList(list: Uint8Array): Chapter[] {
  // Version 1 has four bytes before the count.
  let at = list[0] === 1 ? 8 : 4
  const chapters: Chapter[] = []
  for (let left = list[at++] ?? 0; left > 0 && at + 9 <= list.length; left--) {
    const start = seconds(uint64(list, at), 10_000_000)
    const end = at + 9 + (list[at + 8] ?? 0)
    const title = titleOf(new TextDecoder().decode(list.subarray(at + 9, end)))
    if (title !== '') chapters.push({ start, title })
    at = end
  }
  return chapters.sort((one, other) => one.start - other.start)
}

/** The chapters inside an M4A or another MPEG-4 file. What is damaged holds none. */
export function chaptersInMp4(readAt: ReadAt, size: number): Chapter[] {
  const movie = movieOf(readAt, size)
  if (movie === undefined) return []
  const tracks = findAll(movie, 'trak').map(readTrack)
  const referred = new Set(tracks.flatMap(({ chapterTracks }) => chapterTracks))
  // The other tracks that audio may refer to hold pictures.
  const texts = tracks.find(({ id, kind }) => referred.has(id) && (kind === 'text' || kind === 'sbtl'))
  const inTrack = texts === undefined ? [] : chaptersInTrack(texts, readAt)
  return inTrack.length > 0 ? inTrack : chaptersInList(find(movie, 'udta', 'chpl')?.data ?? new Uint8Array())
}

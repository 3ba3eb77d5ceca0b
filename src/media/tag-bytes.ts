import { uint32 } from './bytes.ts'
import { containerOf } from './format.ts'
import { walkBoxes } from './mp4-boxes.ts'
import { walkPages } from './ogg-pages.ts'
import { inPieces, type ReadAt } from './read-at.ts'
import { soundStart, tailTags } from './tags-around.ts'

/** The part of a file that holds its tags, so that a reader of tags needs nothing of the sound. */
export interface TagBytes {
  /** By which `music-metadata` knows the format. */
  readonly mimeType: string
  readonly bytes: Uint8Array
}

/** A tag beyond this is damage, or holds a film. */
const maxTagSize = 64 * 1024 * 1024
/** Enough to know a format by; and of an MP3’s sound, for a reader that wants to see some. */
const headSize = 4096

/** What is to be read, or that it can't be; undefined for formats whose tags are not read. */
export type TagPart = TagBytes | 'damaged' | undefined

export function tagBytesOf(readAt: ReadAt, size: number): TagPart {
  const head = readAt(0, headSize)
  const container = containerOf(head)
  if (container === undefined) return aroundSound(readAt, soundStart(head, readAt), size)
  if (container === 'mpeg4') return movieBox(readAt, size)
  if (container === 'flac') return upTo(readAt, size, flacSoundFrom(inPieces(readAt), size), 'audio/flac')
  if (container === 'ogg') return upTo(readAt, size, oggSoundFrom(inPieces(readAt), size), 'audio/ogg')
  return undefined
}

function upTo(readAt: ReadAt, size: number, end: number, mimeType: string): TagPart {
  return end > Math.min(size, maxTagSize) ? 'damaged' : { mimeType, bytes: readAt(0, end) }
}

/** The tags before and after an MP3’s sound, and some of that. Before FLAC and AAC they are of the same kind. */
function aroundSound(readAt: ReadAt, start: number, size: number): TagPart {
  const last = tailTags(readAt, start, size).at(-1)
  const end = last?.from ?? size
  const soundEnd = Math.min(start + headSize, end)
  if (soundEnd + size - end > maxTagSize) return 'damaged'
  return { mimeType: 'audio/mpeg', bytes: Buffer.concat([readAt(0, soundEnd), readAt(end, size - end)]) }
}

function movieBox(readAt: ReadAt, size: number): TagPart {
  for (const { name, from, to, missing } of walkBoxes(inPieces(readAt), 0, size)) {
    if (name !== 'moov') continue
    const length = to - from + 8
    if (missing > 0 || length > maxTagSize) return 'damaged'
    const header = Buffer.from('....moov', 'latin1')
    header.writeUInt32BE(length)
    return { mimeType: 'audio/mp4', bytes: Buffer.concat([header, readAt(from, to - from)]) }
  }
  return 'damaged'
}

function flacSoundFrom(readAt: ReadAt, size: number): number {
  let at = 4
  while (at + 4 <= size) {
    const header = uint32(readAt(at, 4), 0)
    at += 4 + (header & 0xffffff)
    // The first bit says that the sound follows.
    if (header >= 2 ** 31) break
  }
  return at
}

function oggSoundFrom(readAt: ReadAt, size: number): number {
  let end = 0
  for (const { from, to, position } of walkPages(readAt, 0, size)) {
    if ((position ?? 0) > 0) return from
    end = to
  }
  return end
}

import { latin1, uint32, uint64 } from './bytes.ts'
import type { ReadAt } from './read-at.ts'

/** The boxes that an MPEG-4 file is made of. @see ISO/IEC 14496-12 §4.2 */

export interface Box {
  readonly name: string
  /** What is in it, without its header. */
  readonly data: Uint8Array
}

/** A movie header beyond this is damage. That of ten hours of audio has some megabytes. */
const maxMovieSize = 64 * 1024 * 1024

interface Header {
  readonly name: string
  /** Of the box, with its header. */
  readonly size: number
  readonly headerSize: number
}

/** The header that the bytes start with; `rest` is how much there is up to the end of what the box lies in. */
function readHeader(bytes: Uint8Array, rest: number): Header | undefined {
  const short = uint32(bytes, 0)
  const name = latin1(bytes.subarray(4, 8))
  const isLong = short === 1
  const headerSize = isLong ? 16 : 8
  const size = isLong ? uint64(bytes, 8) : short === 0 ? rest : short
  return bytes.length < headerSize || size < headerSize ? undefined : { name, size, headerSize }
}

/** Where a box lies in a file, without reading it. */
export interface BoxPlace {
  readonly name: string
  /** Where what is in it starts. */
  readonly from: number
  /** Where it ends. */
  readonly to: number
  /** How many bytes it should have beyond the end of what it lies in: more than 0 if that is cut off. */
  readonly missing: number
}

/** Ten hours in fragments of a second have 72,000 boxes; many more are damage. */
const maxBoxes = 1_000_000

/** The boxes between two offsets of a file, one after the other, up to the first that is damaged. */
export function* walkBoxes(readAt: ReadAt, from: number, to: number): Generator<BoxPlace> {
  let at = from
  for (let count = 0; at < to && count < maxBoxes; count++) {
    const header = readHeader(readAt(at, Math.min(16, to - at)), to - at)
    if (header === undefined) return
    const end = at + header.size
    yield { name: header.name, from: at + header.headerSize, to: Math.min(end, to), missing: Math.max(end - to, 0) }
    at = end
  }
}

/** The boxes that lie one after the other, up to the first that is damaged. */
export function boxesIn(bytes: Uint8Array): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < bytes.length; ) {
    const header = readHeader(bytes.subarray(at), bytes.length - at)
    if (header === undefined || at + header.size > bytes.length) break
    boxes.push({ name: header.name, data: bytes.subarray(at + header.headerSize, at + header.size) })
    at += header.size
  }
  return boxes
}

/** All boxes of this name directly inside. */
export const findAll = (box: Box, name: string): Box[] => boxesIn(box.data).filter((inner) => inner.name === name)

/** The first box at the end of this path. */
export function find(box: Box, ...path: readonly string[]): Box | undefined {
  let found: Box | undefined = box
  for (const name of path) found = found && findAll(found, name)[0]
  return found
}

/** The box that describes the file, before or after the sound, which is stepped over. */
export function movieOf(readAt: ReadAt, size: number): Box | undefined {
  for (const { name, from, to, missing } of walkBoxes(readAt, 0, size)) {
    if (missing > 0 || (name === 'moov' && to - from > maxMovieSize)) return undefined
    if (name === 'moov') return { name, data: readAt(from, to - from) }
  }
  return undefined
}

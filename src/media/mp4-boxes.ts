import { latin1, uint32 } from './bytes.ts'
import type { ReadAt } from './mp3.ts'

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
  const size = isLong ? uint32(bytes, 8) * 2 ** 32 + uint32(bytes, 12) : short === 0 ? rest : short
  return bytes.length < headerSize || size < headerSize || size > rest ? undefined : { name, size, headerSize }
}

/** The boxes that lie one after the other, up to the first that is damaged. */
export function boxesIn(bytes: Uint8Array): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at < bytes.length; ) {
    const header = readHeader(bytes.subarray(at), bytes.length - at)
    if (header === undefined) break
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
  for (let at = 0; at < size; ) {
    const header = readHeader(readAt(at, 16), size - at)
    if (header === undefined) return undefined
    const { name, headerSize } = header
    const dataSize = header.size - headerSize
    if (name === 'moov') return dataSize > maxMovieSize ? undefined : { name, data: readAt(at + headerSize, dataSize) }
    at += header.size
  }
  return undefined
}

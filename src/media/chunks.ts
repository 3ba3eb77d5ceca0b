import { latin1, uint32, uint32le } from './bytes.ts'
import type { ReadAt } from './read-at.ts'

/** The chunks that WAV and AIFF files are made of. */

export interface Chunk {
  /** Four characters. */
  readonly name: string
  /** Where what is in it starts. */
  readonly from: number
  /** What it says to be long, in bytes; the file may have less. */
  readonly length: number
}

/** Recorders write some dozens; more is damage. */
const maxChunks = 10_000

/**
 * The chunks after the file's header of 12 bytes. Each has an even number of bytes, with one of padding if need be.
 * @param lengthOf may know better than the chunk's own 32 bits
 */
export function* walkChunks(
  readAt: ReadAt,
  size: number,
  isLittle: boolean,
  lengthOf: (name: string, length: number) => number = (_, length) => length,
): Generator<Chunk> {
  let at = 12
  for (let count = 0; at + 8 <= size && count < maxChunks; count++) {
    const header = readAt(at, 8)
    const name = latin1(header.subarray(0, 4))
    const length = lengthOf(name, isLittle ? uint32le(header, 4) : uint32(header, 4))
    yield { name, from: at + 8, length }
    at += 8 + length + (length % 2)
  }
}

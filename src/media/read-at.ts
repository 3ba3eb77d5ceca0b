import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Looks into files that are not read whole. */

/** Reads up to `length` bytes at an offset; fewer only at the end of the file. */
export type ReadAt = (offset: number, length: number) => Uint8Array

/** Opens a file for some looks into it. Throws the system's error. */
export function lookInto<T>(path: string, look: (readAt: ReadAt, size: number) => T): T {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const readAt: ReadAt = (offset, length) => {
      const bytes = new Uint8Array(Math.max(Math.min(length, size - offset), 0))
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset))
    }
    return look(readAt, size)
  } finally {
    closeSync(file)
  }
}

/** Headers that follow each other are mostly found in this much. */
const pieceSize = 4096

/** The same reader for many small reads near each other: what lies in the piece read last is not read again. */
export function inPieces(readAt: ReadAt): ReadAt {
  let from = 0
  let piece: Uint8Array = new Uint8Array()
  return (offset, length) => {
    if (length > pieceSize) return readAt(offset, length)
    const at = offset - from
    if (at < 0 || at + length > piece.length) {
      from = offset
      piece = readAt(offset, pieceSize)
      return piece.subarray(0, length)
    }
    return piece.subarray(at, at + length)
  }
}

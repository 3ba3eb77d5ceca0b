import type { ReadAt } from './read-at.ts'

/**
 * Readers of formats are synchronous and jump about in a file; the web is neither. So a reader runs on the pieces that
 * are here, until it wants one that is not: that one is fetched, and the reader starts again. It reads little, and ends
 * in the same way whenever it sees the same bytes.
 */

/** Bytes of a file that are here. */
export interface Piece {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** The piece that has all bytes from one offset to before another. */
export const pieceWith = (pieces: readonly Piece[], offset: number, end: number): Piece | undefined =>
  pieces.find((piece) => piece.offset <= offset && end <= piece.offset + piece.bytes.length)

class Missing extends Error {
  readonly offset: number
  readonly length: number

  constructor(offset: number, length: number) {
    super('not here')
    this.offset = offset
    this.length = length
  }
}

/**
 * @param pieces `fetch` adds to them
 * @param size of the file; undefined: not known
 */
export async function reading<T>(
  read: (readAt: ReadAt) => T,
  pieces: readonly Piece[],
  size: number | undefined,
  fetch: (offset: number, length: number) => Promise<void>,
): Promise<T> {
  const readAt: ReadAt = (offset, length) => {
    const end = Math.min(offset + length, size ?? Number.POSITIVE_INFINITY)
    if (end <= offset) return new Uint8Array()
    const piece = pieceWith(pieces, offset, end)
    if (piece === undefined) throw new Missing(offset, end - offset)
    return piece.bytes.subarray(offset - piece.offset, end - piece.offset)
  }
  for (;;) {
    try {
      return read(readAt)
    } catch (error) {
      if (!(error instanceof Missing)) throw error
      await fetch(error.offset, error.length)
      if (pieceWith(pieces, error.offset, error.offset + error.length) === undefined)
        throw new Error('bug: what was fetched is not here')
    }
  }
}

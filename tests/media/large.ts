import type { ReadAt } from '../../src/media/read-at.ts'

/** A file of gigabytes, of which only what matters exists: the rest is zeros. */
export interface Large {
  readonly size: number
  /** What is not zero, by where it starts. */
  readonly parts: readonly (readonly [at: number, bytes: Uint8Array])[]
}

/** Reads such a file, and counts how many bytes it was asked for. */
export function readerOf({ size, parts }: Large): { readonly readAt: ReadAt; readonly asked: () => number } {
  let asked = 0
  const readAt: ReadAt = (offset, length) => {
    const piece = Buffer.alloc(Math.max(Math.min(length, size - offset), 0))
    asked += piece.length
    for (const [at, bytes] of parts) {
      const from = Math.max(offset, at)
      const to = Math.min(offset + piece.length, at + bytes.length)
      if (from < to) piece.set(bytes.subarray(from - at, to - at), from - offset)
    }
    return piece
  }
  return { readAt, asked: () => asked }
}

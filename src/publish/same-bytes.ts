import { closeSync, openSync, readSync } from 'node:fs'
import { lookAt } from './stamp.ts'
import { isSystemError } from './system-error.ts'

const pieceSize = 256 * 1024

// Filled and used within one synchronous call, so that 20,000 comparisons need two buffers, not 20,000.
let pieces: { readonly left: Buffer; readonly right: Buffer } | undefined
function piecesOf() {
  pieces ??= { left: Buffer.allocUnsafeSlow(pieceSize), right: Buffer.allocUnsafeSlow(pieceSize) }
  return pieces
}

/** Opens for reading; a file that we may not read counts as one with other bytes. */
function reading(file: string, compare: (descriptor: number) => boolean): boolean {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    return compare(descriptor)
  } catch (error) {
    if (isSystemError(error)) return false
    throw error
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Fills `piece` as far as the file reaches, and says how far. */
function readPiece(descriptor: number, piece: Buffer, from: number): number {
  let filled = 0
  while (filled < piece.length) {
    const count = readSync(descriptor, piece, filled, piece.length - filled, from + filled)
    if (count === 0) break
    filled += count
  }
  return filled
}

/** Whether a file, known to be at least as long as `bytes`, starts with these. */
export function sameBytes(file: string, bytes: Uint8Array): boolean {
  const { left } = piecesOf()
  return reading(file, (descriptor) => {
    for (let done = 0; done < bytes.length; ) {
      const piece = left.subarray(0, Math.min(pieceSize, bytes.length - done))
      const count = readPiece(descriptor, piece, done)
      if (count < piece.length || piece.compare(bytes, done, done + count) !== 0) return false
      done += count
    }
    return true
  })
}

/** Whether two files, known to be equally long, hold the same bytes. Reads both piece by piece. */
export const sameFiles = (one: string, other: string, size: number): boolean => sameRest(one, 0, other, 0, size)

/** Whether two files, each with `size` bytes after an offset, hold the same bytes there. Reads both piece by piece. */
export function sameRest(one: string, oneFrom: number, other: string, otherFrom: number, size: number): boolean {
  const { left, right } = piecesOf()
  return reading(one, (first) =>
    reading(other, (second) => {
      for (let done = 0; done < size; ) {
        const count = readPiece(first, left, oneFrom + done)
        if (count === 0 || count !== readPiece(second, right, otherFrom + done)) return false
        if (left.compare(right, 0, count, 0, count) !== 0) return false
        done += count
      }
      return true
    }),
  )
}

/** Whether a plain file with exactly these bytes stands there. */
export function holdsBytes(file: string, bytes: Uint8Array): boolean {
  const { kind, stamp } = lookAt(file)
  return kind === 'file' && stamp.size === bytes.length && sameBytes(file, bytes)
}

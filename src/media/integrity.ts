import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

/** How much of a file is hashed at a time, in bytes. */
const pieceSize = 1024 * 1024

/**
 * A file's hash as browsers and apps write it: `sha384-…`. Reads the whole file.
 * @throws a system error if it cannot be read
 * @see W3C Subresource Integrity §3.5
 */
export function integrityOf(path: string): string {
  const hash = createHash('sha384')
  const file = openSync(path, 'r')
  try {
    const piece = new Uint8Array(pieceSize)
    for (let count = readSync(file, piece); count > 0; count = readSync(file, piece))
      hash.update(piece.subarray(0, count))
  } finally {
    closeSync(file)
  }
  return `sha384-${hash.digest('base64')}`
}

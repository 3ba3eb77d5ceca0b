import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { writeAll } from './atomic.ts'
import type { OutputFolder } from './output.ts'

/** Where a piece lies in a file, in bytes. */
export interface Piece {
  readonly offset: number
  readonly length: number
}

/** A file in the stage that collects pieces of documents, so that they need not stay in memory. */
export interface Part {
  readonly append: (text: string) => Piece
  readonly close: () => void
}

const capacity = 256 * 1024
/** The most bytes that one UTF-16 code unit takes in UTF-8. */
const bytesPerUnit = 3

/** Opens a part; `name` is unique among the threads of a build. */
export function openPart(folder: OutputFolder, name: string): Part {
  const descriptor = openSync(join(folder.stage, name), 'wx')
  const buffer = Buffer.allocUnsafeSlow(capacity)
  let filled = 0
  let offset = 0
  const flush = (): void => {
    writeAll(descriptor, buffer.subarray(0, filled))
    filled = 0
  }
  const write = (text: string): number => {
    const most = text.length * bytesPerUnit
    if (filled + most > capacity) flush()
    if (most > capacity) {
      const bytes = Buffer.from(text)
      writeAll(descriptor, bytes)
      return bytes.length
    }
    const length = buffer.write(text, filled)
    filled += length
    return length
  }
  return {
    append: (text) => {
      const piece = { offset, length: write(text) }
      offset += piece.length
      return piece
    },
    close: () => {
      flush()
      closeSync(descriptor)
    },
  }
}

/** Pieces of a file, read one at a time. */
export interface PieceReader {
  /** The piece's bytes, good until the next call. */
  readonly read: (piece: Piece) => Uint8Array
  readonly close: () => void
}

function openReader(file: string): PieceReader {
  const descriptor = openSync(file, 'r')
  let buffer = Buffer.allocUnsafeSlow(capacity)
  return {
    read: ({ offset, length }) => {
      if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(length)
      for (let done = 0; done < length; ) {
        const count = readSync(descriptor, buffer, done, length - done, offset + done)
        if (count === 0) throw new Error(`bug: ${file} ends before a piece that was written to it`)
        done += count
      }
      return buffer.subarray(0, length)
    },
    close: () => closeSync(descriptor),
  }
}

/** Reads pieces back from a part. */
export const readPart = (folder: OutputFolder, name: string): PieceReader => openReader(join(folder.stage, name))

/** Reads pieces of a published document. */
export const readPublished = (folder: OutputFolder, path: string): PieceReader => openReader(join(folder.root, path))

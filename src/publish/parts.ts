import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputFolder } from './output.ts'
import { openPen } from './pen.ts'

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

/** Opens a part; `name` is unique among the threads of a build. Each text that is appended is whole. */
export function openPart(folder: OutputFolder, name: string): Part {
  const pen = openPen(join(folder.stage, name))
  return {
    append: (text) => {
      const offset = pen.size()
      pen.write(text)
      return { offset, length: pen.size() - offset }
    },
    close: pen.close,
  }
}

/** Most pieces are shorter than this, in bytes. */
const usualLength = 256 * 1024

/** Pieces of a file, read one at a time. */
export interface PieceReader {
  /** The piece's bytes, good until the next call. */
  readonly read: (piece: Piece) => Uint8Array
  readonly close: () => void
}

function openReader(file: string): PieceReader {
  const descriptor = openSync(file, 'r')
  let buffer = Buffer.allocUnsafeSlow(usualLength)
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

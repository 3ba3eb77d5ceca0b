import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
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

/** Pieces are gathered to about this many bytes before they are written. */
const flushBytes = 1 << 20

/** Opens a part; `name` is unique among the threads of a build. */
export function openPart(folder: OutputFolder, name: string): Part {
  const fd = openSync(join(folder.stage, name), 'w')
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let offset = 0
  const flush = (): void => {
    if (waitingBytes === 0) return
    const block = Buffer.concat(waiting, waitingBytes)
    for (let done = 0; done < block.length; ) done += writeSync(fd, block, done)
    waiting = []
    waitingBytes = 0
  }
  return {
    append: (text) => {
      const bytes = Buffer.from(text)
      const piece = { offset, length: bytes.length }
      waiting.push(bytes)
      waitingBytes += bytes.length
      offset += bytes.length
      if (waitingBytes >= flushBytes) flush()
      return piece
    },
    close: () => {
      flush()
      closeSync(fd)
    },
  }
}

/** The whole part, for its pieces to be cut out of. */
export const readPart = (folder: OutputFolder, name: string): Buffer => readFileSync(join(folder.stage, name))

/** A published document's bytes. */
export const readPublished = (folder: OutputFolder, path: string): Buffer => readFileSync(join(folder.root, path))

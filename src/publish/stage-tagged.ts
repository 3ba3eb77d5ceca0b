import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Wave } from '../model/document.ts'
import type { ManifestEntry } from './manifest.ts'
import type { OutputFolder } from './output.ts'
import { openPen } from './pen.ts'
import { sameBytes, sameRest } from './same-bytes.ts'
import { isKnownCopy, newOutput, refusedOutput, type Staged, standing } from './stage.ts'
import { stampOf } from './stamp.ts'

const pieceSize = 1024 * 1024

/** Which bytes of a source stay: what is after its first `skip`, before its last `tail`. */
export interface KeptBytes {
  readonly skip: number
  readonly tail: number
}

/** Writes a new file: `head`, then what stays of the source, `length` bytes from `skip` on, piece by piece. */
function writeTagged(file: string, head: Uint8Array, from: string, skip: number, length: number): void {
  const source = openSync(from, 'r')
  try {
    const pen = openPen(file)
    try {
      pen.write(head)
      const piece = Buffer.allocUnsafe(pieceSize)
      for (let done = 0; done < length; ) {
        const count = readSync(source, piece, 0, Math.min(pieceSize, length - done), skip + done)
        if (count === 0) break
        pen.write(piece.subarray(0, count))
        done += count
      }
    } finally {
      pen.close()
    }
  } finally {
    closeSync(source)
  }
}

/**
 * Puts a copy of a file into the stage whose first bytes give way to `head`, and whose last ones are left off: a
 * recording with new tags. Of a
 * copy that the manifest knows only the head is read: the rest is trusted by the stamps of source and copy, like a
 * plain copy. The remembered size of the source is that of the rest, so that no plain copy is taken for this one.
 * May be called from several threads at once; `from` is absolute, and that it may be published is the caller's to know.
 */
export function stageTagged(
  folder: OutputFolder,
  stageName: string,
  path: string,
  wave: Wave,
  from: string,
  head: Uint8Array,
  { skip, tail }: KeptBytes,
  known?: ManifestEntry,
): Staged {
  try {
    const { size, modifiedMs } = stampOf(statSync(from))
    const source = { size: Math.max(size - skip - tail, 0), modifiedMs }
    const { kind, stamp } = standing(folder, path)
    const copy = join(folder.root, path)
    if (kind === 'file' && stamp.size === head.length + source.size && sameBytes(copy, head)) {
      if (isKnownCopy(known, stamp, source) || sameRest(from, skip, copy, head.length, source.size)) {
        return { path, wave, state: 'same', ...stamp, source }
      }
    }
    writeTagged(join(folder.stage, stageName), head, from, skip, source.size)
    return { ...newOutput(folder, path, wave, stageName, kind), source }
  } catch (error) {
    return refusedOutput(path, wave, error)
  }
}

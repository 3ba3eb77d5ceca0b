import { chmodSync, constants, copyFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Wave } from '../model/document.ts'
import { isOutputPath } from './inside.ts'
import type { ManifestEntry } from './manifest.ts'
import type { OutputFolder } from './output.ts'
import { openPen, type Pen } from './pen.ts'
import { sameBytes, sameFiles } from './same-bytes.ts'
import { type Kind, lookAt, nothing, type Present, type Stamp, sameStamp, stampOf } from './stamp.ts'
import { isSystemError, reasonOf } from './system-error.ts'

/** One output of this build, compared with what stands in the output folder. Plain data, so that it can cross threads. */
export interface Staged extends Stamp {
  /** Relative to the output folder. */
  readonly path: string
  readonly wave: Wave
  /** `same`: these bytes are there already, and nothing was written. */
  readonly state: 'new' | 'same'
  /** The name of the file in the stage; absent if the state is `same`. */
  readonly stagedAs?: string
  /** What a new output would replace; absent if there is nothing. */
  readonly over?: Kind
  /** A copy: the stamp of the file it was copied from, with the size of the part that was copied. */
  readonly source?: Stamp
  /** Why it could not be staged, in the system's words. */
  readonly problem?: string
}

/** What stands at an output's path. One that leaves the folder is not looked at: commit reports it. */
export const standing = (folder: OutputFolder, path: string): Present =>
  folder.empty || !isOutputPath(path) ? nothing : lookAt(join(folder.root, path))

/** An output that waits in the stage. */
export function newOutput(folder: OutputFolder, path: string, wave: Wave, stagedAs: string, over: Kind): Staged {
  const { size, modifiedMs } = lookAt(join(folder.stage, stagedAs)).stamp
  const staged: Staged = { path, wave, state: 'new', stagedAs, size, modifiedMs }
  return over === 'absent' ? staged : { ...staged, over }
}

/** An output that could not be staged, because of the system (a full disk, a missing right). Rethrows anything else. */
export function refusedOutput(path: string, wave: Wave, error: unknown): Staged {
  if (!isSystemError(error)) throw error
  if (error.code === 'EEXIST') throw new Error(`bug: two outputs were staged under one name, the second is ${path}`)
  return { path, wave, state: 'new', size: 0, modifiedMs: 0, problem: reasonOf(error) }
}

/**
 * Puts a document into the stage, unless its very bytes stand in the output already. May be called from several
 * threads at once; `stageName` is a file name that is unique among all of them.
 */
export function stageDocument(
  folder: OutputFolder,
  stageName: string,
  path: string,
  wave: Wave,
  body: string | Uint8Array,
): Staged {
  try {
    const { kind, stamp } = standing(folder, path)
    if (kind === 'file' && stamp.size === Buffer.byteLength(body)) {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body
      if (sameBytes(join(folder.root, path), bytes)) return { path, wave, state: 'same', ...stamp }
    }
    writeFileSync(join(folder.stage, stageName), body, { flag: 'wx' })
    return newOutput(folder, path, wave, stageName, kind)
  } catch (error) {
    return refusedOutput(path, wave, error)
  }
}

/** Whether a copy and its source are still those that were compared once, by their stamps alone. */
export const isKnownCopy = (known: ManifestEntry | undefined, copy: Stamp, source: Stamp): boolean =>
  known?.source !== undefined && sameStamp(known.source, source) && sameStamp(known, copy)

/**
 * Puts a copy of a file into the stage. A copy that the manifest knows is trusted by the stamps of source and copy,
 * so that large media are not read again; else the bytes are compared. `from` is absolute; that it may be published
 * is the caller's to know.
 */
export function stageCopy(
  folder: OutputFolder,
  stageName: string,
  path: string,
  wave: Wave,
  from: string,
  known?: ManifestEntry,
): Staged {
  try {
    const stats = statSync(from)
    const source = stampOf(stats)
    const { kind, stamp } = standing(folder, path)
    if (kind === 'file' && stamp.size === source.size) {
      if (isKnownCopy(known, stamp, source) || sameFiles(from, join(folder.root, path), source.size)) {
        return { path, wave, state: 'same', ...stamp, source }
      }
    }
    // A copy that shares its blocks costs nothing, where the file system can do it.
    const staged = join(folder.stage, stageName)
    copyFileSync(from, staged, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
    // Not every system lets a read-only file be replaced later.
    if ((stats.mode & 0o200) === 0) chmodSync(staged, stats.mode | 0o200)
    return { ...newOutput(folder, path, wave, stageName, kind), source }
  } catch (error) {
    return refusedOutput(path, wave, error)
  }
}

/** A document that is written piece by piece. */
export interface DocumentStream {
  readonly write: (chunk: string | Uint8Array) => void
  /** Finishes it and compares it with what stands in the output. To be called once, also if the build has failed. */
  readonly end: () => Staged
}

/** A streamed document that is whole in the stage: taken away again if its bytes stand in the output already. */
function compareStreamed(folder: OutputFolder, stageName: string, path: string, wave: Wave): Staged {
  const file = join(folder.stage, stageName)
  const { kind, stamp } = standing(folder, path)
  const { size } = lookAt(file).stamp
  if (kind !== 'file' || stamp.size !== size || !sameFiles(file, join(folder.root, path), size)) {
    return newOutput(folder, path, wave, stageName, kind)
  }
  rmSync(file)
  return { path, wave, state: 'same', ...stamp }
}

/** Puts a long document into the stage in constant memory. */
export function stageStream(folder: OutputFolder, stageName: string, path: string, wave: Wave): DocumentStream {
  let refused: Staged | undefined
  let pen: Pen | undefined
  /** After the first refusal the rest is let go; `end` tells. */
  const attempt = (call: () => void): void => {
    try {
      call()
    } catch (error) {
      refused ??= refusedOutput(path, wave, error)
    }
  }
  attempt(() => {
    pen = openPen(join(folder.stage, stageName))
  })
  return {
    write: (chunk) => {
      if (refused === undefined) attempt(() => pen?.write(chunk))
    },
    end: () => {
      attempt(() => pen?.close())
      if (refused) return refused
      try {
        return compareStreamed(folder, stageName, path, wave)
      } catch (error) {
        return refusedOutput(path, wave, error)
      }
    },
  }
}

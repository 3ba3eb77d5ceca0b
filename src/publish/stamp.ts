import { lstatSync, type Stats } from 'node:fs'
import { isSystemError } from './system-error.ts'

/** What tells cheaply whether a file is still the one that was seen before. */
export interface Stamp {
  /** In bytes. */
  readonly size: number
  /** Last modification, epoch milliseconds, whole. */
  readonly modifiedMs: number
}

export const stampOf = (stats: Stats): Stamp => ({ size: stats.size, modifiedMs: Math.floor(stats.mtimeMs) })

/**
 * Whether a file still bears the stamp that was recorded.
 * Archives and some file systems keep whole seconds only, so a time cut down to its second counts as equal.
 */
export const sameStamp = (recorded: Stamp, now: Stamp): boolean =>
  recorded.size === now.size &&
  (recorded.modifiedMs === now.modifiedMs || recorded.modifiedMs - (recorded.modifiedMs % 1000) === now.modifiedMs)

/** What stands at a path; a link is never followed. */
export type Kind = 'absent' | 'file' | 'folder' | 'symlink' | 'other'

export interface Present {
  readonly kind: Kind
  readonly stamp: Stamp
}

/** Nothing stands there. */
export const nothing: Present = { kind: 'absent', stamp: { size: 0, modifiedMs: 0 } }

const kindOf = (stats: Stats): Kind =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'symlink' : 'other'

/** Below a file there is nothing, though the system calls it an error. */
function lstatOrNothing(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** Looks at the last part of a path itself. Throws the system's error where looking is not allowed. */
export function lookAt(path: string): Present {
  const stats = lstatOrNothing(path)
  return stats === undefined ? nothing : { kind: kindOf(stats), stamp: stampOf(stats) }
}

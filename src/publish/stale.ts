import { lstatSync, rmdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { report } from './codes.ts'
import { folderOf, folderStates, foldersOf } from './folders.ts'
import type { ManifestEntry } from './manifest.ts'
import { foldCase } from './obstacles.ts'
import type { OutputFolder } from './output.ts'
import { lookAt, sameStamp } from './stamp.ts'
import { isSystemError, reasonOf } from './system-error.ts'

export interface Cleared {
  readonly removed: number
  /** Could not be removed now; the next build tries again. */
  readonly left: ReadonlyMap<string, ManifestEntry>
  readonly diagnostics: readonly Diagnostic[]
}

/** A renamed episode may have kept its name but for capitals: where the file system sees one file, it is the new one. */
function isProducedUnderOtherCase(root: string, path: string, produced: ReadonlyMap<string, string>): boolean {
  const other = produced.get(foldCase(path))
  if (other === undefined) return false
  const [one, two] = [lstatSync(join(root, path)), lstatSync(join(root, other))]
  return one.ino === two.ino && one.dev === two.dev
}

type Fate = 'gone' | 'removed' | 'stays' | 'changed'

function removeOne(root: string, path: string, entry: ManifestEntry, produced: ReadonlyMap<string, string>): Fate {
  const { kind, stamp } = lookAt(join(root, path))
  if (kind === 'absent') return 'gone'
  if (entry.found || isProducedUnderOtherCase(root, path, produced)) return 'stays'
  const isOurs = [entry, ...(entry.before ?? [])].some((recorded) => sameStamp(recorded, stamp))
  if (kind !== 'file' || !isOurs) return 'changed'
  unlinkSync(join(root, path))
  return 'removed'
}

/** Removes folders that stand empty now, inner ones first. */
function removeEmptyFolders(root: string, folders: Iterable<string>): void {
  for (const path of [...folders].sort().reverse()) {
    try {
      rmdirSync(join(root, path))
    } catch (error) {
      // Not empty, not there, or not allowed: a folder without files harms nobody.
      if (!isSystemError(error)) throw error
    }
  }
}

/**
 * Removes stale outputs, but only those that still are as castwright wrote them; then the folders that it made and
 * that have become empty. `produced` are this build's outputs.
 */
export function clearStale(
  folder: OutputFolder,
  stale: ReadonlyMap<string, ManifestEntry>,
  produced: Iterable<string>,
  foreignFolders: ReadonlySet<string>,
): Cleared {
  const left = new Map<string, ManifestEntry>()
  const diagnostics: Diagnostic[] = []
  if (stale.size === 0) return { removed: 0, left, diagnostics }
  const folded = new Map([...produced].map((path) => [foldCase(path), path]))
  const stateOf = folderStates(folder)
  const freed: string[] = []
  let removed = 0
  for (const [path, entry] of stale) {
    const { kind } = stateOf(folderOf(path))
    if (kind === 'absent') freed.push(path)
    // Never through a link, which could lead to the same names elsewhere.
    if (kind !== 'folder') continue
    try {
      const fate = removeOne(folder.root, path, entry, folded)
      if (fate === 'removed') removed++
      if (fate === 'removed' || fate === 'gone') freed.push(path)
      if (fate === 'changed') diagnostics.push(report('publish/changed-by-hand', { path }))
    } catch (error) {
      if (!isSystemError(error)) throw error
      left.set(path, entry)
      diagnostics.push(report('publish/cannot-remove', { path, reason: reasonOf(error) }))
    }
  }
  const emptied = [...foldersOf(freed)].filter((path) => !foreignFolders.has(path))
  removeEmptyFolders(folder.root, emptied)
  return { removed, left, diagnostics }
}

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { OutputFolder } from './output.ts'
import { type Kind, lookAt } from './stamp.ts'

/** The folder of a path, with `/`; '' for one that lies directly in the output folder. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Every folder that some of these paths lie in, at any depth; not the output folder itself. */
export function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let at = folderOf(path); at !== '' && !folders.has(at); at = folderOf(at)) folders.add(at)
  }
  return folders
}

/** What stands where a folder is needed, and the first part of its path that is not a real folder. */
export interface FolderState {
  readonly kind: Kind
  readonly at: string
}

/**
 * Looks at folders of the output, each once. No symbolic link is followed: what lies below one,
 * or below a file, gets the state of that link or file.
 */
export function folderStates(folder: OutputFolder): (path: string) => FolderState {
  const known = new Map<string, FolderState>([['', { kind: 'folder', at: '' }]])
  const stateOf = (path: string): FolderState => {
    const seen = known.get(path)
    if (seen) return seen
    const parent = stateOf(folderOf(path))
    let state = parent
    if (parent.kind === 'folder') {
      const kind = folder.empty ? 'absent' : lookAt(join(folder.root, path)).kind
      state = { kind, at: path }
    }
    known.set(path, state)
    return state
  }
  return stateOf
}

/** Makes the folders that are absent, each once and outer ones first. Throws the system's error. */
export function makeFolders(folder: OutputFolder, paths: Iterable<string>): void {
  for (const path of [...paths].sort()) mkdirSync(join(folder.root, path))
}

import type { Diagnostic } from '../model/diagnostic.ts'
import { report } from './codes.ts'
import { type FolderState, folderOf, foldersOf } from './folders.ts'
import { isOutputPath } from './inside.ts'
import type { Manifest } from './manifest.ts'
import type { Staged } from './stage.ts'

/** Paths that some file systems take for one: without capitals, and with composed accents. */
export const foldCase = (path: string): string => path.normalize('NFC').toLowerCase()

/** Two outputs with one path, with paths that differ only in case, or one where the other needs a folder. */
function* collisions(paths: readonly string[]): Generator<Diagnostic> {
  const files = new Map<string, string>()
  for (const path of paths) {
    const folded = foldCase(path)
    const other = files.get(folded)
    if (other === undefined) files.set(folded, path)
    else yield report('publish/same-path', { path, other })
  }
  const folders = new Map<string, string>()
  for (const path of foldersOf(paths)) {
    const folded = foldCase(path)
    const other = files.get(folded) ?? folders.get(folded)
    if (other === undefined) folders.set(folded, path)
    else yield report('publish/same-path', { path, other })
  }
}

/** What stands in an output's place and may not be replaced. */
function standsThere({ path, state, over }: Staged, manifest: Manifest): Diagnostic | undefined {
  if (state === 'same' || over === undefined) return undefined
  if (over === 'symlink') return report('publish/symlink', { path })
  if (over !== 'file') return report('publish/in-the-way', { path, needed: 'file' })
  return manifest.files.has(path) ? undefined : report('publish/not-ours', { path })
}

const inTheWay = ({ kind, at }: FolderState): Diagnostic =>
  kind === 'symlink'
    ? report('publish/symlink', { path: at })
    : report('publish/in-the-way', { path: at, needed: 'folder' })

/** What could not be staged: one report for each of the system's reasons, as a full disk refuses everything. */
function* refusals(staged: readonly Staged[]): Generator<Diagnostic> {
  const reasons = new Set<string>()
  for (const { path, problem } of staged) {
    if (problem === undefined || reasons.has(problem)) continue
    reasons.add(problem)
    yield report('publish/cannot-write', { path, reason: problem })
  }
}

/** Everything that forbids to publish; found before anything is touched. `paths` are all outputs, kept ones too. */
export function findObstacles(
  staged: readonly Staged[],
  paths: readonly string[],
  manifest: Manifest,
  stateOf: (folder: string) => FolderState,
): Diagnostic[] {
  const found = [...refusals(staged), ...collisions(paths)]
  const blocked = new Set<string>()
  for (const output of staged) {
    if (!isOutputPath(output.path)) {
      found.push(report('publish/outside', { path: output.path }))
      continue
    }
    const state = stateOf(folderOf(output.path))
    if (state.kind === 'folder' || state.kind === 'absent') {
      const obstacle = standsThere(output, manifest)
      if (obstacle) found.push(obstacle)
    } else if (!blocked.has(state.at)) {
      blocked.add(state.at)
      found.push(inTheWay(state))
    }
  }
  return found
}

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, hasError, type Outcome, outcome } from '../model/diagnostic.ts'
import { report } from './codes.ts'
import { folderStates, makeFolders } from './folders.ts'
import { type Manifest, type ManifestEntry, saysTheSame, writeManifest } from './manifest.ts'
import { moveFile } from './move.ts'
import { findObstacles } from './obstacles.ts'
import { memoryOf, type OutputFolder } from './output.ts'
import { type Kept, type Plan, planFor, unionOf } from './plan.ts'
import type { Staged } from './stage.ts'
import { clearStale } from './stale.ts'
import { lookAt } from './stamp.ts'
import { isSystemError, reasonOf } from './system-error.ts'

export interface Committed {
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** As it is now; its serial is the one to save a cache with. */
  readonly manifest: Manifest
}

export interface CommitOptions {
  /** Runs when all but the feeds is public, to write the ledger. If it reports an error, no feed is touched. */
  readonly beforeFeeds?: () => readonly Diagnostic[]
}

const failed = (diagnostics: readonly Diagnostic[]): Outcome<never> => ({ value: undefined, diagnostics })

/**
 * Moves outputs to their places, in order, up to the first that the system refuses.
 * Where the target is a file system of its own, the file bears a new stamp, which goes into `produced`.
 */
function moveAll(
  folder: OutputFolder,
  outputs: readonly Staged[],
  produced: Map<string, ManifestEntry>,
): Diagnostic | undefined {
  for (const { path, stagedAs } of outputs) {
    try {
      const target = join(folder.root, path)
      if (moveFile(join(folder.stage, stagedAs as string), target) === 'copied') {
        produced.set(path, { ...(produced.get(path) as ManifestEntry), ...lookAt(target).stamp })
      }
    } catch (error) {
      if (!isSystemError(error)) throw error
      return report('publish/cannot-write', { path, reason: reasonOf(error) })
    }
  }
  return undefined
}

function carryOut(
  folder: OutputFolder,
  manifest: Manifest,
  plan: Plan,
  beforeFeeds: () => readonly Diagnostic[],
): Outcome<Committed> {
  const memory = memoryOf(folder)
  let current = manifest
  const save = (next: Manifest): void => {
    writeManifest(memory, folder.stage, next)
    current = next
  }
  if (plan.fresh.length > 0) save(unionOf(manifest, plan))
  makeFolders(folder, plan.newFolders)

  const produced = new Map(plan.produced)
  const feeds = plan.fresh.filter(({ wave }) => wave === 'feeds')
  const others = plan.fresh.filter(({ wave }) => wave !== 'feeds')
  const refused = moveAll(folder, others, produced)
  if (refused) return failed([refused])
  const remarks = beforeFeeds()
  if (hasError(remarks)) return failed(remarks)
  const refusedFeed = moveAll(folder, feeds, produced)
  if (refusedFeed) return failed([...remarks, refusedFeed])

  // The union stays until the last old file is gone, so that a build killed here forgets none of them.
  const { removed, left, diagnostics } = clearStale(folder, plan.stale, produced.keys(), plan.foreignFolders)
  const files = left.size === 0 ? produced : new Map([...produced, ...left])
  const next = { serial: current.serial + 1, files, foreignFolders: plan.foreignFolders }
  if (!saysTheSame(current, next)) save(next)
  const written = plan.fresh.length
  const unchanged = produced.size - written
  return outcome({ written, unchanged, removed, manifest: current }, [...remarks, ...diagnostics])
}

/**
 * Publishes a build: moves what is staged to its place, wave by wave, the main feed last of all; then removes what
 * earlier builds wrote and this one does not. All obstacles are found before anything is touched. If the system
 * refuses something half-way, the feeds stay as they were. In each case the stage is to be cleared by `discard`.
 */
export function commit(
  folder: OutputFolder,
  manifest: Manifest,
  staged: readonly Staged[],
  kept: readonly Kept[],
  options: CommitOptions = {},
): Outcome<Committed> {
  try {
    const stateOf = folderStates(folder)
    const paths = [...staged, ...kept].map(({ path }) => path)
    const obstacles = findObstacles(staged, paths, manifest, stateOf)
    if (obstacles.length > 0) return failed(obstacles)
    const plan = planFor(manifest, staged, kept, stateOf)
    return carryOut(folder, manifest, plan, options.beforeFeeds ?? (() => []))
  } catch (error) {
    if (!isSystemError(error)) throw error
    return failed([report('publish/cannot-write', { path: folder.root, reason: reasonOf(error) })])
  }
}

/** Clears the stage: after a commit, or instead of one when the build has failed. The output stays as it is. */
export function discard(folder: OutputFolder): readonly Diagnostic[] {
  try {
    rmSync(folder.stage, { recursive: true, force: true })
    return []
  } catch (error) {
    if (!isSystemError(error)) throw error
    return [report('publish/cannot-remove', { path: folder.stage, reason: reasonOf(error) })]
  }
}

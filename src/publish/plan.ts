import { type Wave, waves } from '../model/document.ts'
import { type FolderState, foldersOf } from './folders.ts'
import { followedBy, type Manifest, type ManifestEntry } from './manifest.ts'
import type { Staged } from './stage.ts'

/** An output of an earlier build that stays as it is, known by `isIntact`. */
export interface Kept {
  readonly path: string
}

/** What the output folder will hold, and what this takes. */
export interface Plan {
  /** To be moved from the stage, in this order. */
  readonly fresh: readonly Staged[]
  /** All outputs of this build. */
  readonly produced: ReadonlyMap<string, ManifestEntry>
  /** Outputs of earlier builds that this one does not produce. */
  readonly stale: ReadonlyMap<string, ManifestEntry>
  /** Folders that do not exist yet. */
  readonly newFolders: ReadonlySet<string>
  readonly foreignFolders: ReadonlySet<string>
}

const rank = new Map<Wave, number>(waves.map((wave, index) => [wave, index]))
const rankOf = (wave: Wave): number => rank.get(wave) ?? 0
const mainFeed = 'feed.xml'

/** By wave, then by path; the main feed last of all. */
function inOrder(one: Staged, other: Staged): number {
  if (one.wave !== other.wave) return rankOf(one.wave) - rankOf(other.wave)
  if (one.path === mainFeed || other.path === mainFeed) return one.path === mainFeed ? 1 : -1
  return one.path < other.path ? -1 : 1
}

/** A staged output as the manifest will know it. */
function entryFor({ size, modifiedMs, source, state }: Staged, old: ManifestEntry | undefined): ManifestEntry {
  const found = state === 'same' && (old === undefined || old.found === true)
  return { size, modifiedMs, ...(source === undefined ? {} : { source }), ...(found ? { found } : {}) }
}

function keptEntry(path: string, manifest: Manifest): ManifestEntry {
  const entry = manifest.files.get(path)
  if (entry === undefined) throw new Error(`bug: ${path} is to be kept, but no earlier build wrote it`)
  return entry
}

/** Says what has to be done, and does nothing. There must be no obstacles. */
export function planFor(
  manifest: Manifest,
  staged: readonly Staged[],
  kept: readonly Kept[],
  stateOf: (folder: string) => FolderState,
): Plan {
  const produced = new Map<string, ManifestEntry>()
  for (const output of staged) produced.set(output.path, entryFor(output, manifest.files.get(output.path)))
  for (const { path } of kept) produced.set(path, keptEntry(path, manifest))
  const stale = new Map([...manifest.files].filter(([path]) => !produced.has(path)))

  const ours = foldersOf(manifest.files.keys())
  const needed = [...foldersOf(staged.map(({ path }) => path))]
  const newFolders = new Set(needed.filter((path) => stateOf(path).kind === 'absent'))
  const foreignFolders = new Set([...manifest.foreignFolders].filter((path) => !newFolders.has(path)))
  for (const path of needed) if (!newFolders.has(path) && !ours.has(path)) foreignFolders.add(path)
  const fresh = staged.filter(({ state }) => state === 'new').sort(inOrder)
  return { fresh, produced, stale, newFolders, foreignFolders }
}

/** Old and coming outputs together: whatever a killed build leaves, the next one knows it for castwright's own. */
export function unionOf(manifest: Manifest, plan: Plan): Manifest {
  const files = new Map(manifest.files)
  for (const { path } of plan.fresh) {
    const coming = plan.produced.get(path) as ManifestEntry
    const older = manifest.files.get(path)
    files.set(path, older === undefined ? coming : followedBy(older, coming))
  }
  return { serial: manifest.serial + 1, files, foreignFolders: plan.foreignFolders }
}

import { isDeepStrictEqual } from 'node:util'
import { guidOf, type LedgerIndex } from '../episode/guid.ts'
import { feedPlans } from '../feed/plan.ts'
import type { MediaFacts } from '../model/media.ts'
import type { Show } from '../model/show.ts'
import { isIntact, type Manifest } from '../publish/manifest.ts'
import type { OutputFolder } from '../publish/output.ts'
import { type CachedFile, type FileStamp, sameStamp, stampOf } from './cache.ts'
import type { Selection } from './compile-episodes.ts'
import { type FolderIndex, siblingsOf } from './siblings.ts'

/** What a build has to do: which files are still as the last build left them, and which are to be compiled. */
export interface BuildPlan {
  readonly fresh: readonly CachedFile[]
  /** Paths relative to the show's folder. */
  readonly dirty: readonly string[]
  /** Of all files, as they were before any was read. */
  readonly stamps: ReadonlyMap<string, FileStamp>
  /** Nothing at all changed: the feeds and the overview are still right. */
  readonly idle: boolean
}

export interface PlanInput {
  readonly paths: readonly string[]
  readonly cached: ReadonlyMap<string, CachedFile>
  readonly show: Show
  readonly showDir: string
  readonly ledger: LedgerIndex
  readonly folder: OutputFolder
  readonly manifest: Manifest
  readonly selection: Selection
  readonly folders: FolderIndex
  /** What was found out about addresses before. */
  readonly probed: Readonly<Record<string, Partial<MediaFacts>>>
}

export function planBuild(input: PlanInput): BuildPlan {
  const { paths, cached, show, showDir, folder, manifest } = input
  const stamps = new Map<string, FileStamp>()
  for (const path of paths) {
    const stamp = stampOf(showDir, path)
    if (stamp !== undefined) stamps.set(path, stamp)
  }
  const itemPaths = [...cached.values()].flatMap(({ items }) => Object.values(items).map(({ path }) => path))
  const feedPaths = new Set([...feedPlans(show).map(({ path }) => path), ...itemPaths])
  const feedsIntact = [...feedPaths].every((path) => isIntact(folder, manifest, path))
  const fresh: CachedFile[] = []
  const dirty: string[] = []
  for (const path of paths) {
    const file = cached.get(path)
    if (file !== undefined && feedsIntact && isFresh(file, stamps.get(path), input)) fresh.push(file)
    else dirty.push(path)
  }
  return { fresh, dirty, stamps, idle: dirty.length === 0 && feedsIntact && fresh.length === cached.size }
}

/** Whether compiling a file again would give what it gave last time, and all of that is still there. */
function isFresh(file: CachedFile, now: FileStamp | undefined, input: PlanInput): boolean {
  const { show, showDir, ledger, folder, manifest, selection } = input
  if (!sameStamp(file.stamp, now)) return false
  if (file.dueMs !== undefined && file.dueMs <= selection.nowMs) return false
  if (!file.watched.every((stamp) => sameStamp(stamp, stampOf(showDir, stamp.path)))) return false
  if (!file.documents.every(({ path }) => isIntact(folder, manifest, path))) return false
  const { record } = file
  if (record === undefined) return true
  if (record.summary.dateMs > selection.nowMs && !selection.future) return false
  const { writtenGuid, enclosure, summary } = record
  const siblings = siblingsOf(input.folders, file.stamp.path, summary.slug, show.audio.folders)
  if (
    !isDeepStrictEqual(
      siblings.map(({ path }) => path),
      record.siblings,
    )
  )
    return false
  const probed = Object.hasOwn(input.probed, enclosure) ? input.probed[enclosure] : undefined
  if (!isDeepStrictEqual(probed ?? {}, record.probed ?? {})) return false
  return guidOf({ slug: summary.slug, writtenGuid, enclosure }, show, ledger) === record.guid
}

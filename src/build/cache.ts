import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Wave } from '../model/document.ts'
import { writeAtomically } from '../publish/atomic.ts'
import type { Manifest } from '../publish/manifest.ts'
import { memoryOf, type OutputFolder } from '../publish/output.ts'
import type { Piece } from '../publish/parts.ts'
import { generatorVersion } from '../text/generator.ts'
import type { EpisodeRecord } from './compile-episodes.ts'

/** What tells whether a file is still the one that was seen: it costs no reading. */
export interface FileStamp {
  /** Relative to the show's folder. */
  readonly path: string
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
}

/** An item's bytes in a published feed. */
export interface PublishedPiece extends Piece {
  /** The feed's, relative to the output folder. */
  readonly path: string
}

/** What the last build made of one file, for as long as the file does not change. */
export interface CachedFile {
  readonly stamp: FileStamp
  /** Local files that it depends on. */
  readonly watched: readonly FileStamp[]
  readonly diagnostics: readonly Diagnostic[]
  readonly record?: EpisodeRecord | undefined
  readonly dueMs?: number | undefined
  readonly documents: readonly { readonly path: string; readonly wave: Wave }[]
  /** Where its items lie in the published feeds, by {@link FeedPlan.items}. */
  readonly items: Readonly<Record<string, PublishedPiece>>
  /** The variants of the feed that it is in. */
  readonly variants: readonly string[]
}

export interface Cache {
  /** Of everything that all episodes depend on. */
  readonly settings: string
  /** The serial of the manifest that it was saved with: what it says of published feeds is true for that one only. */
  readonly serial: number
  /** When that build started, epoch milliseconds. */
  readonly startedMs: number
  readonly files: readonly CachedFile[]
}

const cachePath = (folder: OutputFolder): string => join(memoryOf(folder), 'cache.json')

/** A file that changed this shortly before a build may change again with no other stamp to show for it. */
const racyMs = 2000

/** Hashes what every episode depends on; another castwright, or one that was compiled anew, is another hash. */
export function settingsHash(settings: unknown): string {
  const self = statSync(fileURLToPath(import.meta.url))
  return createHash('sha256')
    .update(JSON.stringify([generatorVersion, self.mtimeMs, self.size, settings]))
    .digest('hex')
}

/** The last build's files by path, if it had these settings. A broken or foreign cache counts as none. */
export function readCache(folder: OutputFolder, manifest: Manifest, settings: string): ReadonlyMap<string, CachedFile> {
  try {
    const cache = JSON.parse(readFileSync(cachePath(folder), 'utf8')) as Cache
    if (cache.settings !== settings || cache.serial !== manifest.serial) return new Map()
    const isSettled = ({ mtimeMs, ctimeMs }: FileStamp): boolean =>
      Math.max(mtimeMs, ctimeMs) < cache.startedMs - racyMs
    const settled = cache.files.filter(({ stamp, watched }) => isSettled(stamp) && watched.every(isSettled))
    return new Map(settled.map((file) => [file.stamp.path, file]))
  } catch {
    return new Map()
  }
}

/** Saves the cache for the next build. It is only a help: if it cannot be written, the next build does all the work. */
export function writeCache(folder: OutputFolder, cache: Cache): void {
  writeAtomically(cachePath(folder), JSON.stringify(cache))
}

/** The stamp of a file of the show; undefined if it is not there. */
export function stampOf(showDir: string, path: string): FileStamp | undefined {
  const stat = statSync(join(showDir, path), { throwIfNoEntry: false })
  if (stat === undefined) return undefined
  return { path, size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs }
}

/** Whether a file is still the one that was stamped. */
export const sameStamp = (a: FileStamp, b: FileStamp | undefined): boolean =>
  b !== undefined && a.size === b.size && a.mtimeMs === b.mtimeMs && a.ctimeMs === b.ctimeMs

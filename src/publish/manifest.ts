import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from './atomic.ts'
import { isOutputPath } from './inside.ts'
import { lookAt, type Stamp, sameStamp } from './stamp.ts'
import { isSystemError } from './system-error.ts'

/** One file that castwright wrote. */
export interface ManifestEntry extends Stamp {
  /** A copy: the stamp of the file it was copied from, with the size of the part that was copied. */
  readonly source?: Stamp | undefined
  /** It was there before with these same bytes: castwright may update it, but never removes it. */
  readonly found?: true | undefined
  /** Builds were killed: the file may also still be one of these older ones. */
  readonly before?: readonly Stamp[] | undefined
}

/** What castwright wrote into an output folder. Plain data, so that it can cross threads. */
export interface Manifest {
  /**
   * Grows whenever the manifest is written. What is remembered about outputs elsewhere, such as a cache,
   * is true only for the serial that it was saved with.
   */
  readonly serial: number
  /** By path, relative to the output folder. */
  readonly files: ReadonlyMap<string, ManifestEntry>
  /** Folders that hold outputs but were there before: they stay, also when they become empty. */
  readonly foreignFolders: ReadonlySet<string>
}

export const manifestPath = (memory: string): string => join(memory, 'manifest.json')

/** A row is path, size, modifiedMs; for a copy or a found file also the source's size and time; then 1 if found. */
function renderRow(name: string, { size, modifiedMs, source, found }: ManifestEntry): string {
  const row = `[${name},${size},${modifiedMs}`
  if (source === undefined && found === undefined) return `${row}]`
  return `${row},${source?.size ?? null},${source?.modifiedMs ?? null}${found ? ',1' : ''}]`
}

/** The manifest as text: one file a line, sorted. What a file was `before` stands in lines of its own, oldest first. */
export function renderManifest({ serial, files, foreignFolders }: Manifest): string {
  const lines: string[] = []
  for (const path of [...files.keys()].sort()) {
    const entry = files.get(path) as ManifestEntry
    const name = JSON.stringify(path)
    for (const older of entry.before ?? []) lines.push(renderRow(name, older))
    lines.push(renderRow(name, entry))
  }
  const head = JSON.stringify({ version: 1, serial, foreignFolders: [...foreignFolders].sort() })
  return `${head.slice(0, -1)},"files":[\n${lines.join(',\n')}\n]}\n`
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

function entryOf(row: unknown): { path: string; entry: ManifestEntry } | undefined {
  if (!Array.isArray(row)) return undefined
  const [path, size, modifiedMs, sourceSize, sourceMs, found] = row as readonly unknown[]
  if (typeof path !== 'string' || !isOutputPath(path) || !isWhole(size) || !isWhole(modifiedMs)) return undefined
  if (row.length === 3) return { path, entry: { size, modifiedMs } }
  const source = isWhole(sourceSize) && isWhole(sourceMs) ? { size: sourceSize, modifiedMs: sourceMs } : undefined
  return { path, entry: { size, modifiedMs, source, found: found === 1 ? true : undefined } }
}

/** An entry for a file that is about to be replaced, and may be found as it was or as it will be. */
export const followedBy = (older: ManifestEntry, newer: ManifestEntry): ManifestEntry => ({
  ...newer,
  before: [...(older.before ?? []), { size: older.size, modifiedMs: older.modifiedMs }],
})

/** Reads a manifest's text; undefined if it is not one. A path that leaves the output folder makes it none. */
export function parseManifest(text: string): Manifest | undefined {
  let written: { version?: unknown; serial?: unknown; files?: unknown; foreignFolders?: unknown } | null
  try {
    written = JSON.parse(text)
  } catch {
    return undefined // not JSON: the one thing that JSON.parse complains about
  }
  if (written?.version !== 1 || !isWhole(written.serial)) return undefined
  if (!Array.isArray(written.files) || !Array.isArray(written.foreignFolders)) return undefined
  const files = new Map<string, ManifestEntry>()
  for (const row of written.files as unknown[]) {
    const read = entryOf(row)
    if (read === undefined) return undefined
    const older = files.get(read.path)
    files.set(read.path, older === undefined ? read.entry : followedBy(older, read.entry))
  }
  const folders = written.foreignFolders.filter((folder) => typeof folder === 'string')
  return { serial: written.serial, files, foreignFolders: new Set(folders) }
}

/** The manifest in castwright's folder; says apart whether there is none or it cannot be understood. */
export function readManifest(memory: string): Manifest | 'missing' | 'broken' {
  try {
    return parseManifest(readFileSync(manifestPath(memory), 'utf8')) ?? 'broken'
  } catch (error) {
    if (isSystemError(error)) return error.code === 'ENOENT' ? 'missing' : 'broken'
    throw error
  }
}

/** Writes it by way of the stage, where nothing is left for long. Throws the system's error. */
export function writeManifest(memory: string, stage: string, manifest: Manifest): void {
  replaceFile(manifestPath(memory), join(stage, 'manifest.json'), Buffer.from(renderManifest(manifest)))
}

const isSameEntry = (one: ManifestEntry, other: ManifestEntry | undefined): boolean =>
  other !== undefined &&
  one.size === other.size &&
  one.modifiedMs === other.modifiedMs &&
  one.source?.size === other.source?.size &&
  one.source?.modifiedMs === other.source?.modifiedMs &&
  one.found === other.found &&
  one.before === undefined &&
  other.before === undefined

/** Whether two manifests differ in their serial only. */
export function saysTheSame(one: Manifest, other: Manifest): boolean {
  if (one.files.size !== other.files.size || one.foreignFolders.size !== other.foreignFolders.size) return false
  for (const [path, entry] of one.files) if (!isSameEntry(entry, other.files.get(path))) return false
  for (const folder of one.foreignFolders) if (!other.foreignFolders.has(folder)) return false
  return true
}

/** Whether an output still is the file that castwright wrote. One look, nothing is read. */
export function isIntact(folder: { root: string; empty: boolean }, manifest: Manifest, path: string): boolean {
  const entry = manifest.files.get(path)
  if (entry === undefined || entry.before !== undefined || folder.empty) return false
  const { kind, stamp } = lookAt(join(folder.root, path))
  return kind === 'file' && sameStamp(entry, stamp)
}

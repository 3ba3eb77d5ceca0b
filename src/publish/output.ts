import { mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, type Outcome, outcome } from '../model/diagnostic.ts'
import { replaceFile } from './atomic.ts'
import { report } from './codes.ts'
import { memoryFolder } from './inside.ts'
import { type LockOptions, takeLock } from './lock.ts'
import { type Manifest, manifestPath, readManifest } from './manifest.ts'
import { holdsBytes } from './same-bytes.ts'
import { lookAt } from './stamp.ts'
import { isSystemError, reasonOf } from './system-error.ts'

/** An output folder while it is being built. Plain data, so that it can cross threads. */
export interface OutputFolder {
  /** Its real path, absolute. */
  readonly root: string
  /** Where documents wait until all is well; absolute, inside `root`. */
  readonly stage: string
  /** Nothing but castwright's own memory was there when it was opened. */
  readonly empty: boolean
}

export interface OpenFolder {
  readonly folder: OutputFolder
  readonly manifest: Manifest
  /** Lets the next build in. To be called in every case, also after an error. */
  readonly release: () => void
}

/** Where castwright keeps what it remembers about an output folder: manifest, lock, stage, cache. */
export const memoryOf = (folder: { readonly root: string }): string => join(folder.root, memoryFolder)

const failed = (...diagnostics: Diagnostic[]): Outcome<never> => ({ value: undefined, diagnostics })

function refusal(root: string, error: unknown): Outcome<never> {
  if (!isSystemError(error)) throw error
  const path = error.path ?? root
  return error.code === 'EEXIST' || error.code === 'ENOTDIR'
    ? failed(report('publish/in-the-way', { path, needed: 'folder' }))
    : failed(report('publish/cannot-write', { path, reason: reasonOf(error) }))
}

/** Makes castwright's own folder; the diagnostic if something else has its name. */
function makeMemory(memory: string): Diagnostic | undefined {
  const { kind } = lookAt(memory)
  if (kind === 'symlink') return report('publish/symlink', { path: memory })
  if (kind !== 'absent' && kind !== 'folder') return report('publish/in-the-way', { path: memory, needed: 'folder' })
  mkdirSync(memory, { recursive: true })
  return undefined
}

/** Clears what a killed build left, and makes the stage. The memory is of this machine only: git need not know it. */
function prepare(memory: string, stage: string): void {
  const drafts = readdirSync(memory).filter((name) => name.endsWith('.new'))
  for (const path of [stage, ...drafts.map((name) => join(memory, name))])
    rmSync(path, { recursive: true, force: true })
  mkdirSync(stage)
  const ignore = join(memory, '.gitignore')
  const all = Buffer.from('*\n')
  if (!holdsBytes(ignore, all)) replaceFile(ignore, join(stage, 'gitignore'), all)
}

function recall(folder: OutputFolder, nowMs: number): { manifest: Manifest; diagnostics: Diagnostic[] } {
  const memory = memoryOf(folder)
  const read = readManifest(memory)
  if (typeof read === 'object') return { manifest: read, diagnostics: [] }
  // Starts at the time, so that it never meets a serial that a cache was saved with.
  const manifest = { serial: nowMs, files: new Map(), foreignFolders: new Set<string>() }
  if (read === 'broken')
    return { manifest, diagnostics: [report('publish/manifest-broken', { path: manifestPath(memory) })] }
  return { manifest, diagnostics: folder.empty ? [] : [report('publish/manifest-missing', { path: folder.root })] }
}

/**
 * Opens an output folder for one build: makes it, takes its lock (waiting for another build as long as `options`
 * say), clears what a killed build left, and reads the manifest. `root` may be relative or a link to a folder.
 */
export function openOutput(root: string, options: LockOptions): Outcome<OpenFolder> {
  let release: (() => void) | undefined
  try {
    mkdirSync(root, { recursive: true })
    const realRoot = realpathSync(root)
    const memory = memoryOf({ root: realRoot })
    const obstacle = makeMemory(memory)
    if (obstacle) return failed(obstacle)
    const lock = takeLock(join(memory, 'lock'), options)
    if ('holder' in lock) return failed(report('publish/locked', { path: root, holder: lock.holder }))
    release = lock.release
    const stage = join(memory, 'stage')
    prepare(memory, stage)
    const empty = readdirSync(realRoot).every((name) => name === memoryFolder)
    const folder = { root: realRoot, stage, empty }
    const { manifest, diagnostics } = recall(folder, Math.floor(options.now()))
    return outcome({ folder, manifest, release: lock.release }, diagnostics)
  } catch (error) {
    release?.()
    return refusal(root, error)
  }
}

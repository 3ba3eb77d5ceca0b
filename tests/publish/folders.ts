import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import type { Diagnostic, Outcome } from '../../src/model/diagnostic.ts'
import type { Wave } from '../../src/model/document.ts'
import { type CommitOptions, type Committed, commit, discard } from '../../src/publish/commit.ts'
import { isIntact } from '../../src/publish/manifest.ts'
import { type OpenFolder, openOutput } from '../../src/publish/output.ts'
import { stageCopy, stageDocument } from '../../src/publish/stage.ts'

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for one test, removed afterwards. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'castwright-publish-')))
  made.push(folder)
  return folder
}

/** Puts a file somewhere, as a user would. */
export function put(file: string, body: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, body)
}

/** All files below a folder but castwright's memory, with their contents. */
export function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  const names = files.map((file) => file.slice(folder.length + 1)).filter((name) => !name.startsWith('.castwright'))
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

/** All folders below a folder but castwright's memory. */
export function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))
  return folders
    .map((path) => path.slice(folder.length + 1))
    .filter((path) => !path.startsWith('.castwright'))
    .sort()
}

export const codesOf = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }): string[] =>
  diagnostics.map(({ code }) => code)

const noon = Date.UTC(2026, 1, 23, 12)

/** Opens an output folder that must open. */
export function open(out: string): OpenFolder {
  const { value, diagnostics } = openOutput(out, { now: () => noon, waitMs: 0 })
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

const waveOf = (path: string): Wave =>
  path.startsWith('feed.') ? 'feeds' : path.startsWith('chapters/') ? 'chapters' : 'pages'

export interface Build extends CommitOptions {
  /** Outputs of the last build that stay. */
  readonly keep?: readonly string[]
  /** Output path → absolute path of the file to copy. */
  readonly copies?: Readonly<Record<string, string>>
}

export type Built = Outcome<Committed> & { readonly opening: readonly Diagnostic[] }

/** One whole build: documents by path. */
export function build(out: string, documents: Readonly<Record<string, string>>, options: Build = {}): Built {
  const opened = openOutput(out, { now: () => noon, waitMs: 0 })
  if (opened.value === undefined)
    return { value: undefined, diagnostics: opened.diagnostics, opening: opened.diagnostics }
  const { folder, manifest, release } = opened.value
  try {
    let count = 0
    const name = () => `test-${count++}`
    const staged = [
      ...Object.entries(documents).map(([path, body]) => stageDocument(folder, name(), path, waveOf(path), body)),
      ...Object.entries(options.copies ?? {}).map(([path, from]) =>
        stageCopy(folder, name(), path, 'media', from, manifest.files.get(path)),
      ),
    ]
    const kept = (options.keep ?? []).filter((path) => isIntact(folder, manifest, path)).map((path) => ({ path }))
    return { ...commit(folder, manifest, staged, kept, options), opening: opened.diagnostics }
  } finally {
    discard(folder)
    release()
  }
}

/** A summary of a build that must have succeeded. */
export function counts({ value, diagnostics }: Built): { written: number; unchanged: number; removed: number } {
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const { written, unchanged, removed } = value
  return { written, unchanged, removed }
}

import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { type LedgerOutcome, ledgerFile, parseLedger } from './ledger.ts'
import { parseShow, type ShowOutcome } from './show.ts'

const report = reporter(codes)

/** The show's settings, in its folder. */
export const showFile = 'podcast.yaml'
/** The folder of the episodes, in the show's. */
export const episodesFolder = 'episodes'

const startOf = (file: string): Place => ({ file, line: 1, column: 1, offset: 0 })

/** A file's bytes, or undefined if it is not there or cannot be read. */
export function readBytes(showDir: string, path: string): Uint8Array | undefined {
  try {
    return readFileSync(join(showDir, path))
  } catch {
    return undefined
  }
}

/** Reads podcast.yaml. */
export function readShow(showDir: string): ShowOutcome {
  const bytes = readBytes(showDir, showFile)
  if (bytes !== undefined) return parseShow(bytes, showFile)
  const place = startOf(showFile)
  return { value: undefined, diagnostics: [missingShow(showDir, place)], guidIsWritten: false, placeOf: () => place }
}

function missingShow(showDir: string, place: Place): Diagnostic {
  if (kindOf(showDir) !== 'folder') return report('source/no-folder', { folder: showDir }, place)
  if (existsSync(join(showDir, showFile))) return report('file/unreadable', {}, place)
  const found = readdirSync(showDir).find((name) => /^podcast\.ya?ml(?:\.txt)?$/i.test(name))
  return report('source/no-show-file', { found }, place)
}

/** Reads the ledger; a show that was never built has none. One that cannot be read is an error, never an empty one. */
export function readLedger(showDir: string): LedgerOutcome {
  const bytes = readBytes(showDir, ledgerFile)
  if (bytes !== undefined || !existsSync(join(showDir, ledgerFile))) return parseLedger(bytes, ledgerFile)
  const diagnostics = [report('file/unreadable', {}, startOf(ledgerFile))]
  return { value: undefined, diagnostics, placeOfEntry: () => undefined }
}

function kindOf(path: string): 'folder' | 'file' | undefined {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats?.isDirectory() === true ? 'folder' : stats?.isFile() === true ? 'file' : undefined
}

export interface FoundEpisodes {
  /** Relative to the show's folder, with `/`, sorted by code unit. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Names that are not episodes: hidden files, `_index.md` and the like, and the folder's own README. */
const isLeftOut = (name: string): boolean => /^[._]|^readme\.md$/i.test(name)
/** Markdown by another name than `.md`. */
const otherMarkdown = /\.(?:md|markdown|mdown|mkd)$/i

/**
 * Finds the show's episodes: each `.md` file in `episodes` and its folders, but none whose name starts with `.` or
 * `_`, nor README.md. Links are followed as long as they stay in the show's folder; a folder is never entered twice.
 */
export function findEpisodes(showDir: string): FoundEpisodes {
  const root = realPath(showDir)
  const start = root === undefined ? undefined : realPath(join(root, episodesFolder))
  if (root === undefined || start === undefined || kindOf(start) !== 'folder')
    return { files: [], diagnostics: [report('source/no-episodes', {}, startOf(showFile))] }
  const files: string[] = []
  const diagnostics: Diagnostic[] = []
  const entered = new Set<string>()
  let links: string[] = []

  const addFile = (path: string): void => {
    if (path.endsWith('.md')) files.push(path)
    else if (otherMarkdown.test(path)) diagnostics.push(report('source/not-markdown', {}, startOf(path)))
  }
  const enter = (folder: string, real: string): void => {
    if (entered.has(real)) return
    entered.add(real)
    const entries = entriesOf(real)
    if (entries === undefined) diagnostics.push(report('file/unreadable', {}, startOf(folder)))
    for (const entry of entries ?? []) {
      if (isLeftOut(entry.name)) continue
      const path = `${folder}/${entry.name}`
      if (entry.isFile()) addFile(path)
      else if (entry.isDirectory()) enter(path, join(real, entry.name))
      else if (entry.isSymbolicLink()) links.push(path)
    }
  }
  const follow = (path: string): void => {
    const real = realPath(join(root, path))
    const kind = real === undefined ? undefined : kindOf(real)
    // What other links lead to, such as audio, is checked by whoever uses it.
    if (kind !== 'folder' && !path.endsWith('.md')) return
    if (real === undefined) diagnostics.push(report('source/broken-link', {}, startOf(path)))
    else if (!real.startsWith(root + sep)) diagnostics.push(report('source/outside', {}, startOf(path)))
    else if (kind === 'folder') enter(path, real)
    else if (kind === 'file') addFile(path)
  }

  if (start.startsWith(root + sep)) enter(episodesFolder, start)
  else diagnostics.push(report('source/outside', {}, startOf(episodesFolder)))
  // Links come after the real folders, so that a file goes by its own path, whatever the links are called.
  while (links.length > 0) {
    const batch = links.sort()
    links = []
    batch.forEach(follow)
  }
  return { files: files.sort(), diagnostics }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return undefined
  }
}

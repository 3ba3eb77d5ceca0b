import { join } from 'node:path'
import { indexLedger } from '../episode/guid.ts'
import { newestFirst } from '../feed/order.ts'
import { renditionFolder } from '../media/rendition-folder.ts'
import { type Diagnostic, hasError, sortDiagnostics } from '../model/diagnostic.ts'
import { writeAtomically } from '../publish/atomic.ts'
import { cannotWrite } from '../publish/codes.ts'
import { commit, discard } from '../publish/commit.ts'
import { type OpenFolder, openOutput } from '../publish/output.ts'
import { isSystemError } from '../publish/system-error.ts'
import { findEpisodes, readShow } from '../source/find.ts'
import { ledgerFile, renderLedger } from '../source/ledger.ts'
import { readCache, settingsHash, writeCache } from './cache.ts'
import type { Selection } from './compile-episodes.ts'
import { cachedOf, entryOfCached, entryOfCompiled, isPublished } from './entry.ts'
import { type LoadedShow, loadShow } from './load-show.ts'
import { rememberMedia } from './media-memory.ts'
import { stageOutputs } from './outputs.ts'
import { picturesOf } from './picture-folder.ts'
import { planBuild } from './plan.ts'
import { compileAll } from './pool.ts'
import { folderIndex } from './siblings.ts'
import { nextLedger } from './subscribers.ts'
import { checkTogether } from './together.ts'

export interface BuildOptions {
  /** The show's folder, absolute. */
  readonly showDir: string
  /** The output folder, absolute. Default: `dist` in the show's folder. */
  readonly outDir?: string
  /** Include drafts. */
  readonly drafts?: boolean
  /** Include episodes whose date is still to come. */
  readonly future?: boolean
  /** Treat warnings as errors. */
  readonly strict?: boolean
  /** Changes that subscribers notice and that are meant: `guid:SLUG`, `removed:SLUG`, `feed-url`, `feed-guid`. */
  readonly accept?: readonly string[]
  /** What counts as now when episodes are left out that are still to come; epoch milliseconds. */
  readonly nowMs: number
  /** The time, epoch milliseconds: for locks and the cache, never for the output. */
  readonly clock: () => number
  /** How many threads may work at once. Default 1. */
  readonly parallelism?: number
  /** How long to wait for another build of the same output folder, in milliseconds. Default 10 s. */
  readonly waitMs?: number
  readonly onProgress?: (done: number, total: number) => void
}

/** What a build did. */
export interface BuildSummary {
  /** The show's title. */
  readonly show: string
  /** The output folder, absolute. */
  readonly out: string
  readonly episodes: number
  readonly chapters: number
  readonly written: number
  readonly unchanged: number
  readonly removed: number
  /** Whether the ledger has changed and wants to be committed. */
  readonly ledgerChanged: boolean
  readonly seconds: number
}

export interface BuildReport {
  /** Absent: something was wrong, and nothing was published. */
  readonly summary?: BuildSummary | undefined
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Builds a show into its output folder. Problems in the show's files are in the report; if one of them is an error,
 * the output folder stays as it was.
 * @throws only for faults of castwright itself
 */
export async function buildShow(options: BuildOptions): Promise<BuildReport> {
  const startedMs = options.clock()
  const outDir = options.outDir ?? join(options.showDir, 'dist')
  const readable = readShow(options.showDir)
  // Where there is no show, no output folder is made either.
  if (readable.value === undefined && readable.provisional === undefined) return { diagnostics: readable.diagnostics }
  const opened = openOutput(outDir, { waitMs: options.waitMs ?? 10_000, now: options.clock })
  if (opened.value === undefined) return { diagnostics: sortDiagnostics(opened.diagnostics) }
  try {
    // Only now: a build that was waited for may have written the ledger.
    const loaded = await loadShow(options.showDir, renditionFolder(picturesOf(opened.value.folder)))
    if (loaded.value === undefined) return { diagnostics: sortDiagnostics(loaded.diagnostics) }
    return await buildInto(opened.value, loaded.value, opened.diagnostics, options, startedMs)
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { diagnostics: [cannotWrite(error.path ?? outDir, error)] }
  } finally {
    discard(opened.value.folder)
    opened.value.release()
  }
}

async function buildInto(
  open: OpenFolder,
  loaded: LoadedShow,
  opening: readonly Diagnostic[],
  options: BuildOptions,
  startedMs: number,
): Promise<BuildReport> {
  const { folder, manifest } = open
  const { show, ledger } = loaded
  const { showDir, nowMs } = options
  const selection: Selection = { drafts: options.drafts ?? false, future: options.future ?? false, nowMs }
  const settings = settingsHash([show, loaded.templateTexts, selection.drafts, selection.future])
  const found = findEpisodes(showDir)
  const cached = readCache(folder, manifest, settings)
  const plan = planBuild({
    paths: found.files,
    cached,
    show,
    showDir,
    ledger: indexLedger(ledger),
    folder,
    manifest,
    selection,
    folders: folderIndex(showDir),
    probed: loaded.probed,
  })
  const { files: compiled, measured } = await compileAll(
    {
      show,
      showDir,
      ledger,
      templates: loaded.templateTexts,
      folder,
      selection,
      probed: loaded.probed,
      paths: plan.dirty,
      next: new SharedArrayBuffer(4),
    },
    helpersFor(plan.dirty.length, options.parallelism ?? 1),
    (done) => options.onProgress?.(plan.fresh.length + done, found.files.length),
  )
  const entries = [...plan.fresh.map(entryOfCached), ...compiled.map(entryOfCompiled)]
  const published = entries.filter(isPublished).sort((a, b) => newestFirst(a.record.summary, b.record.summary))
  const diagnostics = [
    ...loaded.diagnostics,
    ...opening,
    ...found.diagnostics,
    ...entries.flatMap((entry) => entry.diagnostics),
    ...checkTogether(loaded, entries, published, showDir, options.accept),
  ]
  if (isStopped(diagnostics, options)) return { diagnostics: sortDiagnostics(diagnostics) }

  const { staged, kept, feeds } = stageOutputs(open, loaded, showDir, plan, compiled, published)
  let ledgerChanged = false
  const committed = commit(folder, manifest, staged, kept, {
    beforeFeeds: () => {
      const next = renderLedger(nextLedger(show, ledger, published, nowMs))
      const written = writeAtomically(join(showDir, ledgerFile), next)
      ledgerChanged = written.value === 'written'
      return written.diagnostics
    },
  })
  diagnostics.push(...committed.diagnostics)
  if (committed.value === undefined) return { diagnostics: sortDiagnostics(diagnostics) }
  const { written, unchanged, removed } = committed.value
  rememberMedia(folder, measured)
  const pieces = new Map(published.map(({ path }, index) => [path, feeds?.pieces[index]]))
  writeCache(folder, {
    settings,
    serial: committed.value.manifest.serial,
    startedMs,
    files: entries
      .filter(({ lasting }) => lasting)
      .map((entry) => cachedOf(entry, pieces.get(entry.path), plan, showDir)),
  })
  return {
    summary: {
      show: show.title,
      out: folder.root,
      episodes: published.length,
      chapters: published.reduce((sum, { record }) => sum + record.chapters, 0),
      written,
      unchanged,
      removed,
      ledgerChanged,
      seconds: (options.clock() - startedMs) / 1000,
    },
    diagnostics: sortDiagnostics(diagnostics),
  }
}

/** Fewer files than this are compiled sooner than another thread has started. */
const worthAThread = 150

const helpersFor = (files: number, parallelism: number): number =>
  Math.max(0, Math.min(parallelism - 1, Math.floor(files / worthAThread)))

const isStopped = (diagnostics: readonly Diagnostic[], { strict = false }: BuildOptions): boolean =>
  hasError(diagnostics) || (strict && diagnostics.some(({ severity }) => severity === 'warning'))

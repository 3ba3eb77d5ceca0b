import { Worker } from 'node:worker_threads'
import { indexLedger } from '../episode/guid.ts'
import { renditionFolder } from '../media/rendition-folder.ts'
import type { Ledger } from '../model/ledger.ts'
import type { MediaFacts } from '../model/media.ts'
import type { Show } from '../model/show.ts'
import type { OutputFolder } from '../publish/output.ts'
import { loadTemplates } from '../site/load.ts'
import type { TemplateTexts } from '../site/theme.ts'
import type { Selection } from './compile-episodes.ts'
import { type CompiledFile, fileCompiler } from './compile-file.ts'
import { mediaMemory, type Remembered } from './media-memory.ts'
import { picturesOf } from './picture-folder.ts'
import { folderIndex } from './siblings.ts'

/** What all threads of a build share. Plain data, so that it can cross to a worker. */
export interface SharedJob {
  readonly show: Show
  readonly showDir: string
  readonly ledger: Ledger
  readonly templates: TemplateTexts
  readonly folder: OutputFolder
  readonly selection: Selection
  /** What was found out about addresses before. */
  readonly probed: Readonly<Record<string, Partial<MediaFacts>>>
  readonly paths: readonly string[]
  /** One 32-bit counter: the next file that nobody has taken yet. */
  readonly next: SharedArrayBuffer
}

export interface ThreadJob {
  readonly shared: SharedJob
  readonly thread: number
}

/** What one thread, or all of them, made. */
export interface Compiled {
  readonly files: readonly CompiledFile[]
  /** What was measured in media files. */
  readonly measured: readonly Remembered[]
}

/** How many files a thread takes at a time: few enough that all threads end together. */
const chunk = 32

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Compiles files until none is left; several threads may do so at once. */
export async function runShare({ shared, thread }: ThreadJob, onProgress?: (done: number) => void): Promise<Compiled> {
  const templates = (await loadTemplates(shared.templates)).value
  if (templates === undefined) throw new Error('bug: the templates were compiled before the threads started')
  const memory = mediaMemory(shared.showDir, shared.folder)
  const context = {
    ...shared,
    memory,
    ledger: indexLedger(shared.ledger),
    templates,
    folders: folderIndex(shared.showDir),
    pictures: renditionFolder(picturesOf(shared.folder)),
    probed: (url: string) => (Object.hasOwn(shared.probed, url) ? shared.probed[url] : undefined),
  }
  const compiler = fileCompiler(context, shared.folder, thread)
  const counter = new Int32Array(shared.next)
  const compiled: CompiledFile[] = []
  for (
    let start = Atomics.add(counter, 0, chunk);
    start < shared.paths.length;
    start = Atomics.add(counter, 0, chunk)
  ) {
    compiled.push(...(await compiler.compile(shared.paths.slice(start, start + chunk))))
    // The Markdown engine gives its memory back between turns of the event loop only.
    await nextTurn()
    onProgress?.(Math.min(Atomics.load(counter, 0), shared.paths.length))
  }
  compiler.close()
  return { files: compiled, measured: memory.used() }
}

/**
 * Compiles all files on this thread and `workers` more. The result's order is that of `shared.paths`.
 */
export async function compileAll(
  shared: SharedJob,
  workers: number,
  onProgress?: (done: number) => void,
): Promise<Compiled> {
  const others = Array.from({ length: workers }, (_, index) => startWorker({ shared, thread: index + 1 }))
  const shares = await Promise.all([runShare({ shared, thread: 0 }, onProgress), ...others])
  const byPath = new Map(shares.flatMap(({ files }) => files).map((file) => [file.path, file]))
  return {
    files: shared.paths.map((path) => byPath.get(path) as CompiledFile),
    measured: shares.flatMap(({ measured }) => measured),
  }
}

function startWorker(job: ThreadJob): Promise<Compiled> {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: job })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`bug: a worker ended with ${code} and no result`)))
  })
}

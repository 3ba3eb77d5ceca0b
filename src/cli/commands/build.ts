import { availableParallelism } from 'node:os'
import { relative, resolve, sep } from 'node:path'
import { buildShow } from '../../build/build.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { seenFrom } from '../from-here.ts'
import { readNow } from '../now.ts'
import { printers } from '../print/index.ts'
import { type Progress, progressBar } from '../progress.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = {
  out: { type: 'string' },
  drafts: { type: 'boolean', default: false },
  future: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  accept: { type: 'string', multiple: true },
  probe: { type: 'boolean', default: false },
  'allow-private': { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  quiet: { type: 'boolean', default: false },
} as const

const acceptable = /^(?:feed-url(?:@.+)?|feed-guid(?:@.+)?|removed@.+|(?:guid|removed):.+)$/

/** `castwright build` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [dir = '.', ...others] = positionals
  if (others.length > 0) throw new UsageError(`One folder at a time: what is "${others[0]}"?`)
  const loadPrinter = printers[oneOf('format', values.format, Object.keys(printers))]
  const accept = values.accept ?? []
  const strange = accept.find((what) => !acceptable.test(what))
  if (strange !== undefined)
    throw new UsageError(`--accept takes guid:SLUG, removed:SLUG, feed-url or feed-guid, not "${strange}".`)
  const showDir = resolve(world.cwd, dir)
  const outDir = values.out === undefined ? resolve(showDir, 'dist') : resolve(world.cwd, values.out)
  if (`${showDir}${sep}`.startsWith(`${outDir}${sep}`))
    throw new UsageError('The output folder must not hold the show itself: choose another one with --out.')
  const progress = progressBar(world.stderr, values.quiet || values.format !== 'text')
  const probed = values.probe ? await probe(showDir, values['allow-private'], progress) : []
  const report = await buildShow({
    showDir,
    outDir,
    drafts: values.drafts,
    future: values.future,
    strict: values.strict,
    accept,
    nowMs: readNow(world),
    clock: world.nowMs,
    parallelism: availableParallelism(),
    onProgress: progress.episodes,
  })
  progress.clear()
  const { summary } = report
  const diagnostics = seenFrom(world.cwd, showDir, [...probed, ...report.diagnostics])
  const shown =
    summary === undefined
      ? { ...report, diagnostics }
      : { ...report, diagnostics, summary: { ...summary, out: relative(world.cwd, summary.out) || '.' } }
  const print = await loadPrinter?.()
  const printed = print?.(shown, { quiet: values.quiet, color: world.stderr.color && world.stdout.color })
  world.stderr.write(printed?.stderr ?? '')
  world.stdout.write(printed?.stdout ?? '')
  return report.summary === undefined ? exitCodes.problems : exitCodes.ok
}

/** Finds out first what is not known yet of audio on servers. What goes wrong is told with the rest. */
async function probe(showDir: string, allowPrivate: boolean, progress: Progress): Promise<readonly Diagnostic[]> {
  const { probeShow } = await import('../../build/probe-show.ts')
  const { diagnostics } = await probeShow({ showDir, allowPrivate, onProgress: progress.addresses })
  return diagnostics
}

import { availableParallelism } from 'node:os'
import { relative, resolve, sep } from 'node:path'
import { buildShow } from '../../build/build.ts'
import { readArguments } from '../arguments.ts'
import { readNow } from '../now.ts'
import { printers } from '../print/index.ts'
import { progressBar } from '../progress.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = {
  out: { type: 'string' },
  drafts: { type: 'boolean', default: false },
  future: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  accept: { type: 'string', multiple: true },
  format: { type: 'string', default: 'text' },
  quiet: { type: 'boolean', default: false },
} as const

const acceptable = /^(?:feed-url(?:@.+)?|feed-guid(?:@.+)?|removed@.+|(?:guid|removed):.+)$/

/** `castwright build` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [dir = '.', ...others] = positionals
  if (others.length > 0) throw new UsageError(`One folder at a time: what is "${others[0]}"?`)
  const print = printers[values.format]
  if (print === undefined)
    throw new UsageError(`There is no format "${values.format}": take ${Object.keys(printers).join(', ')}.`)
  const accept = values.accept ?? []
  const strange = accept.find((what) => !acceptable.test(what))
  if (strange !== undefined)
    throw new UsageError(`--accept takes guid:SLUG, removed:SLUG, feed-url or feed-guid, not "${strange}".`)
  const showDir = resolve(world.cwd, dir)
  const outDir = values.out === undefined ? resolve(showDir, 'dist') : resolve(world.cwd, values.out)
  if (`${showDir}${sep}`.startsWith(`${outDir}${sep}`))
    throw new UsageError('The output folder must not hold the show itself: choose another one with --out.')
  const progress = progressBar(world.stderr, values.quiet || values.format !== 'text')
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
    onProgress: progress.update,
  })
  progress.clear()
  const { summary } = report
  const shown =
    summary === undefined
      ? report
      : { ...report, summary: { ...summary, out: relative(world.cwd, summary.out) || '.' } }
  const printed = print(shown, { quiet: values.quiet, color: world.stderr.color && world.stdout.color })
  world.stderr.write(printed.stderr)
  world.stdout.write(printed.stdout)
  return report.summary === undefined ? exitCodes.problems : exitCodes.ok
}

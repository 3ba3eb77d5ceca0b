import { resolve } from 'node:path'
import { probeShow } from '../../build/probe-show.ts'
import { probeCacheFile } from '../../media/probe-cache.ts'
import { hasError } from '../../model/diagnostic.ts'
import { readArguments } from '../arguments.ts'
import { seenFrom } from '../from-here.ts'
import { printProblems } from '../print/text.ts'
import { progressBar } from '../progress.ts'
import { count } from '../words.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = {
  refresh: { type: 'boolean', default: false },
  'allow-private': { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
} as const

/** `castwright probe` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [dir = '.', ...others] = positionals
  if (others.length > 0) throw new UsageError(`One folder at a time: what is "${others[0]}"?`)
  const showDir = resolve(world.cwd, dir)
  const progress = progressBar(world.stderr, values.quiet)
  const { addresses, asked, changed, diagnostics } = await probeShow({
    showDir,
    refresh: values.refresh,
    allowPrivate: values['allow-private'],
    onProgress: progress.addresses,
  })
  progress.clear()
  const { quiet } = values
  world.stderr.write(printProblems(seenFrom(world.cwd, showDir, diagnostics), { quiet, color: world.stderr.color }))
  if (!quiet)
    world.stdout.write(
      `${count(asked, 'address', 'addresses')} asked of ${addresses}${changed ? `; ${probeCacheFile} has changed: commit it` : ''}\n`,
    )
  return hasError(diagnostics) ? exitCodes.problems : exitCodes.ok
}

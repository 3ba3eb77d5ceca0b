import { createReadStream, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type Asker, checkFeed, type FeedCheckOptions, publishedIn } from '../../build/check-feed.ts'
import { type CheckReport, cannotRead } from '../../build/check-report.ts'
import { checkShow } from '../../build/check-show.ts'
import { httpAsker, readFeedFrom } from '../../build/online.ts'
import { type Platform, type PublishedBefore, platforms } from '../../model/rule.ts'
import { nearest } from '../../text/words.ts'
import { readArguments } from '../arguments.ts'
import { lineReader } from '../lines.ts'
import { readNow } from '../now.ts'
import { printers } from '../print/index.ts'
import { type Progress, progressBar } from '../progress.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = {
  profile: { type: 'string' },
  online: { type: 'boolean', default: false },
  'allow-private': { type: 'boolean', default: false },
  against: { type: 'string' },
  drafts: { type: 'boolean', default: false },
  future: { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'error' },
  format: { type: 'string', default: 'text' },
  all: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
} as const

type Values = ReturnType<typeof readArguments<typeof options>>['values']

const ranks = { error: 2, warning: 1, info: 0 } as const
const failLevels = [...Object.keys(ranks), 'never']

/** @throws UsageError if a word is none of those that an option takes */
function oneOf<Word extends string>(option: string, word: string, known: readonly Word[]): Word {
  const found = known.find((name) => name === word)
  if (found !== undefined) return found
  const meant = nearest(word, known)
  const help = meant === undefined ? `take ${known.join(', ')}` : `did you mean "${meant}"?`
  throw new UsageError(`--${option} does not take "${word}": ${help}`)
}

/** `castwright check` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [target = '.', ...others] = positionals
  if (others.length > 0) throw new UsageError(`One at a time: what is "${others[0]}"?`)
  const print = printers[oneOf('format', values.format, Object.keys(printers))]
  const failOn = oneOf('fail-on', values['fail-on'], failLevels)
  const profile = values.profile === undefined ? undefined : oneOf('profile', values.profile, platforms)
  const startedMs = world.nowMs()
  const progress = progressBar(world.stderr, values.quiet || values.format !== 'text')
  const found = await check(target, values, { profile }, world, progress)
  progress.clear()
  const report: CheckReport = { ...found, seconds: (world.nowMs() - startedMs) / 1000 }
  const { quiet, all } = values
  const printed = print?.(report, {
    quiet,
    all,
    color: world.stdout.color,
    lineAt: lineReader(resolve(world.cwd, target)),
  })
  world.stderr.write(printed?.stderr ?? '')
  world.stdout.write(printed?.stdout ?? '')
  const least = failOn === 'never' ? Number.POSITIVE_INFINITY : ranks[failOn as keyof typeof ranks]
  return report.diagnostics.some(({ severity }) => ranks[severity] >= least) ? exitCodes.problems : exitCodes.ok
}

type Found = Omit<CheckReport, 'seconds'>

const isAddress = (target: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(target)

async function check(
  target: string,
  values: Values,
  settings: { readonly profile: Platform | undefined },
  world: World,
  progress: Progress,
): Promise<Found> {
  const nowMs = readNow(world)
  const allowPrivate = values['allow-private']
  const ask: Asker | undefined = values.online ? httpAsker({ allowPrivate, onProgress: progress.update }) : undefined
  const path = resolve(world.cwd, target)
  const isShow = !isAddress(target) && target !== '-' && isFolder(path)
  if (isShow) {
    if (values.against !== undefined) throw new UsageError('--against goes with a feed: a show has its ledger.')
    const selection = { drafts: values.drafts, future: values.future, nowMs }
    return checkShow({
      showDir: path,
      label: relative(world.cwd, path) || '.',
      selection,
      settings,
      ask,
      onProgress: progress.update,
    })
  }
  const before = values.against === undefined ? undefined : await readBefore(values.against, world)
  const common = { label: target, settings, ask }
  if (isAddress(target)) return checkAddress(target, { ...common, facts: { nowMs, before, url: target } }, allowPrivate)
  const chunks = target === '-' ? [await world.readStdin()] : createReadStream(path)
  return checkStream(chunks, { ...common, label: target === '-' ? 'standard input' : target, facts: { nowMs, before } })
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

async function checkStream(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  how: FeedCheckOptions,
): Promise<Found> {
  const checking = checkFeed(how)
  try {
    for await (const chunk of chunks) if (!checking.take(chunk)) break
  } catch (error) {
    return cannotRead(how.label, error instanceof Error ? wordsFor(error) : String(error))
  }
  return checking.finish()
}

const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you are not allowed to read it',
  EISDIR: 'it is a folder',
}

const wordsFor = (error: NodeJS.ErrnoException): string => fileTroubles[error.code ?? ''] ?? error.message

async function checkAddress(url: string, how: FeedCheckOptions, allowPrivate: boolean): Promise<Found> {
  const checking = checkFeed(how)
  const { answer, failure } = await readFeedFrom(url, checking.take, { allowPrivate })
  return failure === undefined ? checking.finish(answer) : cannotRead(url, failure)
}

async function readBefore(file: string, world: World): Promise<PublishedBefore> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of createReadStream(resolve(world.cwd, file))) chunks.push(chunk as Uint8Array)
  } catch (error) {
    throw new UsageError(`--against ${file}: ${error instanceof Error ? wordsFor(error) : String(error)}.`)
  }
  return publishedIn(file, chunks)
}

import { createReadStream, existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { type Asker, checkFeed, type FeedCheckOptions, publishedIn } from '../../build/check-feed.ts'
import { type CheckReport, cannotRead } from '../../build/check-report.ts'
import { checkShow } from '../../build/check-show.ts'
import { httpAsker, readFeedFrom } from '../../build/online.ts'
import type { Severity } from '../../model/diagnostic.ts'
import { type PublishedBefore, platforms } from '../../model/rule.ts'
import { showFile } from '../../source/find.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { seenFrom } from '../from-here.ts'
import { lineReader } from '../lines.ts'
import { feedGate } from '../not-a-feed.ts'
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

/** The severities that make the command fail, by the word of --fail-on. */
const failing: Readonly<Record<string, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  info: ['error', 'warning', 'info'],
  never: [],
}

/** `castwright check` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [target = '.', ...others] = positionals
  if (others.length > 0) throw new UsageError(`One at a time: what is "${others[0]}"?`)
  const loadPrinter = printers[oneOf('format', values.format, Object.keys(printers))]
  const failOn = failing[oneOf('fail-on', values['fail-on'], Object.keys(failing))]
  const startedMs = world.nowMs()
  const { quiet, all } = values
  const progress = progressBar(world.stderr, quiet || values.format !== 'text')
  const found = await check(target, values, world, progress)
  progress.clear()
  const report: CheckReport = { ...found, seconds: (world.nowMs() - startedMs) / 1000 }
  const failed = report.diagnostics.some(({ severity }) => failOn?.includes(severity))
  const { color, columns } = world.stdout
  const lineAt = lineReader(world.cwd, resolve(world.cwd, target))
  const print = await loadPrinter?.()
  const printed = print?.(report, { quiet, all, failed, color, columns, lineAt })
  world.stderr.write(printed?.stderr ?? '')
  world.stdout.write(printed?.stdout ?? '')
  return failed ? exitCodes.problems : exitCodes.ok
}

type Found = Omit<CheckReport, 'seconds'>

const isAddress = (target: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(target)

async function check(target: string, values: Values, world: World, progress: Progress): Promise<Found> {
  const nowMs = readNow(world)
  const allowPrivate = values['allow-private']
  const profile = values.profile === undefined ? undefined : oneOf('profile', values.profile, platforms)
  const settings = { profile, all: values.all }
  const ask: Asker | undefined = values.online ? httpAsker({ allowPrivate, onProgress: progress.addresses }) : undefined
  const path = resolve(world.cwd, target)
  if (!isAddress(target) && target !== '-' && isFolder(path)) {
    if (values.against !== undefined) throw new UsageError('--against goes with a feed: a show has its ledger.')
    return checkFolder(path, { settings, ask, values, nowMs }, world, progress)
  }
  if (/\.(?:md|markdown|ya?ml)$/i.test(target) && existsSync(path))
    return unreadable(target, 'it is a file of a show, not a feed')
  const before = values.against === undefined ? undefined : await readBefore(values.against, world)
  const common = { label: target, settings, ask }
  if (isAddress(target)) return checkAddress(target, { ...common, facts: { nowMs, before, url: target } }, allowPrivate)
  const chunks = target === '-' ? [await world.readStdin()] : createReadStream(path)
  return checkStream(chunks, { ...common, label: target === '-' ? 'standard input' : target, facts: { nowMs, before } })
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()

interface FolderCheck {
  readonly settings: FeedCheckOptions['settings']
  readonly ask: Asker | undefined
  readonly values: Values
  readonly nowMs: number
}

async function checkFolder(showDir: string, how: FolderCheck, world: World, progress: Progress): Promise<Found> {
  const { settings, ask, values, nowMs } = how
  const label = relative(world.cwd, showDir) || '.'
  const feed = join(showDir, 'feed.xml')
  if (!existsSync(join(showDir, showFile)) && existsSync(feed))
    return unreadable(
      label,
      `there is no ${showFile} in it`,
      `To check the feed in it, name its file: ${join(label, 'feed.xml')}`,
    )
  const selection = { drafts: values.drafts, future: values.future, nowMs }
  const found = await checkShow({ showDir, label, selection, settings, ask, onProgress: progress.episodes })
  return { ...found, diagnostics: seenFrom(world.cwd, showDir, found.diagnostics) }
}

/** @param hint how to mend it, where that is not to name something else */
function unreadable(label: string, problem: string, hint?: string): Found {
  const found = cannotRead(label, problem)
  // Whatever stands in its first line, nothing is wrong with that.
  const changes = { excerpt: { text: '', column: 1 }, ...(hint === undefined ? {} : { hint }) }
  return { ...found, diagnostics: found.diagnostics.map((diagnostic) => ({ ...diagnostic, ...changes })) }
}

async function checkStream(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  how: FeedCheckOptions,
): Promise<Found> {
  const checking = checkFeed(how)
  const gate = feedGate(checking.take)
  try {
    for await (const chunk of chunks) if (!gate.take(chunk)) break
  } catch (error) {
    return unreadable(how.label, troubleOf(error))
  }
  const problem = gate.end()
  return problem === undefined ? checking.finish() : unreadable(how.label, problem)
}

const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'you are not allowed to read it',
  EISDIR: 'it is a folder',
}

/** @throws what is no trouble with a file */
function troubleOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return fileTroubles[code] ?? message
}

async function checkAddress(url: string, how: FeedCheckOptions, allowPrivate: boolean): Promise<Found> {
  const checking = checkFeed(how)
  const gate = feedGate(checking.take)
  const { answer, failure } = await readFeedFrom(url, gate.take, { allowPrivate })
  if (failure !== undefined) return unreadable(url, failure, hintFor(failure))
  const problem = gate.end()
  return problem === undefined ? checking.finish(answer) : unreadable(url, problem)
}

const hintFor = (failure: string): string =>
  failure.startsWith('private addresses')
    ? 'If it is a server of your own network, add --allow-private.'
    : 'Compare the address with the one that opens in your browser.'

/** @throws UsageError if nothing can be compared with it */
async function readBefore(file: string, world: World): Promise<PublishedBefore> {
  const chunks: Uint8Array[] = []
  const gate = feedGate((chunk) => chunks.push(chunk) > 0)
  const refuse = (problem: string): never => {
    throw new UsageError(`--against ${file}: ${problem}.`)
  }
  try {
    for await (const chunk of createReadStream(resolve(world.cwd, file))) if (!gate.take(chunk as Uint8Array)) break
  } catch (error) {
    refuse(troubleOf(error))
  }
  const problem = gate.end()
  if (problem !== undefined) refuse(problem)
  const before = publishedIn(file, chunks)
  return before.items.length === 0 ? refuse('there is no episode in it') : before
}

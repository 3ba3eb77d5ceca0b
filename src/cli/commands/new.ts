import { join, relative, resolve } from 'node:path'
import { loadShow } from '../../build/load-show.ts'
import { type AudioDefaults, audioDefaults } from '../../build/new-episode.ts'
import { createFile } from '../../publish/create.ts'
import { renderSkeleton } from '../../site/render.ts'
import { parseDate } from '../../text/date.ts'
import { toSlug } from '../../text/slug.ts'
import { readArguments } from '../arguments.ts'
import { printProblems, printText } from '../print/text.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = { dir: { type: 'string', default: '.' }, date: { type: 'string' }, audio: { type: 'string' } } as const

/** `castwright new` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [written, ...others] = positionals
  if (others.length > 0) throw new UsageError(`Put the title in quotes: castwright new "${positionals.join(' ')}"`)
  if (values.audio === undefined && (written === undefined || written.trim() === ''))
    throw new UsageError('Which title has the new episode?')
  const showDir = resolve(world.cwd, values.dir)
  const loaded = await loadShow(showDir)
  if (loaded.value === undefined) {
    world.stderr.write(printText(loaded, { quiet: true, color: world.stderr.color }).stderr)
    return exitCodes.problems
  }
  const { show, templates } = loaded.value
  const tags = values.audio === undefined ? undefined : await readAudioDefaults(values.audio, showDir, world)
  if (tags === 'unusable') return exitCodes.problems
  const title = written ?? tags?.title ?? ''
  const slug = toSlug(title)
  if (slug === '')
    throw new UsageError(
      'No file name can be made of this title: give one with Latin letters, and change it in the file.',
    )
  const date = values.date ?? tags?.date ?? today(world, show.timeZone)
  if (parseDate(date, show.timeZone) === undefined)
    throw new UsageError(`"${date}" is not a date: write it like 2026-03-01.`)
  const file = join(showDir, 'episodes', `${date.slice(0, 10)}-${slug}.md`)
  const image = tags?.cover === undefined ? undefined : `${slug}.${tags.cover.extension}`
  const body = renderSkeleton(templates, { ...tags, title, date, slug, image })
  return create(file, body, tags?.cover && join(showDir, 'episodes', image ?? ''), tags?.cover?.bytes, world)
}

/** Writes the episode, and the cover beside it unless there is such a file already. */
function create(
  file: string,
  body: string,
  coverFile: string | undefined,
  cover: Uint8Array | undefined,
  world: World,
): number {
  const created = createFile(file, body)
  if (created.value === undefined) {
    world.stderr.write(printText(created, { quiet: true, color: world.stderr.color }).stderr)
    return exitCodes.problems
  }
  const name = relative(world.cwd, file)
  if (created.value === 'exists') throw new UsageError(`${name} is there already: nothing was changed.`)
  world.stdout.write(`${name}\n`)
  if (coverFile === undefined || cover === undefined) return exitCodes.ok
  if (createFile(coverFile, cover).value === 'created') world.stdout.write(`${relative(world.cwd, coverFile)}\n`)
  return exitCodes.ok
}

async function readAudioDefaults(audio: string, showDir: string, world: World): Promise<AudioDefaults | 'unusable'> {
  const { value, diagnostics } = await audioDefaults(resolve(world.cwd, audio), audio, showDir)
  world.stderr.write(printProblems(diagnostics, { quiet: false, color: world.stderr.color }))
  return value ?? 'unusable'
}

/** The day it is in the show's time zone, as 2026-03-01. */
const today = ({ nowMs }: World, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(nowMs())

import { join, relative, resolve } from 'node:path'
import { loadShow } from '../../build/load-show.ts'
import { createFile } from '../../publish/create.ts'
import { renderSkeleton } from '../../site/render.ts'
import { parseDate } from '../../text/date.ts'
import { toSlug } from '../../text/slug.ts'
import { readArguments } from '../arguments.ts'
import { printText } from '../print/text.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = { dir: { type: 'string', default: '.' }, date: { type: 'string' } } as const

/** `castwright new` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [title, ...others] = positionals
  if (title === undefined || title.trim() === '') throw new UsageError('Which title has the new episode?')
  if (others.length > 0) throw new UsageError(`Put the title in quotes: castwright new "${positionals.join(' ')}"`)
  const slug = toSlug(title)
  if (slug === '')
    throw new UsageError(
      'No file name can be made of this title: give one with Latin letters, and change it in the file.',
    )
  const showDir = resolve(world.cwd, values.dir)
  const loaded = await loadShow(showDir)
  if (loaded.value === undefined) {
    world.stderr.write(printText(loaded, { quiet: true, color: world.stderr.color }).stderr)
    return exitCodes.problems
  }
  const date = values.date ?? today(world, loaded.value.show.timeZone)
  if (parseDate(date, loaded.value.show.timeZone) === undefined)
    throw new UsageError(`"${date}" is not a date: write it like 2026-03-01.`)
  const file = join(showDir, 'episodes', `${date.slice(0, 10)}-${slug}.md`)
  const created = createFile(file, renderSkeleton(loaded.value.templates, { title, date, slug }))
  if (created.value === undefined) {
    world.stderr.write(printText(created, { quiet: true, color: world.stderr.color }).stderr)
    return exitCodes.problems
  }
  const name = relative(world.cwd, file)
  if (created.value === 'exists') throw new UsageError(`${name} is there already: nothing was changed.`)
  world.stdout.write(`${name}\n`)
  return exitCodes.ok
}

/** The day it is in the show's time zone, as 2026-03-01. */
const today = ({ nowMs }: World, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(nowMs())

import { resolve } from 'node:path'
import {
  type ChapterNotes,
  type ChapterSource,
  markdownId,
  overwrite,
  readChapterSource,
  readInput,
} from '../../build/chapter-source.ts'
import { chapterFormats } from '../../chapters/formats/index.ts'
import { lossesOf } from '../../chapters/losses.ts'
import { applyEdits, mendingsOf } from '../../chapters/mend.ts'
import type { ChapterFormat } from '../../model/chapter-format.ts'
import { placesIn } from '../../text/place.ts'
import { nearest } from '../../text/words.ts'
import { readArguments } from '../arguments.ts'
import { explainLines, explainOrigin, listChapters, printDiff, printLosses } from '../chapter-words.ts'
import { printProblems } from '../print/text.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  explain: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
} as const

const formatIds = chapterFormats.map(({ id }) => id)

function checkFormat(name: string | undefined, known: readonly string[]): void {
  if (name === undefined || known.includes(name)) return
  const meant = nearest(name, known)
  throw new UsageError(
    `There is no chapter format "${name}". ${meant === undefined ? `Take one of: ${known.join(', ')}.` : `Did you mean "${meant}"?`}`,
  )
}

/** `castwright chapters` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [name, ...others] = positionals
  if (name === undefined) throw new UsageError('Which file has the chapters? "-" is standard input.')
  if (others.length > 0) throw new UsageError(`One file at a time: what is "${others[0]}"?`)
  checkFormat(values.to, formatIds)
  checkFormat(values.from, [...formatIds, markdownId])
  if (values['dry-run'] && !values.fix) throw new UsageError('--dry-run goes with --fix.')
  if (values.fix && (values.to !== undefined || values.explain))
    throw new UsageError('--fix goes with --dry-run and --from only.')
  const path = name === '-' ? undefined : resolve(world.cwd, name)
  const bytes = path === undefined ? await world.readStdin() : readInput(path)
  if ('problem' in bytes) {
    world.stderr.write(`${name} ${bytes.problem}.\n`)
    return exitCodes.problems
  }
  const source = await readChapterSource(bytes, path, name, values.from)
  world.stderr.write(printProblems(source.diagnostics, { quiet: false, color: world.stderr.color }))
  if (source.chapters === undefined) return exitCodes.problems
  if (values.fix) return fix(source, bytes, { path, name, dryRun: values['dry-run'] }, world)
  const format = chapterFormats.find(({ id }) => id === values.to)
  if (values.explain) (format === undefined ? world.stdout : world.stderr).write(explain(source, name))
  if (source.chapters.length === 0) {
    world.stderr.write(`${name}: no chapters${values.explain ? '' : '; --explain says why'}.\n`)
    return exitCodes.problems
  }
  if (format !== undefined) convert(source, format, world)
  else if (!values.explain) world.stdout.write(listChapters(source.chapters))
  return exitCodes.ok
}

function convert({ chapters, facts }: ChapterSource, format: ChapterFormat, world: World): void {
  const losses = lossesOf(format, chapters, facts)
  world.stderr.write(printLosses(format, losses, format.wishes?.(chapters) ?? []))
  world.stdout.write(format.print(chapters, facts))
}

function explain({ origin, notes }: ChapterSource, name: string): string {
  if (notes === undefined) return explainOrigin(origin, 0)
  const { outline, text, bodyOffset } = notes
  const places = placesIn(name, text)
  const lines = explainLines(outline.lines, (offset) => places.at(bodyOffset + offset))
  return explainOrigin(origin, outline.chapters.length) + lines
}

interface Target {
  /** Undefined for standard input. */
  readonly path: string | undefined
  readonly name: string
  readonly dryRun: boolean
}

function fix({ notes }: ChapterSource, bytes: Uint8Array, { path, name, dryRun }: Target, world: World): number {
  if (notes === undefined) throw new UsageError('--fix corrects Markdown; this is a chapter file.')
  const mended = mend(notes)
  if (mended === undefined) {
    world.stderr.write(`${name}: the times cannot be corrected for sure; nothing was changed.\n`)
    return exitCodes.problems
  }
  const toStdout = path === undefined && !dryRun
  const shown = toStdout ? world.stderr : world.stdout
  shown.write(printDiff(name, notes.text, mended, shown.color))
  if (toStdout) world.stdout.write(mended)
  if (mended === notes.text) world.stderr.write(`${name}: nothing to correct.\n`)
  else if (path !== undefined && !dryRun) {
    const { diagnostics } = overwrite(path, asWritten(bytes, mended))
    world.stderr.write(printProblems(diagnostics, { quiet: false, color: world.stderr.color }))
    if (diagnostics.length > 0) return exitCodes.problems
  }
  return exitCodes.ok
}

/** The corrected text; undefined if it would not be read as the text was. */
function mend({ text, body, bodyOffset, outline, reread }: ChapterNotes): string | undefined {
  const mended = applyEdits(body, mendingsOf(body, outline))
  const starts = ({ chapters }: ChapterNotes['outline']): string => chapters.map(({ start }) => start).join(' ')
  return starts(reread(mended)) === starts(outline) ? text.slice(0, bodyOffset) + mended : undefined
}

/** With the byte order mark and the line ends that the file had. */
function asWritten(bytes: Uint8Array, mended: string): string {
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const ends = before.match(/\r\n?|\n/g) ?? []
  const lines = mended.split('\n').map((line, index) => line + (ends[index] ?? ''))
  return (before.startsWith('\ufeff') ? '\ufeff' : '') + lines.join('')
}

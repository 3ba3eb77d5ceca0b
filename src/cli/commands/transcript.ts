import { resolve } from 'node:path'
import { readInput } from '../../build/chapter-source.ts'
import { decodeText } from '../../source/decode.ts'
import { parseClock } from '../../text/time.ts'
import { transcriptFormats } from '../../transcript/formats/index.ts'
import { lossesOf } from '../../transcript/losses.ts'
import { canPrint, printTranscript } from '../../transcript/print.ts'
import { type ReadTranscript, readTranscript } from '../../transcript/read.ts'
import { oneOf, readArguments } from '../arguments.ts'
import { printProblems } from '../print/text.ts'
import { describeTranscript, printOmissions, printTranscriptLosses } from '../transcript-words.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

const options = { to: { type: 'string' }, from: { type: 'string' }, duration: { type: 'string' } } as const

const readable = transcriptFormats.map(({ id }) => id)
const writable = transcriptFormats.filter(({ print }) => print !== undefined).map(({ id }) => id)

/** `castwright transcript` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { values, positionals } = readArguments(args, options)
  const [name, ...others] = positionals
  if (name === undefined) throw new UsageError('Which file has the transcript? "-" is standard input.')
  if (others.length > 0) throw new UsageError(`One file at a time: what is "${others[0]}"?`)
  const to = values.to === undefined ? undefined : oneOf('to', values.to, writable)
  const formatId = values.from === undefined ? undefined : oneOf('from', values.from, readable)
  const duration = readDuration(values.duration)
  const bytes = name === '-' ? await world.readStdin() : readInput(resolve(world.cwd, name))
  if ('problem' in bytes) {
    world.stderr.write(`${name} ${bytes.problem}.\n`)
    return exitCodes.problems
  }
  const decoded = decodeText(bytes, name)
  const read = decoded.value === undefined ? undefined : readTranscript(decoded.value, name, { formatId, duration })
  const diagnostics = [...decoded.diagnostics, ...(read?.diagnostics ?? [])]
  world.stderr.write(printProblems(diagnostics, { quiet: false, color: world.stderr.color }))
  if (read?.value === undefined) return exitCodes.problems
  if (to !== undefined) return convert(read.value, to, duration, world)
  world.stdout.write(describeTranscript(name, read.value.format, read.value.transcript))
  return exitCodes.ok
}

function readDuration(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const seconds = parseClock(written)
  if (seconds === undefined) throw new UsageError(`--duration takes seconds, m:ss or h:mm:ss, not "${written}".`)
  return seconds
}

function convert(
  { transcript, omitted }: ReadTranscript,
  to: string,
  duration: number | undefined,
  world: World,
): number {
  const format = transcriptFormats.find(({ id }) => id === to)
  if (format === undefined) throw new Error(`bug: the format ${to} was known a moment ago`)
  if (!canPrint(format, transcript)) {
    world.stderr.write(`${format.name} needs times, and this transcript has none: take html or text.\n`)
    return exitCodes.problems
  }
  world.stderr.write(
    printOmissions(omitted) + printTranscriptLosses(format, lossesOf(format, transcript, { duration })),
  )
  world.stdout.write(printTranscript(format, transcript, { duration }) ?? '')
  return exitCodes.ok
}

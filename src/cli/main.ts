#!/usr/bin/env node
import { generatorVersion } from '../text/generator.ts'
import { nearest } from '../text/words.ts'
import { commands } from './commands/index.ts'
import { helpText } from './help.ts'
import { exitCodes, UsageError, type World } from './world.ts'

/** The process, as commands see it: here, and nowhere else, clock, environment and streams enter the program. */
function realWorld(): World {
  const { env } = process
  const ci = env.CI !== undefined && env.CI !== '' && env.CI !== 'false'
  const color = (stream: NodeJS.WriteStream): boolean =>
    env.NO_COLOR !== undefined && env.NO_COLOR !== ''
      ? false
      : env.FORCE_COLOR
        ? env.FORCE_COLOR !== '0'
        : stream.isTTY === true
  /** Lines longer than 120 are hard to read, and shorter than 40 there is no room for a line of a file. */
  const columns = (stream: NodeJS.WriteStream): number | undefined => {
    const wide = stream.isTTY === true ? stream.columns : Number(env.COLUMNS)
    return wide > 0 ? Math.min(120, Math.max(40, wide)) : undefined
  }
  return {
    cwd: process.cwd(),
    nowMs: () => Date.now(),
    sourceDateEpoch: env.SOURCE_DATE_EPOCH,
    ci,
    readStdin: async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    stdout: {
      write: (text) => process.stdout.write(text),
      color: color(process.stdout),
      columns: columns(process.stdout),
      isTerminal: false,
    },
    stderr: {
      write: (text) => process.stderr.write(text),
      color: color(process.stderr),
      isTerminal: process.stderr.isTTY === true && !ci,
    },
  }
}

async function run(args: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const topic = commands.find((command) => command.name === rest[0])
    world.stdout.write(topic === undefined ? helpText(commands) : topic.help)
    return name === undefined ? exitCodes.usage : exitCodes.ok
  }
  if (name === '--version' || name === '-v') {
    world.stdout.write(`${generatorVersion}\n`)
    return exitCodes.ok
  }
  const command = commands.find((known) => known.name === name)
  if (command === undefined) {
    const meant = nearest(
      name,
      commands.map((known) => known.name),
    )
    throw new UsageError(`There is no command "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`)
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    world.stdout.write(command.help)
    return exitCodes.ok
  }
  const { execute } = await command.load()
  return execute(rest, world)
}

// A reader that stops reading, such as `head`, is no reason for a stack trace.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(exitCodes.ok))

const world = realWorld()
try {
  process.exitCode = await run(process.argv.slice(2), world)
} catch (error) {
  if (error instanceof UsageError) {
    world.stderr.write(`${error.message}\nSee: castwright help\n`)
    process.exitCode = exitCodes.usage
  } else {
    const reason = error instanceof Error ? error.message : String(error)
    world.stderr.write(
      `castwright failed, and the fault is its own: ${reason}\nNothing was published. Please report this.\n`,
    )
    process.exitCode = exitCodes.bug
  }
}

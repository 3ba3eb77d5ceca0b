import type { Command } from './commands/index.ts'

/** The overview that `castwright help` prints. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `castwright: a podcast is a folder

Usage: castwright <command> [options]

${lines.join('\n')}

  castwright help <command>   what a command takes
  castwright --version
`
}

import { type ParseArgsConfig, parseArgs } from 'node:util'
import { nearest } from '../text/words.ts'
import { UsageError } from './world.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Reads a command's options and positional arguments.
 * @throws UsageError for an unknown option (with the nearest known one) or a missing value.
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  options: O,
): ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    if (code === undefined || !code.startsWith('ERR_PARSE_ARGS')) throw error
    const unknown = /^Unknown option '(-+[^']*)'/.exec(message)?.[1]
    if (unknown === undefined) throw new UsageError(message)
    const meant = nearest(unknown.replace(/^-+/, ''), Object.keys(options))
    throw new UsageError(`There is no option "${unknown}".${meant === undefined ? '' : ` Did you mean "--${meant}"?`}`)
  }
}

/** @throws UsageError if a word is none of those that an option takes */
export function oneOf<Word extends string>(option: string, word: string, known: readonly Word[]): Word {
  const found = known.find((name) => name === word)
  if (found !== undefined) return found
  const meant = nearest(word, known)
  const help = meant === undefined ? `take ${known.join(', ')}` : `did you mean "${meant}"?`
  throw new UsageError(`--${option} does not take "${word}": ${help}`)
}

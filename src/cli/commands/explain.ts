import { diagnosticCodes } from '../../build/diagnostic-codes.ts'
import { rules } from '../../check/rules/index.ts'
import type { Example, Rule } from '../../model/rule.ts'
import { nearest } from '../../text/words.ts'
import { readArguments } from '../arguments.ts'
import { type Paint, painter, severityStyles } from '../words.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

/** `castwright explain` */
export async function execute(args: readonly string[], world: World): Promise<number> {
  const { positionals } = readArguments(args, {})
  const [name, ...others] = positionals
  if (others.length > 0) throw new UsageError(`One rule at a time: what is "${others[0]}"?`)
  const paint = painter(world.stdout.color)
  world.stdout.write(name === undefined ? listRules(paint) : explain(name, paint))
  return exitCodes.ok
}

function explain(name: string, paint: Paint): string {
  const rule = rules.find(({ id }) => id === name)
  if (rule !== undefined) return explainRule(rule, paint)
  const code = Object.hasOwn(diagnosticCodes, name) ? diagnosticCodes[name] : undefined
  if (code !== undefined) {
    const hint = typeof code.hint === 'string' ? `${code.hint}\n` : ''
    const message = typeof code.message === 'string' ? `${code.message}\n` : ''
    return `${paint('bold', name)}  ${paint(severityStyles[code.severity], code.severity)}\n${message}${hint}A build reports this, with the place and the words for the case.\n`
  }
  const meant = nearest(name, [...rules.map(({ id }) => id), ...Object.keys(diagnosticCodes)])
  throw new UsageError(`There is no rule "${name}".${meant === undefined ? '' : ` Did you mean "${meant}"?`}`)
}

const platformsOf = ({ platforms }: Rule): string => (platforms === 'all' ? 'everybody' : platforms.join(', '))

function explainRule(rule: Rule, paint: Paint): string {
  const { id, level, levels = {}, summary, why, mend, source, examples } = rule
  const others = Object.entries(levels).map(([platform, own]) => `${own} for ${platform}`)
  const lines = [
    `${paint('bold', id)}  ${paint(severityStyles[level], level)}${others.length === 0 ? '' : ` (${others.join(', ')})`}`,
    '',
    summary,
    '',
    `Why        ${why}`,
    `To mend    ${mend}`,
    `Who cares  ${platformsOf(rule)}`,
    `Source     ${source}`,
    ...exampleLines('Wrong', examples.bad[0], paint),
    ...exampleLines('Right', examples.good[0], paint),
  ]
  return `${lines.join('\n')}\n`
}

/** The longest example that is shown. */
const longestExample = 600

function exampleLines(title: string, example: Example | undefined, paint: Paint): string[] {
  if (example === undefined) return []
  const { channel, item, document, without = [] } = example
  const items = typeof item === 'string' ? [item] : (item ?? [])
  const parts = [channel, ...items, document].filter((part) => part !== undefined && part !== '')
  const missing = without.length === 0 ? [] : [`(without ${without.join(', ')})`]
  const text = [...missing, ...parts].join('\n').slice(0, longestExample)
  if (text === '') return []
  return ['', paint('underline', title), ...text.split('\n').map((line) => `  ${line}`)]
}

function listRules(paint: Paint): string {
  const width = Math.max(...rules.map(({ id }) => id.length))
  const lines = rules.map(
    ({ id, level, summary }) => `${id.padEnd(width)}  ${paint(severityStyles[level], level.padEnd(7))}  ${summary}`,
  )
  return `${lines.join('\n')}\n`
}

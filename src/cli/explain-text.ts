import type { Catalogue, Severity } from '../model/diagnostic.ts'
import type { Example, Rule } from '../model/rule.ts'
import { columnsOf, wrap } from './columns.ts'
import { phrase } from './phrase.ts'
import { type Paint, severityStyles } from './words.ts'

/** How something is to be printed. */
export interface Paper {
  readonly paint: Paint
  readonly columns: number | undefined
}

/** What stands beside a name, below each other. */
function listed(rows: readonly (readonly [string, string])[], { columns }: Paper): string[] {
  const width = 2 + Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, words]) => name.padEnd(width) + wrap(words, columns, width, width))
}

const platformsOf = ({ platforms }: Rule): string => (platforms === 'all' ? 'everybody' : platforms.join(', '))

/** A rule, as its definition has it. */
export function explainRule(rule: Rule, paper: Paper): string {
  const { paint, columns } = paper
  const { id, level, levels = {}, summary, why, mend, source, examples } = rule
  const others = Object.entries(levels).map(([platform, own]) => `${own} for ${platform}`)
  const lines = [
    `${paint('bold', id)}  ${paint(severityStyles[level], level)}${others.length === 0 ? '' : ` (${others.join(', ')})`}`,
    '',
    wrap(summary, columns, 0, 0),
    '',
    ...listed(
      [
        ['Why', why],
        ['To mend', mend],
        ['Who cares', platformsOf(rule)],
        ['Source', source],
        ['Turn it off', `<!-- castwright: off ${id} --> in a file, or under check: rules: in podcast.yaml`],
      ],
      paper,
    ),
    ...exampleLines('Wrong', examples.bad, paint),
    ...exampleLines('Right', examples.good, paint),
  ]
  return `${lines.join('\n')}\n`
}

/** The longest example that is shown, in letters. */
const longestExample = 600

/** The first example that can be shown as text. */
function exampleLines(title: string, examples: readonly Example[], paint: Paint): string[] {
  const text = examples.map(textOfExample).find((one) => one !== '')
  if (text === undefined) return []
  const cut = text.length > longestExample ? `${text.slice(0, longestExample).trimEnd()} …` : text
  return ['', paint('underline', title), ...cut.split('\n').map((line) => `  ${line}`)]
}

function textOfExample({ channel, item, document, without = [] }: Example): string {
  const items = typeof item === 'string' ? [item] : (item ?? [])
  const parts = [channel, ...items, document].filter((part) => part !== undefined && part !== '')
  const missing = without.length === 0 ? [] : [`(without ${without.join(', ')})`]
  // One element a line: they were written for tests.
  return [...missing, ...parts].join('\n').replace(/(<\/[\w:]+>|\/>)(?=<\w)/g, '$1\n')
}

/** What a build reports, with the names of facts in the place of those that it will find. */
export function explainCode(name: string, { severity, message, hint }: Catalogue[string], paper: Paper): string {
  const { paint, columns } = paper
  const toMend: (readonly [string, string])[] = hint === undefined ? [] : [['To mend', phrase(hint)]]
  const lines = [
    `${paint('bold', name)}  ${paint(severityStyles[severity], severity)}`,
    '',
    wrap(phrase(message), columns, 0, 0),
    '',
    ...listed([...toMend, ['Who tells', tellerOf(name, severity)]], paper),
  ]
  return `${lines.join('\n')}\n`
}

function tellerOf(name: string, severity: Severity): string {
  if (name.startsWith('check/')) return 'the check'
  if (severity === 'error') return 'the check, and the build, which stops: it cannot be turned off'
  return 'the check and the build; turn it off under check: rules: in podcast.yaml'
}

/** All rules, a line each. */
export function listRules(rules: readonly Rule[], { paint, columns }: Paper): string {
  const width = Math.max(...rules.map(({ id }) => columnsOf(id)))
  const lines = rules.map(({ id, level, summary }) => {
    const indent = width + 11
    return `${id.padEnd(width)}  ${paint(severityStyles[level], level.padEnd(7))}  ${wrap(summary, columns, indent, indent)}`
  })
  return `${lines.join('\n')}\n`
}

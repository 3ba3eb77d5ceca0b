import { diagnosticCodes } from '../../build/diagnostic-codes.ts'
import { rules } from '../../check/rules/index.ts'
import { nearest } from '../../text/words.ts'
import { readArguments } from '../arguments.ts'
import { explainCode, explainRule, listRules, type Paper } from '../explain-text.ts'
import { painter } from '../words.ts'
import { exitCodes, UsageError, type World } from '../world.ts'

/** `castwright explain` */
export async function execute(args: readonly string[], { stdout }: World): Promise<number> {
  const { positionals } = readArguments(args, {})
  const [name, ...others] = positionals
  if (others.length > 0) throw new UsageError(`One rule at a time: what is "${others[0]}"?`)
  const paper = { paint: painter(stdout.color), columns: stdout.columns }
  stdout.write(name === undefined ? listRules(rules, paper) : explain(name, paper))
  return exitCodes.ok
}

function explain(name: string, paper: Paper): string {
  const rule = rules.find(({ id }) => id === name)
  if (rule !== undefined) return explainRule(rule, paper)
  const code = Object.hasOwn(diagnosticCodes, name) ? diagnosticCodes[name] : undefined
  if (code !== undefined) return explainCode(name, code, paper)
  const meant = nearest(name, [...rules.map(({ id }) => id), ...Object.keys(diagnosticCodes)])
  const help = meant === undefined ? '"castwright explain" lists all.' : `Did you mean "${meant}"?`
  throw new UsageError(`There is no rule "${name}". ${help}`)
}

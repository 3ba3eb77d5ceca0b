/** Which rules count, and how much. */

import type { Platform, Rule, RuleLevel } from '../model/rule.ts'

/** A word that turns rules off or re-levels them, by rule id. */
export type Levels = ReadonlyMap<string, RuleLevel>

export interface CheckSettings {
  /** Only what this platform cares about, as strictly as it does. */
  readonly profile?: Platform | undefined
  readonly levels?: Levels | undefined
  /** Tells everything one by one; else what many episodes of a feed have is told once. */
  readonly all?: boolean | undefined
}

/** How much a rule counts. */
export function levelOf(rule: Rule, { profile, levels }: CheckSettings): RuleLevel {
  const own = levels?.get(rule.id)
  if (own !== undefined) return own
  if (profile === undefined) return rule.level
  if (rule.platforms !== 'all' && !rule.platforms.includes(profile)) return 'off'
  return rule.levels?.[profile] ?? rule.level
}

/** A rule's name in a comment, or that of what a build reports: `guid/duplicate`. */
export interface CommentedRule {
  readonly rule: string
  readonly level: RuleLevel
  readonly offset: number
}

const commands: Readonly<Record<string, RuleLevel>> = { off: 'off', error: 'error', warning: 'warning', info: 'info' }

/**
 * What comments say of rules: `castwright: off item-title-number, url-https`, or a level instead of `off`. Counts
 * in XML and HTML comments, and behind `#` in YAML; each holds for its whole file.
 */
export function commentedRules(text: string): CommentedRule[] {
  if (!text.includes('castwright:')) return []
  return [
    ...text.matchAll(/(?:<!--|#)[ \t]*castwright:[ \t]*(off|error|warning|info)[ \t]+([a-z0-9,/ \t-]+)/g),
  ].flatMap(({ index, 0: all, 1: command = '', 2: names = '' }) => {
    const start = index + all.length - names.length
    return [...names.matchAll(/[a-z][a-z0-9/-]*[a-z0-9]/g)].map(({ index: at, 0: rule }) => ({
      rule,
      level: commands[command] as RuleLevel,
      offset: start + at,
    }))
  })
}

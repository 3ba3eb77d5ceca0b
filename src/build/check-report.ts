import { codes } from '../check/codes.ts'
import { rules } from '../check/rules/index.ts'
import { type CommentedRule, commentedRules, type Levels } from '../check/settings.ts'
import { type Diagnostic, reporter, sortDiagnostics } from '../model/diagnostic.ts'
import type { RuleLevel } from '../model/rule.ts'
import type { Place } from '../text/place.ts'
import { nearest } from '../text/words.ts'
import { diagnosticCodes } from './diagnostic-codes.ts'

const report = reporter(codes)

/** What a check found. */
export interface CheckReport {
  /** What was checked, as the user named it. */
  readonly checked: string
  /** The show's title, where it was found. */
  readonly title?: string | undefined
  /** How many episodes, or items, there are. */
  readonly items: number
  /** Sorted by file and place. */
  readonly diagnostics: readonly Diagnostic[]
  readonly seconds: number
}

/** A check of something that cannot be read. @param problem a sentence without its full stop */
export const cannotRead = (label: string, problem: string): Omit<CheckReport, 'seconds'> => ({
  checked: label,
  items: 0,
  diagnostics: [report('check/unreadable', { problem }, { file: label, line: 1, column: 1, offset: 0 })],
})

/** A feed of which only the beginning was read. @param bytes how much that is */
export const cutFeed = (label: string, bytes: number): Diagnostic =>
  report('check/cut', { bytes }, { file: label, line: 1, column: 1, offset: 0 })

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id))

/** Whether a rule, or what a build reports, has this name. */
export const isKnownCode = (name: string): boolean => ruleIds.has(name) || Object.hasOwn(diagnosticCodes, name)

export const unknownRule = (rule: string, place: Place | undefined): Diagnostic =>
  report(
    'check/unknown-rule',
    { rule, suggestion: nearest(rule, [...ruleIds, ...Object.keys(diagnosticCodes)]) },
    place,
  )

/** What comments in one file say of rules. */
export interface FileLevels {
  readonly levels: Levels
  /** Names that are no rule's. */
  readonly unknown: readonly CommentedRule[]
}

export function levelsInText(text: string): FileLevels {
  const comments = commentedRules(text)
  const known = comments.filter(({ rule }) => isKnownCode(rule))
  return {
    levels: new Map(known.map(({ rule, level }) => [rule, level])),
    unknown: comments.filter(({ rule }) => !isKnownCode(rule)),
  }
}

/**
 * The findings with the levels that the show and comments in the files ask for. What stops a build cannot be turned
 * off: the build would stop all the same.
 * @param levelsOf of one file
 */
export function applyLevels(
  diagnostics: readonly Diagnostic[],
  levelsOf: (file: string) => Levels | undefined,
): Diagnostic[] {
  const levelled = diagnostics.flatMap((diagnostic): Diagnostic[] => {
    const level: RuleLevel | undefined = levelsOf(diagnostic.place?.file ?? '')?.get(diagnostic.code)
    const stopsBuild = diagnostic.severity === 'error' && !ruleIds.has(diagnostic.code)
    if (level === undefined || stopsBuild) return [diagnostic]
    return level === 'off' ? [] : [{ ...diagnostic, severity: level }]
  })
  return sortDiagnostics(levelled)
}

const sameAs: ReadonlyMap<string, readonly string[]> = new Map(rules.map(({ id, sameAs: codes = [] }) => [id, codes]))

/** Without what a build says already, in other words, at the same line. */
export function withoutRepeats(found: readonly Diagnostic[], said: readonly Diagnostic[]): Diagnostic[] {
  const lineOf = ({ place }: Diagnostic): string => `${place?.file}:${place?.line}`
  const saidAt = new Set(said.map((diagnostic) => `${diagnostic.code} ${lineOf(diagnostic)}`))
  const isSaid = (diagnostic: Diagnostic): boolean =>
    sameAs.get(diagnostic.code)?.some((code) => saidAt.has(`${code} ${lineOf(diagnostic)}`)) === true
  return found.filter((diagnostic) => !isSaid(diagnostic))
}

import type { Catalogue } from '../model/diagnostic.ts'

/** What checking itself has to say; what is wrong with a feed is said by rules, under their own names. */
export const codes = {
  'check/unknown-rule': {
    severity: 'warning',
    message: (facts: { rule: string; suggestion: string | undefined }) => `There is no rule “${facts.rule}”.`,
    hint: (facts: { rule: string; suggestion: string | undefined }) =>
      `${facts.suggestion === undefined ? '' : `Did you mean “${facts.suggestion}”? `}All rules are in docs/rules.md.`,
  },
  'check/more': {
    severity: 'info',
    message: (facts: { rule: string; count: number }) => `The rule ${facts.rule} found ${facts.count} more.`,
    hint: 'Mend those that are shown, and check again.',
  },
  'check/cut': {
    severity: 'error',
    message: (facts: { bytes: number }) =>
      `The feed is too long to be read whole: only its first ${Math.floor(facts.bytes / 1e6)} MB were checked.`,
    hint: 'Let the feed have fewer episodes, or shorter show notes: apps and directories stop much sooner.',
  },
  'check/unreadable': {
    severity: 'error',
    message: (facts: { problem: string }) => `This cannot be read: ${facts.problem}.`,
    hint: 'Name a show’s folder, or the file or the address of an RSS feed.',
  },
} as const satisfies Catalogue

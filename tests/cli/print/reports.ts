import type { BuildReport } from '../../../src/build/build.ts'
import type { CheckReport } from '../../../src/build/check-report.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import type { Place } from '../../../src/text/place.ts'

export const place = (file: string, line: number, column: number): Place => ({ file, line, column, offset: 0 })

/** Text that every format must write in a way of its own. */
export const hard = '50 % of “A & B” <b>, "quoted": ]]> 🎙️'

/** One of each severity, with all that a diagnostic can have. */
export const findings: readonly Diagnostic[] = [
  {
    code: 'guid/duplicate',
    severity: 'error',
    message: `Two episodes have the guid "x-1": ${hard}.`,
    hint: 'Give the newer one\na guid of its own, 100 %.',
    place: place('episodes/roots.md', 6, 7),
    related: [{ message: 'first used here', place: place('episodes/stems, and more.md', 5, 7) }],
  },
  {
    code: 'item-title-number',
    severity: 'warning',
    message: 'The title “#12: Roots” has the episode’s number in it: “#12”.',
    hint: 'Write numbers as `episode`.',
    place: place('episodes/roots.md', 9, 8),
  },
  { code: 'ledger/unused-accept', severity: 'info', message: '--accept feed-url had nothing to accept.' },
]

export const checkReport = (diagnostics: readonly Diagnostic[] = findings): CheckReport => ({
  checked: 'shows/soil',
  title: 'Soil & Seed',
  items: 2,
  diagnostics,
  seconds: 0.25,
})

export const builtReport = (diagnostics: readonly Diagnostic[] = findings.slice(1)): BuildReport => ({
  summary: {
    show: 'Soil & Seed',
    out: 'dist',
    episodes: 2,
    chapters: 3,
    written: 10,
    unchanged: 0,
    removed: 0,
    ledgerChanged: false,
    seconds: 0.25,
  },
  diagnostics,
})

export const failedReport = (diagnostics: readonly Diagnostic[] = findings): BuildReport => ({
  summary: undefined,
  diagnostics,
})

export const loud = { quiet: false, color: false }
export const quiet = { quiet: true, color: false }

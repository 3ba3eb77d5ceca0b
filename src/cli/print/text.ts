import type { BuildSummary } from '../../build/build.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { ledgerFile } from '../../source/ledger.ts'
import { printCheck } from '../check-text.ts'
import { plain } from '../columns.ts'
import { isCheck, type Printed, type PrintOptions, type Report } from '../report.ts'
import { at, count, type Paint, painter, severityStyles } from '../words.ts'

function printDiagnostic({ severity, place, message, code, hint, related }: Diagnostic, paint: Paint): string {
  const lines = [
    `${place === undefined ? '' : `${paint('bold', plain(at(place)))} `}${paint(severityStyles[severity], severity)} ${plain(message)} ${paint('gray', `[${code}]`)}`,
    ...(related ?? []).map((other) => `  ${plain(`${other.message}: ${at(other.place)}`)}`),
    ...(hint === undefined ? [] : [`  ${paint('gray', '→')} ${plain(hint)}`]),
  ]
  return `${lines.join('\n')}\n`
}

function printSummary(summary: BuildSummary, diagnostics: readonly Diagnostic[], paint: Paint): string {
  const { show, out, episodes, chapters, written, unchanged, removed, ledgerChanged, seconds } = summary
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return `${paint('green', '✓')} ${paint('bold', plain(show))} → ${out}
  ${count(episodes, 'episode')}, ${count(chapters, 'chapter')}
  ${count(written, 'file')} written, ${unchanged.toLocaleString('en-US')} unchanged, ${removed.toLocaleString('en-US')} removed
  ${count(warnings, 'warning')}, ${seconds.toFixed(2)} s
${ledgerChanged ? `  ${ledgerFile} has changed: commit it with your episodes\n` : ''}`
}

/** Problems, each with its place and how to mend it. */
export function printProblems(diagnostics: readonly Diagnostic[], { quiet, color }: PrintOptions): string {
  const shown = diagnostics.filter(({ severity }) => severity === 'error' || !quiet)
  return shown.map((diagnostic) => printDiagnostic(diagnostic, painter(color))).join('')
}

/** For people: problems on stderr, the summary on stdout. */
export function printText(report: Report, options: PrintOptions): Printed {
  if (isCheck(report)) return printCheck(report, options)
  const { quiet, color } = options
  const paint = painter(color)
  const problems = printProblems(report.diagnostics, { quiet, color })
  if (report.summary !== undefined)
    return { stdout: quiet ? '' : printSummary(report.summary, report.diagnostics, paint), stderr: problems }
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error').length
  const verdict =
    errors > 0
      ? `${count(errors, 'error')}: nothing was published.`
      : 'Warnings count as errors here: nothing was published.'
  return { stdout: '', stderr: `${problems}${paint('red', '✗')} ${verdict}\n` }
}

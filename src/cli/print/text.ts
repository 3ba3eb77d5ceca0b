import { styleText } from 'node:util'
import type { BuildReport, BuildSummary } from '../../build/build.ts'
import type { Diagnostic, Severity } from '../../model/diagnostic.ts'
import { ledgerFile } from '../../source/ledger.ts'
import type { Place } from '../../text/place.ts'
import type { Printed, PrintOptions } from './index.ts'

type Style = Parameters<typeof styleText>[0]
type Paint = (style: Style, text: string) => string

const colors: Record<Severity, Style> = { error: 'red', warning: 'yellow', info: 'blue' }

const at = ({ file, line, column }: Place): string => `${file}:${line}:${column}`

function printDiagnostic({ severity, place, message, code, hint, related }: Diagnostic, paint: Paint): string {
  const lines = [
    `${place === undefined ? '' : `${paint('bold', at(place))} `}${paint(colors[severity], severity)} ${message} ${paint('gray', `[${code}]`)}`,
    ...(related ?? []).map((other) => `  ${other.message}: ${at(other.place)}`),
    ...(hint === undefined ? [] : [`  ${paint('gray', '→')} ${hint}`]),
  ]
  return `${lines.join('\n')}\n`
}

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`

function printSummary(summary: BuildSummary, diagnostics: readonly Diagnostic[], paint: Paint): string {
  const { show, out, episodes, chapters, written, unchanged, removed, ledgerChanged, seconds } = summary
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning').length
  return `${paint('green', '✓')} ${paint('bold', show)} → ${out}
  ${count(episodes, 'episode')}, ${count(chapters, 'chapter')}
  ${count(written, 'file')} written, ${unchanged.toLocaleString('en-US')} unchanged, ${removed.toLocaleString('en-US')} removed
  ${count(warnings, 'warning')}, ${seconds.toFixed(2)} s
${ledgerChanged ? `  ${ledgerFile} has changed: commit it with your episodes\n` : ''}`
}

const painter = (color: boolean): Paint => (color ? (style, text) => styleText(style, text) : (_style, text) => text)

/** Problems, each with its place and how to mend it. */
export function printProblems(diagnostics: readonly Diagnostic[], { quiet, color }: PrintOptions): string {
  const shown = diagnostics.filter(({ severity }) => severity === 'error' || !quiet)
  return shown.map((diagnostic) => printDiagnostic(diagnostic, painter(color))).join('')
}

/** For people: problems on stderr, the summary on stdout. */
export function printText(report: BuildReport, { quiet, color }: PrintOptions): Printed {
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

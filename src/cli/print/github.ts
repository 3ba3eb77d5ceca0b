import type { Diagnostic, Severity } from '../../model/diagnostic.ts'
import { checkVerdict } from '../check-text.ts'
import { plain } from '../columns.ts'
import { isCheck, type Printed, type PrintOptions, type Report } from '../report.ts'
import { printText } from './text.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function annotation({ severity, place, message, code, hint }: Diagnostic): string {
  const properties = [
    ...(place === undefined ? [] : [`file=${escapeProperty(place.file)}`, `line=${place.line}`, `col=${place.column}`]),
    `title=${escapeProperty(code)}`,
  ]
  const words = [message, ...(hint === undefined ? [] : [hint])].map(plain).join('\n')
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(words)}\n`
}

/** For GitHub Actions: each problem as an annotation of its line, and the summary in the log. */
export function printGithub(report: Report, options: PrintOptions): Printed {
  const shown = report.diagnostics.filter(({ severity }) => severity === 'error' || !options.quiet)
  if (isCheck(report)) return { stdout: shown.map(annotation).join('') + checkVerdict(report, options), stderr: '' }
  const text = printText({ ...report, diagnostics: [] }, options)
  const { stdout } = report.summary === undefined ? { stdout: '' } : printText(report, options)
  return { stdout: shown.map(annotation).join('') + stdout, stderr: report.summary === undefined ? text.stderr : '' }
}

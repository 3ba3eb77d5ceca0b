import type { Diagnostic } from '../../model/diagnostic.ts'
import { isCheck, type Printed, type PrintOptions, type Report } from '../report.ts'

const flat = ({ code, severity, place, message, hint, related }: Diagnostic) => ({
  code,
  severity,
  file: place?.file,
  line: place?.line,
  column: place?.column,
  message,
  hint,
  related: related?.map((other) => ({
    message: other.message,
    file: other.place.file,
    line: other.place.line,
    column: other.place.column,
  })),
})

/** For programs: one JSON document on stdout. */
export function printJson(report: Report, { quiet }: PrintOptions): Printed {
  const shown = report.diagnostics.filter(({ severity }) => severity === 'error' || !quiet)
  const { diagnostics: _all, ...rest } = report
  const head = isCheck(report) ? rest : { built: report.summary !== undefined, summary: report.summary }
  const body = { ...head, diagnostics: shown.map(flat) }
  return { stdout: `${JSON.stringify(body, undefined, 2)}\n`, stderr: '' }
}

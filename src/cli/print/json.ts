import type { BuildReport } from '../../build/build.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Printed, PrintOptions } from './index.ts'

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
export function printJson(report: BuildReport, { quiet }: PrintOptions): Printed {
  const shown = report.diagnostics.filter(({ severity }) => severity === 'error' || !quiet)
  const body = { built: report.summary !== undefined, summary: report.summary, diagnostics: shown.map(flat) }
  return { stdout: `${JSON.stringify(body, undefined, 2)}\n`, stderr: '' }
}

import type { CheckReport } from '../build/check-report.ts'
import type { Diagnostic, Excerpt, Severity } from '../model/diagnostic.ts'
import type { Printed, PrintOptions } from './report.ts'
import { count, type Paint, painter, severityStyles } from './words.ts'

/** So many findings of one kind are shown of one file; then only their lines are told. */
const mostShown = 5

/** The longest piece of a line that is shown. */
const frameWidth = 100

/** For people: findings on stdout, by file, each with its line. */
export function printCheck(report: CheckReport, options: PrintOptions): Printed {
  const paint = painter(options.color)
  const shown = report.diagnostics.filter(({ severity }) => severity === 'error' || !options.quiet)
  const groups = new Map<string, Diagnostic[]>()
  for (const finding of shown) {
    const file = finding.place?.file ?? ''
    const group = groups.get(file)
    if (group === undefined) groups.set(file, [finding])
    else group.push(finding)
  }
  const files = [...groups].map(([file, findings]) => printFile(file || report.checked, findings, options, paint))
  return { stdout: files.join('') + checkVerdict(report, options), stderr: '' }
}

function printFile(file: string, findings: readonly Diagnostic[], options: PrintOptions, paint: Paint): string {
  const seen = new Map<string, number>()
  const hidden = new Map<string, Diagnostic[]>()
  const lines = findings.flatMap((finding) => {
    const number = (seen.get(finding.code) ?? 0) + 1
    seen.set(finding.code, number)
    if (options.all === true || number <= mostShown) return [printFinding(finding, number === 1, options, paint)]
    hidden.set(finding.code, [...(hidden.get(finding.code) ?? []), finding])
    return []
  })
  const rest = [...hidden].map(([code, more]) => `  ${paint('gray', moreOf(code, more))}\n`)
  return `${paint('underline', file)}\n${lines.join('')}${rest.join('')}\n`
}

function moreOf(code: string, more: readonly Diagnostic[]): string {
  const lines = more.slice(0, 8).map(({ place }) => place?.line ?? 0)
  const etc = more.length > lines.length ? ' …' : ''
  return `… and ${more.length.toLocaleString('en-US')} more of ${code}, at ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${etc}`
}

/** @param isFirst its hint is told; those of its kind after it have the same */
function printFinding(finding: Diagnostic, isFirst: boolean, { lineAt }: PrintOptions, paint: Paint): string {
  const { severity, place, message, code, hint, related } = finding
  const where = place === undefined ? '' : `${place.line}:${place.column}`
  const head = `  ${where.padEnd(7)} ${paint(severityStyles[severity], severity.padEnd(7))} ${message} ${paint('gray', `[${code}]`)}\n`
  const frame = frameOf(finding, lineAt)
  return [
    head,
    ...(frame === undefined ? [] : [printFrame(frame, severity, paint)]),
    ...(related ?? []).map((other) => `          ${other.message}: ${other.place.file}:${other.place.line}\n`),
    ...(hint === undefined || !isFirst ? [] : [`          ${paint('gray', '→')} ${hint}\n`]),
  ].join('')
}

function frameOf({ excerpt, place }: Diagnostic, lineAt: PrintOptions['lineAt']): Excerpt | undefined {
  if (excerpt !== undefined) return excerpt
  const line = place === undefined ? undefined : lineAt?.(place)
  if (place === undefined || line === undefined || line.trim() === '') return undefined
  const start = Math.max(0, place.column - frameWidth / 2)
  const cut = line.slice(start, start + frameWidth)
  const trimmed = cut.trimStart()
  return { text: trimmed.trimEnd(), column: Math.max(1, place.column - start - (cut.length - trimmed.length)) }
}

function printFrame({ text, column }: Excerpt, severity: Severity, paint: Paint): string {
  // A tab is one column to us, and several to a terminal.
  const plain = text.replace(/\s/g, ' ').replace(/\p{Cc}/gu, '?')
  return `          ${paint('gray', '│')} ${plain}\n          ${paint('gray', '│')} ${' '.repeat(Math.max(0, column - 1))}${paint(severityStyles[severity], '^')}\n`
}

const verdictWords: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
]

/** How it stands, in one line. */
export function checkVerdict(
  { checked, title, items, diagnostics, seconds }: CheckReport,
  { color }: PrintOptions,
): string {
  const paint = painter(color)
  const counts = verdictWords.flatMap(([severity, word]) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return number === 0 ? [] : [paint(severityStyles[severity], count(number, word))]
  })
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error')
  const mark = hasErrors ? paint('red', '✗') : paint('green', '✓')
  const name = title === undefined || title === '' ? checked : title
  return `${mark} ${paint('bold', name)}: ${counts.length === 0 ? 'nothing to mend' : counts.join(', ')} in ${count(items, 'episode')}, ${seconds.toFixed(2)} s\n`
}

import type { CheckReport } from '../build/check-report.ts'
import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { plain, wrap } from './columns.ts'
import { frameOf } from './frame.ts'
import type { Printed, PrintOptions } from './report.ts'
import { at, count, type Paint, painter, severityStyles } from './words.ts'

/** So many findings of one kind are shown; of the others only the places are told. */
const mostShown = 5
const mostPlaces = 8

/** How wide the lines of files are shown where nobody says how wide the terminal is. */
const usualWidth = 100

/** What a finding needs to be printed. */
interface Page {
  readonly options: PrintOptions
  readonly paint: Paint
  /** Findings of the kind that are not shown, by the last one that is. */
  readonly rest: ReadonlyMap<Diagnostic, readonly Diagnostic[]>
  /** Says of words only once that they are new. */
  readonly isNew: (words: string) => boolean
}

/** For people: findings on stdout, by file and kind, each with its line. */
export function printCheck(report: CheckReport, options: PrintOptions): Printed {
  const wanted = report.diagnostics.filter(({ severity }) => severity === 'error' || !options.quiet)
  const { shown, rest } = select(wanted, options.all === true)
  const page: Page = { options, paint: painter(options.color), rest, isNew: remember() }
  const files = groupBy(
    wanted.filter((finding) => shown.has(finding)),
    ({ place }) => place?.file ?? '',
  )
  const text = [...files].map(([file, findings]) => printFile(file || report.checked, findings, page)).join('')
  const silent = options.quiet && wanted.length === 0 && options.failed !== true
  return { stdout: silent ? '' : text + checkVerdict(report, options), stderr: '' }
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

function remember(): (words: string) => boolean {
  const known = new Set<string>()
  return (words) => !known.has(words) && known.add(words).size > 0
}

const kindOf = ({ code }: Diagnostic): string => code

/** The first ones of each kind: of hundreds, nobody reads one by one. */
function select(
  findings: readonly Diagnostic[],
  all: boolean,
): { shown: ReadonlySet<Diagnostic>; rest: ReadonlyMap<Diagnostic, readonly Diagnostic[]> } {
  const shown = new Set<Diagnostic>()
  const rest = new Map<Diagnostic, readonly Diagnostic[]>()
  for (const kind of groupBy(findings, kindOf).values()) {
    const first = all ? kind : kind.slice(0, mostShown)
    for (const finding of first) shown.add(finding)
    const last = first.at(-1)
    if (last !== undefined && first.length < kind.length) rest.set(last, kind.slice(first.length))
  }
  return { shown, rest }
}

const whereOf = ({ place }: Diagnostic): string => (place === undefined ? '' : `${place.line}:${place.column}`)

function printFile(file: string, findings: readonly Diagnostic[], page: Page): string {
  const width = Math.max(...findings.map((finding) => whereOf(finding).length))
  // Those of one kind stand together, at the place of the first.
  const sorted = [...groupBy(findings, kindOf).values()].flat()
  const blocks = sorted.map((finding) => printFinding(finding, width, page))
  return `${page.paint('underline', plain(file))}\n${blocks.join('')}\n`
}

/** @param width of the places before the findings */
function printFinding(finding: Diagnostic, width: number, page: Page): string {
  const { options, paint } = page
  const { severity, message, code, place } = finding
  const indent = width + 3
  const label = severity.padEnd(7)
  const hanging = indent + label.length + 1
  const words = wrap(`${plain(message)} [${code}]`, options.columns, hanging, hanging)
  const painted = `${words.slice(0, -code.length - 2)}${paint('gray', `[${code}]`)}`
  const lines = [...frameLines(finding, indent, page), ...moreLines(finding, place, indent, page)]
  return [
    `  ${whereOf(finding).padEnd(width)} ${paint(severityStyles[severity], label)} ${painted}\n`,
    ...lines.map((line) => `${' '.repeat(indent)}${line}\n`),
  ].join('')
}

/**
 * The line of the file, and a caret below what is meant: of the first finding of its kind, and then of those that no
 * words of their own tell apart. Never the same line twice.
 */
function frameLines(finding: Diagnostic, indent: number, { options, paint, isNew }: Page): string[] {
  const { severity, place, code, message } = finding
  const isFirst = isNew(code)
  const isTold = isNew(`${code}: ${message}`) && /[“\d]/.test(message)
  if (place === undefined || (isTold && !isFirst)) return []
  const frame = frameAt(finding, place, indent, options)
  if (frame === undefined || !isNew(at(place)) || !isNew(`${code} at ${frame.before} of ${frame.text}`)) return []
  const bar = paint('gray', '│')
  return [`${bar} ${frame.text}`, `${bar} ${' '.repeat(frame.before)}${paint(severityStyles[severity], '^')}`]
}

function frameAt(
  { excerpt }: Diagnostic,
  place: Place,
  indent: number,
  { columns = usualWidth, lineAt }: PrintOptions,
) {
  const line = excerpt === undefined ? lineAt?.(place) : undefined
  const source = line === undefined ? excerpt : { text: line, column: place.column }
  return source && frameOf(source, Math.max(20, columns - indent - 2))
}

/** Other places, how to mend it, and how many more there are. */
function moreLines(finding: Diagnostic, place: Place | undefined, indent: number, page: Page): string[] {
  const { options, paint, rest, isNew } = page
  const { related = [], hint, code } = finding
  const wrapped = (text: string, hanging = 0): string =>
    wrap(plain(text), options.columns, indent + hanging, indent + hanging)
  const hidden = rest.get(finding)
  return [
    ...related.map((other) => wrapped(`${other.message}: ${nameOf(other.place, place)}`)),
    ...(hint !== undefined && isNew(`${code}: ${hint}`) ? [`${paint('gray', '→')} ${wrapped(hint, 2)}`] : []),
    ...(hidden === undefined ? [] : [paint('gray', wrapped(moreOf(hidden, place, isNew('--all'))))]),
  ]
}

/** A place, as short as it can be said beside another one. */
const nameOf = (place: Place, beside: Place | undefined): string =>
  place.file === beside?.file ? `line ${place.line}` : `${place.file}:${place.line}`

function moreOf(hidden: readonly Diagnostic[], beside: Place | undefined, explain: boolean): string {
  const named = hidden.flatMap(({ place }) => (place === undefined ? [] : [place]))
  const isHere = named.every(({ file }) => file === beside?.file)
  const places = [...new Set(named.map((place) => (isHere ? String(place.line) : `${place.file}:${place.line}`)))]
  const etc = places.length > mostPlaces ? ' …' : ''
  const word = !isHere ? '' : places.length === 1 ? 'line ' : 'lines '
  const list = places.slice(0, mostPlaces).join(', ') + etc
  return `… and ${count(hidden.length, 'more', 'more')} like this: ${word}${list}${explain ? ' (--all shows all)' : ''}`
}

const verdictWords: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
]

/** How it stands, in one line. */
export function checkVerdict(report: CheckReport, { color, failed }: PrintOptions): string {
  const { checked, title = '', items, diagnostics, seconds } = report
  const paint = painter(color)
  const counts = verdictWords.flatMap(([severity, word]) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
    return number === 0 ? [] : [paint(severityStyles[severity], count(number, word))]
  })
  const isWrong = failed ?? diagnostics.some(({ severity }) => severity === 'error')
  const mark = isWrong ? paint('red', '✗') : paint('green', '✓')
  const found = counts.length === 0 ? 'nothing to mend' : counts.join(', ')
  // What could not be read has no episodes to speak of.
  const where = title === '' && items === 0 ? '' : ` in ${count(items, 'episode')}`
  return `${mark} ${paint('bold', plain(title || checked))}: ${found}${where}, ${seconds.toFixed(2)} s\n`
}

/** One position in the audio, as people write it. Everything here reads in bounded time, whatever the text. Pure. */

/** A time found in a text. */
export interface Timestamp {
  /** Where its first digit is. */
  readonly from: number
  /** Just after it. */
  readonly to: number
  /** `mm:ss`, `h:mm:ss`, or `h:mm:ss:frames`; what has units is always `h, mm, ss`. */
  readonly fields: readonly number[]
  /** The seconds after the decimal point: from 0 to below 1. */
  readonly fraction: number
  /** How it is written: units are `12m30s` and `12'30"`; one unit alone is `95s`. */
  readonly form: 'colons' | 'units' | 'one-unit'
  /** The seconds have one digit only, so one may be missing: `10:3`. */
  readonly short: boolean
}

/** ASCII, full-width, Arabic-Indic, Persian and Devanagari digits. */
const zeros = [0x30, 0xff10, 0x660, 0x6f0, 0x966]
const d = `[${zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`
/** ASCII, full-width, ratio, small and vertical colons. */
const colon = '[:\uff1a\u2236\ufe55\ufe13]'
/** A cased letter or a digit goes on; Chinese and Japanese need no space after a time. */
const end = '(?![\\p{Lu}\\p{Ll}\\p{N}])'

// A letter alone touches its number, or it is no unit: `20 H2s` counts headings. Words may stand apart.
const hours = '(?:h| h(?= \\d)| ?(?:[Hh]rs?|[Hh]ours?|[Ss]td\\.?|小时|小時|時間|时|時|ч))'
const minutes = '(?:m| ?(?:[Mm]in(?:utes?|uten|utos?|s)?\\.?|分钟|分鐘|分|мин\\.?|м))'
const seconds = '(?:s| s(?![\\p{L}\\p{N}])| ?(?:[Ss]ec(?:onds?|s)?\\.?|[Ss]ek(?:unden)?\\.?|秒钟|秒鐘|秒|сек\\.?|с))'

const clock = new RegExp(
  `(${d}{1,3})${colon}(${d}{1,2})(?:${colon}(${d}{2}))?(?:${colon}(${d}{2}))?(?:[.,](${d}{1,3})(?!${d}))?(?!${d}|${colon}${d})`,
  'uy',
)
const spacedClock = new RegExp(`(${d}{1,3})${colon} (${d}{2})(?!${d}|${colon}${d})`, 'uy')
const units = new RegExp(`(?:(${d}{1,2})${hours})? ?(?:(${d}{1,3})${minutes})? ?(?:(${d}{1,2})${seconds})?${end}`, 'uy')
const bareMinutes = new RegExp(`(${d}{1,2})h(${d}{2})${end}`, 'uy')
const primes = new RegExp(`(?:(${d}{1,2})h ?)?(${d}{1,3})['’′](${d}{2})(?:["”″]|''|’’|′′)?${end}`, 'uy')

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A number in any of the scripts; 0 if there is none. */
function numberOf(text: string | undefined): number {
  let value = 0
  for (let i = 0; i < (text?.length ?? 0); i++) {
    const code = (text as string).charCodeAt(i)
    value = value * 10 + code - (zeros.find((zero) => code >= zero && code <= zero + 9) ?? code)
  }
  return value
}

const inRange = (fields: readonly number[]): boolean =>
  fields.every((field, index) => field <= (index === 0 ? 999 : 59)) && (fields.length === 2 || (fields[0] ?? 0) <= 99)

function colonTime(match: RegExpExecArray): Timestamp | undefined {
  const written = match.slice(1, 5).filter((field) => field !== undefined)
  const fields = written.map(numberOf)
  const last = written[1] as string
  const short = written.length === 2 && last.length === 1
  if (!inRange(fields)) return undefined
  return {
    from: match.index,
    to: match.index + match[0].length,
    fields,
    fraction: match[5] === undefined ? 0 : numberOf(match[5]) / 10 ** match[5].length,
    form: 'colons',
    short,
  }
}

function unitTime(match: RegExpExecArray): Timestamp | undefined {
  const written = [match[1], match[2], match[3]]
  const given = written.filter((field) => field !== undefined).length
  const fields = written.map(numberOf)
  if (given === 0 || (given > 1 && (fields[2] as number) > 59)) return undefined
  const to = match.index + match[0].trimEnd().length
  return { from: match.index, to, fields, fraction: 0, form: given === 1 ? 'one-unit' : 'units', short: false }
}

/** Reads the time that starts at `at`, if one does. */
export function readTime(text: string, at: number): Timestamp | undefined {
  const colons = matchAt(clock, text, at)
  if (colons !== null) return colonTime(colons)
  const named = matchAt(bareMinutes, text, at) ?? matchAt(primes, text, at) ?? matchAt(units, text, at)
  return named === null || named[0] === '' ? undefined : unitTime(named)
}

/** Reads `10: 32`, with a space that slipped in. */
export function readSpacedTime(text: string, at: number): Timestamp | undefined {
  const match = matchAt(spacedClock, text, at)
  return match === null ? undefined : colonTime(match)
}

/** What a time says in seconds, taken at its word: minutes and seconds, or hours, minutes and seconds. */
export function secondsOf({ fields, fraction }: Timestamp): number {
  const [first = 0, second = 0, third] = fields
  return (third === undefined ? first * 60 + second : first * 3600 + second * 60 + third) + fraction
}

const anyTime = new RegExp(
  `${d}(?:${colon} ?${d}|['’′]${d}|${hours} ?${d}|${minutes}(?: ?${d}|(?!\\p{L}))|${seconds}(?!\\p{L}))`,
  'gu',
)

/** The offsets where something in the text may be a time: no time is elsewhere, but much here is none. */
export function timeSigns(text: string): number[] {
  const signs: number[] = []
  anyTime.lastIndex = 0
  for (let match = anyTime.exec(text); match !== null; match = anyTime.exec(text)) signs.push(match.index)
  return signs
}

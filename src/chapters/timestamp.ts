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

/** Full-width, Arabic-Indic, Persian and Devanagari zeros; the other digits follow each. */
const zeros = [0xff10, 0x660, 0x6f0, 0x966]
/** Full-width, ratio, small and vertical colons. */
const colons = '\uff1a\u2236\ufe55\ufe13'

/** The value of the digit at `at`; -1 if there is none. */
export function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x660) return code >= 0x30 && code <= 0x39 ? code - 0x30 : -1
  for (const zero of zeros) if (code >= zero && code <= zero + 9) return code - zero
  return -1
}

/** Whether there is a colon at `at`, in any of the forms. */
export function isColonAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 0x3a || (code > 0x7f && colons.includes(text.charAt(at)))
}

/** `.5` or `,500` behind the seconds. @returns where it ends, and its value */
function readFraction(text: string, at: number): { readonly to: number; readonly value: number } {
  const sign = text.charAt(at)
  if (sign !== '.' && sign !== ',') return { to: at, value: 0 }
  let value = 0
  let to = at + 1
  for (; to <= at + 3 && digitAt(text, to) >= 0; to++) value = value * 10 + digitAt(text, to)
  if (to === at + 1 || digitAt(text, to) >= 0) return { to: at, value: 0 }
  return { to, value: value / 10 ** (to - at - 1) }
}

/**
 * Reads `1:02`, `1:02:03`, `1:02:03.5` and, with frames, `1:02:03:12`.
 * @param gap a space that may stand behind the first colon
 */
function readColons(text: string, from: number, gap: number): Timestamp | undefined {
  const fields: number[] = []
  let at = from
  let width = 0
  for (;;) {
    let value = 0
    for (width = 0; width < 4; width++, at++) {
      const digit = digitAt(text, at)
      if (digit < 0) break
      value = value * 10 + digit
    }
    const isFirst = fields.length === 0
    if (width === 0 || width > (isFirst ? 3 : 2) || (!isFirst && value > 59) || (fields.length > 1 && width < 2))
      return undefined
    fields.push(value)
    const next = at + 1 + (isFirst ? gap : 0)
    if (!isColonAt(text, at) || digitAt(text, next) < 0) break
    if (fields.length === 4) return undefined
    at = next
  }
  if (fields.length < 2 || (fields.length > 2 && (fields[0] as number) > 99)) return undefined
  const { to, value } = readFraction(text, at)
  return { from, to, fields, fraction: value, form: 'colons', short: width < 2 }
}

/** A cased letter or a digit goes on; Chinese and Japanese need no space after a time. */
const end = '(?![\\p{Lu}\\p{Ll}\\p{N}])'
const d = `[0-9${zeros.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join('')}]`
// A letter alone touches its number, or it is no unit: `20 H2s` counts headings. Words may stand apart.
const hours = '(?:h| h(?= \\d)| ?(?:[Hh]rs?|[Hh]ours?|[Ss]td\\.?|小时|小時|時間|时|時|ч))'
const minutes = '(?:m| ?(?:[Mm]in(?:utes?|uten|utos?|s)?\\.?|分钟|分鐘|分|мин\\.?|м))'
const seconds = '(?:s| s(?![\\p{L}\\p{N}])| ?(?:[Ss]ec(?:onds?|s)?\\.?|[Ss]ek(?:unden)?\\.?|秒钟|秒鐘|秒|сек\\.?|с))'

const units = new RegExp(`(?:(${d}{1,2})${hours})? ?(?:(${d}{1,3})${minutes})? ?(?:(${d}{1,2})${seconds})?${end}`, 'uy')
const bareMinutes = new RegExp(`(${d}{1,2})h(${d}{2})${end}`, 'uy')
const primes = new RegExp(`(?:(${d}{1,2})h ?)?(${d}{1,3})['’′](${d}{2})(?:["”″]|''|’’|′′)?${end}`, 'uy')

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const numberOf = (text: string | undefined): number => {
  let value = 0
  for (let at = 0; at < (text?.length ?? 0); at++) value = value * 10 + digitAt(text as string, at)
  return value
}

function readUnits(text: string, at: number): Timestamp | undefined {
  const match = matchAt(primes, text, at) ?? matchAt(bareMinutes, text, at) ?? matchAt(units, text, at)
  if (match === null) return undefined
  const written = [match[1], match[2], match[3]]
  const given = written.filter((field) => field !== undefined).length
  const fields = written.map(numberOf)
  if (given === 0 || (given > 1 && (fields[2] as number) > 59)) return undefined
  const to = match.index + match[0].trimEnd().length
  return { from: match.index, to, fields, fraction: 0, form: given === 1 ? 'one-unit' : 'units', short: false }
}

/** Reads the time that starts at `at`, if one does. */
export function readTime(text: string, at: number): Timestamp | undefined {
  if (digitAt(text, at) < 0) return undefined
  let next = at + 1
  while (next < at + 3 && digitAt(text, next) >= 0) next++
  return isColonAt(text, next) ? readColons(text, at, 0) : readUnits(text, at)
}

/** Reads `10: 32`, with a space that slipped in. */
export function readSpacedTime(text: string, at: number): Timestamp | undefined {
  const time = readColons(text, at, 1)
  return time?.fields.length === 2 && !time.short && text.slice(at, time.to).includes(' ') ? time : undefined
}

/** What a time says in seconds, taken at its word: minutes and seconds, or hours, minutes and seconds. */
export function secondsOf({ fields, fraction }: Timestamp): number {
  const [first = 0, second = 0, third] = fields
  return (third === undefined ? first * 60 + second : first * 3600 + second * 60 + third) + fraction
}

/** A number, and the least that makes it a time. Without the `u` flag, which would double the price. */
const sign = new RegExp(
  `${d}(?:[:${colons}] ?${d}|['’′]${d}|[hm] ?${d}|[hms]\\b| ?(?:[Hh]r|[Hh]our|[Mm]in|[Ss]ec|[Ss]ek|[Ss]td|h |s\\b|[小時时分秒ммсч]))`,
  'g',
)

/** The offsets of numbers that may start a time: no time is elsewhere, but much here is none. Ascending. */
export function timeSigns(text: string): number[] {
  const signs: number[] = []
  sign.lastIndex = 0
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    let at = match.index
    while (at > match.index - 2 && digitAt(text, at - 1) >= 0) at--
    if (at > (signs.at(-1) ?? -1)) signs.push(at)
  }
  return signs
}

/** Dates as podcasters write them ⇄ instants. Pure: the machine's own zone is never read. */

/** A moment as it was written. */
export interface ParsedDate {
  /** Epoch milliseconds. */
  readonly ms: number
  /** Minutes east of UTC that the text states, or that the zone had at that moment. */
  readonly offsetMinutes: number
}

const minuteMs = 60_000
const dayMs = 86_400_000

/** Wall clock time: what a calendar and a clock on the wall show. */
interface Wall {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0)

/** The wall time as if it were UTC, or undefined if no calendar or clock shows it. Years 1900 to 9999. */
function wallMs({ year, month, day, hour, minute, second, millisecond }: Wall): number | undefined {
  if (year < 1900 || year > 9999 || day < 1 || day > daysIn(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond)
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>()

/** How far a zone is east of UTC at a moment, in milliseconds. */
function offsetAt(ms: number, timeZone: string): number {
  let format = offsetFormats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    offsetFormats.set(timeZone, format)
  }
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(format.format(ms))
  if (match === null) return 0
  const [, sign, hours, minutes, seconds] = match
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000
  return sign === '-' ? -size : size
}

/**
 * The instant at which a zone's clocks show a wall time. Where clocks are put forward and skip it, the time counts
 * from before the change (02:30 becomes 03:30); where they are put back and show it twice, the first is meant.
 * Both as in RFC 5545 §3.3.5 and in Temporal's `compatible`.
 */
function fromWall(wall: number, timeZone: string): ParsedDate {
  if (timeZone === 'UTC') return { ms: wall, offsetMinutes: 0 }
  const before = offsetAt(wall - dayMs, timeZone)
  const after = offsetAt(wall + dayMs, timeZone)
  const at = (written: number, real: number) => ({ ms: wall - written, offsetMinutes: Math.round(real / minuteMs) })
  if (before === after || offsetAt(wall - before, timeZone) === before) return at(before, before)
  return offsetAt(wall - after, timeZone) === after ? at(after, after) : at(before, after)
}

/** RFC 2822's zones and the usual ones of Europe, Oceania and Japan, in hours east of UTC. CST, EST … are American. */
const namedZones: Readonly<Record<string, number>> = {
  ...{ Z: 0, UT: 0, UTC: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, AKST: -9, AKDT: -8, HST: -10 },
  ...{ JST: 9, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13 },
}

/** Minutes east of UTC of `Z`, `+01:00`, `+0100`, `+01` or a name, or undefined. */
function parseZone(zone: string): number | undefined {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (match === null) {
    const name = zone.toUpperCase()
    return Object.hasOwn(namedZones, name) ? (namedZones[name] as number) * 60 : undefined
  }
  const [, sign, hours, minutes = '0'] = match
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined
  const size = Number(hours) * 60 + Number(minutes)
  return sign === '-' && size !== 0 ? -size : size
}

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`
const zone = String.raw`(?: ?([+-]\d{2}(?::?\d{2})?|[a-z]{1,5}))?`
const iso = new RegExp(String.raw`^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:t| )${clock}${zone})?$`, 'i')
const rfc = new RegExp(
  String.raw`^(?:[a-z]{3,9},? )?(\d{1,2})[ -]([a-z]{3,9})[ -](\d{2,4})(?: ${clock}${zone}(?: \([^()]*\))?)?$`,
  'i',
)
const epoch = /^\d{11,15}$/

const monthNames = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
]
const monthOf = (name: string): number => {
  const word = name.toLowerCase()
  return monthNames.findIndex((month) => month === word || month.slice(0, 3) === word) + 1
}

/** RFC 2822 §4.3: two digits are 2000–2049 or 1950–1999, three digits count from 1900. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return digits.length === 3 ? 1900 + year : year
}

function fromFields(
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second, fraction, zoneText]: readonly (string | undefined)[],
  timeZone: string,
): ParsedDate | undefined {
  const millisecond = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  const time = { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0), millisecond }
  const wall = wallMs({ year, month, day, ...time })
  if (wall === undefined) return undefined
  if (zoneText === undefined) return fromWall(wall, timeZone)
  const offsetMinutes = parseZone(zoneText)
  return offsetMinutes === undefined ? undefined : { ms: wall - offsetMinutes * minuteMs, offsetMinutes }
}

/**
 * Reads a date as podcasters and their tools write it:
 * - ISO 8601 (`2026-02-23T10:00:00+01:00`; also with a space, a fraction, `+0100`, `+01` or `UTC`);
 * - a date alone, and any of these without a zone, in `timeZone`;
 * - RFC 2822 (`Mon, 23 Feb 2026 10:00:00 GMT`; the weekday is not compared);
 * - epoch milliseconds, as a number or its digits. Fewer than 11 digits are refused: they would be seconds, or a
 *   date without dashes.
 * @param timeZone an IANA name for which {@link isTimeZone} holds
 * @returns undefined if it is none of these, or a day or time that does not exist, such as 30 February or 25:00.
 */
export function parseDate(value: string | number, timeZone: string): ParsedDate | undefined {
  const text = String(value).trim().replace(/\s+/g, ' ')
  if (epoch.test(text)) {
    const ms = Number(text)
    return ms < Date.UTC(10_000) ? { ms, offsetMinutes: 0 } : undefined
  }
  const isoMatch = iso.exec(text)
  if (isoMatch !== null) {
    const [, year, month, day, ...rest] = isoMatch
    return fromFields([Number(year), Number(month), Number(day)], rest, timeZone)
  }
  const rfcMatch = rfc.exec(text)
  if (rfcMatch === null) return undefined
  const [, day, month = '', year = '', ...rest] = rfcMatch
  return fromFields([fullYear(year), monthOf(month), Number(day)], rest, timeZone)
}

/**
 * Whether the name is an IANA time zone such as `Europe/Berlin`, `UTC` or `GMT`. Abbreviations are refused: `BST` is
 * Bangladesh to some systems and Britain to others.
 */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC' || name === 'GMT') return true
  if (!/^[a-z]+\/[a-z0-9_+/-]+$/i.test(name)) return false
  try {
    offsetAt(0, name)
    return true
  } catch {
    return false
  }
}

/** `Wed, 01 Jan 2025 10:00:00 GMT`: what RSS wants. @see spec/rss-itunes-psp.md §4 Date */
export const toRfc2822 = (ms: number): string => new Date(ms).toUTCString()

/** `2025-01-01T10:00:00Z`; milliseconds only where there are any. */
export const toIsoUtc = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

const readableFormats = new Map<string, Intl.DateTimeFormat>()

/**
 * The day in words, such as `23 February 2026` for `en-gb`, by the show's zone and language.
 * @param language a code such as `en` or `pt-br`; an ill-formed or unknown one reads as English
 */
export function toReadableDate(ms: number, timeZone: string, language: string): string {
  const key = `${timeZone} ${language}`
  let format = readableFormats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(readableLocale(language), { timeZone, dateStyle: 'long', calendar: 'gregory' })
    readableFormats.set(key, format)
  }
  return format.format(ms)
}

/** Never empty or unknown: Intl would take the machine's language. */
function readableLocale(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([language])[0] ?? 'en'
  } catch {
    return 'en'
  }
}

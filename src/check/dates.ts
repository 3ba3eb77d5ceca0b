/** Dates as RSS has them: RFC 2822, as strictly as readers of feeds need it. Pure. @see spec/rss-itunes-psp.md §4 Date */

import { parseDate, toRfc2822 } from '../text/date.ts'

/** What is wrong with how a date is written. */
export interface DateFault {
  /** What follows “The date … ”, without a full stop: `has no time zone`. */
  readonly problem: string
  /** `warning` where every reader knows the moment all the same. */
  readonly level: 'error' | 'warning'
  /** The words that are meant. */
  readonly near?: string
}

/** What a feed's date says. */
export interface FeedDate {
  /** Epoch milliseconds; absent if nobody can tell. */
  readonly ms?: number | undefined
  readonly fault?: DateFault | undefined
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]

/** In hours east of UTC. */
const zones: Readonly<Record<string, number>> = {
  ...{ GMT: 0, UT: 0, Z: 0 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
}

/** No place on Earth is further from UTC. */
const furthestZone = 14

/** Weekday, comma, day, month, year, hour, minute, second, zone. */
const form =
  /^(?:(\p{L}+)\.?(,?) ?)?(\d{1,2}) (\p{L}+)\.? (\d{2}|\d{4}) (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([+-][\d:]+|\p{L}+))?(?: \([^()]*\))?$/u

/** Which of the names a word is, or the beginning of; -1 for none. `Janvier` is none. */
const nameOf = (word: string, names: readonly string[]): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.toLowerCase().startsWith(word.toLowerCase()))

interface Zone {
  readonly minutes?: number
  readonly fault?: DateFault
}

function readZone(zone: string | undefined): Zone {
  if (zone === undefined) return { fault: { problem: 'has no time zone', level: 'error' } }
  const [, sign, hours, colon, minutes] = /^([+-])(\d{2})(:?)(\d{2})$/.exec(zone) ?? []
  if (sign !== undefined && Number(hours) <= furthestZone && Number(minutes) <= 59) {
    const size = Number(hours) * 60 + Number(minutes)
    const east = sign === '-' ? -size : size
    if (colon === '') return { minutes: east }
    return { minutes: east, fault: { problem: 'has a colon in its time zone', level: 'warning', near: zone } }
  }
  const name = zone.toUpperCase()
  if (Object.hasOwn(zones, name)) return { minutes: (zones[name] as number) * 60 }
  if (name === 'UTC')
    return {
      minutes: 0,
      fault: { problem: 'says UTC, which is called GMT or +0000 here', level: 'warning', near: zone },
    }
  return { fault: { problem: `has the time zone “${zone}”, which feeds do not know`, level: 'error', near: zone } }
}

/** Every reader knows what is meant by these, but they are not RFC 2822. */
function looseForm(match: RegExpExecArray): DateFault | undefined {
  const [, weekday, comma, , month = '', year = '', hour = ''] = match
  const fault = (problem: string, near: string): DateFault => ({ problem, level: 'warning', near })
  if (weekday !== undefined && weekday.length !== 3) return fault('spells out the day of the week', weekday)
  if (weekday !== undefined && comma === '') return fault('has no comma after the day of the week', weekday)
  if (month.length !== 3) return fault('does not name the month by three letters', month)
  if (year.length !== 4) return fault('has a year of two digits', year)
  return hour.length === 2 ? undefined : fault('has an hour of one digit', `${hour}:`)
}

/** The day and the time, as if they were UTC; undefined if no calendar or clock shows them. */
function wallTime(match: RegExpExecArray, month: number): number | undefined {
  const [, , , day, , year = '', hour, minute, second = '0'] = match
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900)
  // A leap second is the last of its minute to those who do not count it.
  const seconds = Math.min(Number(second), Number(second) > 60 ? Number.NaN : 59)
  const isTime = Number(hour) <= 23 && Number(minute) <= 59 && !Number.isNaN(seconds)
  const ms = Date.UTC(fullYear, month, Number(day), Number(hour), Number(minute), seconds)
  return isTime && fullYear >= 1900 && new Date(ms).getUTCDate() === Number(day) ? ms : undefined
}

/** What is wrong with the day of the week, if it is named. */
function weekdayFault(weekday: string | undefined, wall: number): DateFault | undefined {
  if (weekday === undefined) return undefined
  const written = nameOf(weekday, days)
  const real = new Date(wall).getUTCDay()
  if (written === -1)
    return { problem: `names the day “${weekday}”, which is not English`, level: 'error', near: weekday }
  if (written === real) return undefined
  return { problem: `names a ${days[written]}, but that day is a ${days[real]}`, level: 'error', near: weekday }
}

/** What a text says that is not in the form of RFC 2822. */
function readOther(text: string): FeedDate {
  const ms = parseDate(text, 'UTC')?.ms
  const isIso = /^\d{4}-\d{1,2}-\d{1,2}/.test(text)
  const hasTime = /\d:\d{2}/.test(text)
  const problem = isIso
    ? 'begins with the year, as other kinds of feeds have it'
    : ms !== undefined && !hasTime
      ? 'has no time of day'
      : 'is not in the form that feeds have'
  return { ms, fault: { problem, level: 'error' } }
}

/**
 * Reads the date of an RSS element.
 * @param text not empty; white space around it and between its parts does not count
 */
export function readFeedDate(text: string): FeedDate {
  const folded = text.trim().replace(/\s+/g, ' ')
  const match = form.exec(folded)
  if (match === null) return readOther(folded)
  const [, weekday, , , monthName = '', , , , , zoneText] = match
  const month = nameOf(monthName, months)
  if (month === -1)
    return {
      fault: { problem: `names the month “${monthName}”, which is not English`, level: 'error', near: monthName },
    }
  const wall = wallTime(match, month)
  if (wall === undefined) return { fault: { problem: 'does not exist', level: 'error' } }
  const { minutes, fault } = readZone(zoneText)
  const ms = minutes === undefined ? parseDate(folded, 'UTC')?.ms : wall - minutes * 60_000
  const grave = fault?.level === 'error' ? fault : weekdayFault(weekday, wall)
  return { ms, fault: grave ?? looseForm(match) ?? fault }
}

/** How to write a date that is wrong. */
export const dateHint = ({ ms }: FeedDate): string =>
  `Write it like ${toRfc2822(ms ?? Date.UTC(2026, 0, 5, 10)).replace('GMT', '+0000')}, in English, with the zone as ±hhmm or GMT.`

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTimeZone, parseDate, toIsoUtc, toReadableDate, toRfc2822 } from '../../src/text/date.ts'

/** As `2026-02-23T09:00:00Z +60`: the instant, and the minutes east of UTC. */
function read(value: string | number, timeZone = 'UTC'): string | undefined {
  const date = parseDate(value, timeZone)
  return date && `${toIsoUtc(date.ms)} ${date.offsetMinutes}`
}

test('the machine’s zone is far from UTC, so that a use of it shows', () => {
  expect(Math.abs(new Date(2026, 1, 23).getTimezoneOffset())).toBeGreaterThan(700)
})

describe('dates that state their zone', () => {
  test.each([
    ['2026-02-23T10:00:00Z', '2026-02-23T10:00:00Z 0'],
    ['2026-02-23t10:00:00z', '2026-02-23T10:00:00Z 0'],
    ['2026-02-23T10:00Z', '2026-02-23T10:00:00Z 0'],
    ['2026-02-23T10:00:00+01:00', '2026-02-23T09:00:00Z 60'],
    ['2026-02-23T10:00:00+0100', '2026-02-23T09:00:00Z 60'],
    ['2026-02-23T10:00:00+01', '2026-02-23T09:00:00Z 60'],
    ['2026-02-23 10:00:00 -05:30', '2026-02-23T15:30:00Z -330'],
    ['2026-02-23T10:00:00-00:00', '2026-02-23T10:00:00Z 0'],
    ['2026-02-23T10:00:00.5Z', '2026-02-23T10:00:00.500Z 0'],
    ['2026-02-23T10:00:00,123456789Z', '2026-02-23T10:00:00.123Z 0'],
    ['2022-06-27 15:32:00 +0000', '2022-06-27T15:32:00Z 0'],
    ['2022-06-27 15:32:00 UTC', '2022-06-27T15:32:00Z 0'],
    ['2022-6-7 5:32:00 +0000', '2022-06-07T05:32:00Z 0'],
    ['Mon, 23 Feb 2026 10:00:00 GMT', '2026-02-23T10:00:00Z 0'],
    ['Mon, 23 Feb 2026 10:00:00 +0545', '2026-02-23T04:15:00Z 345'],
    ['23 Feb 2026 10:00 EST', '2026-02-23T15:00:00Z -300'],
    ['23 Feb 2026 10:00:00 pdt', '2026-02-23T17:00:00Z -420'],
    ['Thu, 23 Jul 2026 10:00:00 BST', '2026-07-23T09:00:00Z 60'],
    ['Thu, 23 Jul 2026 10:00:00 CEST', '2026-07-23T08:00:00Z 120'],
    ['Thu,  23  July  2026 10:00:00 +0200 (CEST)', '2026-07-23T08:00:00Z 120'],
    ['23 Feb 26 10:00:00 Z', '2026-02-23T10:00:00Z 0'],
    ['23 Feb 99 10:00:00 UT', '1999-02-23T10:00:00Z 0'],
    ['23 Feb 126 10:00:00 UT', '2026-02-23T10:00:00Z 0'],
    [' 2026-02-23T10:00:00Z\n', '2026-02-23T10:00:00Z 0'],
  ])('takes %j', (value, instant) => expect(read(value, 'Asia/Tokyo')).toBe(instant))
})

describe('dates without a zone are read in the show’s', () => {
  test.each([
    ['2026-02-23', 'UTC', '2026-02-23T00:00:00Z 0'],
    ['2026-02-23', 'Europe/Berlin', '2026-02-22T23:00:00Z 60'],
    ['2026-02-23', 'America/New_York', '2026-02-23T05:00:00Z -300'],
    ['2026-07-23 10:00', 'Europe/Berlin', '2026-07-23T08:00:00Z 120'],
    ['2026-02-23T10:00:00', 'Asia/Kolkata', '2026-02-23T04:30:00Z 330'],
    ['Mon, 23 Feb 2026 10:00:00', 'Europe/Berlin', '2026-02-23T09:00:00Z 60'],
    ['23 February 2026', 'Europe/Berlin', '2026-02-22T23:00:00Z 60'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z 0'],
  ])('%j in %s', (value, zone, instant) => expect(read(value, zone)).toBe(instant))
})

describe('where clocks change', () => {
  test.each([
    ['the last minute before', '2025-03-30 01:59', 'Europe/Berlin', '2025-03-30T00:59:00Z 60'],
    ['a time that is skipped counts from before', '2025-03-30 02:30', 'Europe/Berlin', '2025-03-30T01:30:00Z 120'],
    ['the first minute after', '2025-03-30 03:00', 'Europe/Berlin', '2025-03-30T01:00:00Z 120'],
    ['a time that comes twice is its first', '2025-10-26 02:30', 'Europe/Berlin', '2025-10-26T00:30:00Z 120'],
    ['after both', '2025-10-26 03:00', 'Europe/Berlin', '2025-10-26T02:00:00Z 60'],
    ['a quarter-hour zone', '2025-04-06 03:00', 'Pacific/Chatham', '2025-04-05T13:15:00Z 825'],
    ['west of Greenwich', '2025-11-02 01:30', 'America/New_York', '2025-11-02T05:30:00Z -240'],
    ['a day that was left out', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z 840'],
  ])('%s: %s in %s', (_, value, zone, instant) => expect(read(value, zone)).toBe(instant))
})

describe('epoch milliseconds', () => {
  test.each([
    [1_700_000_000_000, '2023-11-14T22:13:20Z 0'],
    ['1700000000123', '2023-11-14T22:13:20.123Z 0'],
  ])('takes %j', (value, instant) => expect(read(value, 'Asia/Tokyo')).toBe(instant))

  test.each([1_700_000_000, 20_260_223, 0, -1_700_000_000_000, 1.5, Number.NaN, 9e15])('does not take %d', (value) =>
    expect(read(value)).toBeUndefined(),
  )
})

describe('what is no date', () => {
  test.each([
    ...['2026-02-30', '2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-04-31'],
    ...['2026-02-23 25:00', '2026-02-23 24:00', '2026-02-23 10:60', '2026-02-23 10:00:60', '2026-02-23T10'],
    ...['2026-02-23T10:00:00+24:00', '2026-02-23T10:00:00+01:60', '2026-02-23T10:00:00 XYZ', '1899-12-31'],
    ...['30 Feb 2026 10:00:00 GMT', 'Mon, 23 Fob 2026 10:00:00 GMT', '23 Februar 2026', '23.02.2026', '02/23/2026'],
    ...['yesterday', '', '2026', '2026-02', '10:00', '2026-02-23 10:00 am', '23 Feb 2026 10:00:00 constructor'],
  ])('does not take %j', (value) => expect(read(value)).toBeUndefined())
})

const someMs = fc.integer({ min: Date.UTC(1973, 5), max: Date.UTC(2100, 0) })
const someZone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Chatham', 'Asia/Kathmandu')

describe('properties', () => {
  test('what is written as ISO, RFC 2822 or milliseconds is read as the same moment', () => {
    fc.assert(
      fc.property(someMs, someZone, (ms, zone) => {
        expect(parseDate(toIsoUtc(ms), zone)?.ms).toBe(ms)
        expect(parseDate(toRfc2822(ms), zone)?.ms).toBe(Math.floor(ms / 1000) * 1000)
        expect(parseDate(ms, zone)?.ms).toBe(ms)
        expect(parseDate(String(ms), zone)?.ms).toBe(ms)
      }),
    )
  })

  test('a stated offset and the moment give back the wall clock', () => {
    fc.assert(
      fc.property(someMs, fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, offset) => {
        const sign = offset < 0 ? '-' : '+'
        const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, '0')
        const wall = toIsoUtc(ms + offset * 60_000).replace('Z', '')
        const date = parseDate(`${wall}${sign}${two(offset / 60)}:${two(offset % 60)}`, 'UTC')
        expect(date).toEqual({ ms, offsetMinutes: offset })
      }),
    )
  })

  test('a wall time in a zone is that zone’s clock at the moment found, or lies in a gap', () => {
    fc.assert(
      fc.property(someMs, someZone, (ms, zone) => {
        const wall = toIsoUtc(Math.floor(ms / 60_000) * 60_000).replace('Z', '')
        const date = parseDate(wall, zone)
        if (date === undefined) throw new Error(`${wall} was refused`)
        const clock = Date.parse(`${wall}Z`)
        const skipped = date.ms + date.offsetMinutes * 60_000 - clock
        expect(skipped).toBeGreaterThanOrEqual(0)
        expect(skipped).toBeLessThanOrEqual(2 * 3_600_000)
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseDate(text, 'Europe/Berlin')))
  })
})

describe('zones', () => {
  test.each(['UTC', 'GMT', 'Europe/Berlin', 'america/new_york', 'America/Argentina/Buenos_Aires', 'Etc/GMT+1'])(
    'knows %s',
    (name) => expect(isTimeZone(name)).toBe(true),
  )
  test.each(['BST', 'EST', 'Berlin', 'Europe/Atlantis', '+01:00', '', 'Europe/', '../etc/passwd'])(
    'does not know %j',
    (name) => expect(isTimeZone(name)).toBe(false),
  )
})

describe('dates are written', () => {
  const ms = Date.UTC(2025, 0, 1, 10)
  test('for RSS', () => expect(toRfc2822(ms)).toBe('Wed, 01 Jan 2025 10:00:00 GMT'))
  test('in ISO 8601, with milliseconds only where there are any', () => {
    expect(toIsoUtc(ms)).toBe('2025-01-01T10:00:00Z')
    expect(toIsoUtc(ms + 5)).toBe('2025-01-01T10:00:00.005Z')
  })
  test.each([
    ['UTC', 'en', 'January 1, 2025'],
    ['UTC', 'en-gb', '1 January 2025'],
    ['UTC', 'de', '1. Januar 2025'],
    ['Pacific/Kiritimati', 'en', 'January 2, 2025'],
    ['UTC', 'en_US', 'January 1, 2025'],
    ['UTC', 'xx', 'January 1, 2025'],
  ])('for readers in %s and %s', (zone, language, words) => {
    expect(toReadableDate(ms, zone, language)).toBe(words)
  })
})

import { describe, expect, test } from 'vitest'
import { dateHint, readFeedDate } from '../../src/check/dates.ts'

const monday = Date.UTC(2026, 0, 5, 10)

describe('a date as RSS has them', () => {
  test.each([
    ['Mon, 05 Jan 2026 10:00:00 +0000', monday],
    ['Mon, 05 Jan 2026 10:00:00 GMT', monday],
    ['Mon, 05 Jan 2026 10:00:00 Z', monday],
    ['Mon, 5 Jan 2026 10:00 UT', monday],
    ['05 Jan 2026 10:00:00 -0000', monday],
    ['mon, 05 jan 2026 10:00:00 gmt', monday],
    ['Mon,05 Jan 2026 10:00:00 +0000 (UTC)', monday],
    ['\n  Mon,  05 Jan 2026\n 10:00:00 +0000 ', monday],
    ['Mon, 05 Jan 2026 15:45:00 +0545', monday],
    ['Mon, 05 Jan 2026 05:00:00 EST', monday],
    ['Mon, 05 Jan 2026 03:00:00 -0700', monday],
    ['Sat, 31 Dec 2016 23:59:60 +0000', Date.UTC(2016, 11, 31, 23, 59, 59)],
    ['Thu, 29 Feb 2024 00:00:00 +1400', Date.UTC(2024, 1, 28, 10)],
  ])('takes %j', (text, ms) => expect(readFeedDate(text)).toEqual({ ms, fault: undefined }))
})

describe('a date that readers may not understand', () => {
  test.each([
    ['Tue, 05 Jan 2026 10:00:00 +0000', /names a Tuesday, but that day is a Monday/, monday],
    ['Mon, 05 Jan 2026 10:00:00', /no time zone/, monday],
    ['Mon, 05 Jan 2026 11:00:00 BST', /time zone “BST”/, monday],
    ['Mon, 05 Jan 2026 11:00:00 CET', /time zone “CET”/, monday],
    ['Mon, 05 Jan 2026 10:00:00 Europe/Berlin', /not in the form/, undefined],
    ['Mon, 05 Jan 2026 10:00:00 +3000', /time zone “\+3000”/, undefined],
    ['Mo, 05 Jan 2026 10:00:00 +0000', /the day “Mo”, which is not English/, monday],
    ['Montag, 05 Jan 2026 10:00:00 +0000', /the day “Montag”/, monday],
    ['Lun, 05 Janvier 2026 10:00:00 +0000', /the month “Janvier”/, undefined],
    ['Mon, 30 Feb 2026 10:00:00 +0000', /does not exist/, undefined],
    ['Mon, 05 Jan 2026 24:00:00 +0000', /does not exist/, undefined],
    ['Sun, 29 Feb 2025 10:00:00 +0000', /does not exist/, undefined],
    ['2026-01-05T10:00:00Z', /begins with the year/, monday],
    ['05 Jan 2026', /no time of day/, Date.UTC(2026, 0, 5)],
    ['1767607200', /not in the form/, undefined],
    ['yesterday', /not in the form/, undefined],
  ])('refuses %j', (text, problem, ms) => {
    const read = readFeedDate(text)
    expect(read).toMatchObject({ fault: { problem: expect.stringMatching(problem), level: 'error' } })
    expect(read.ms).toBe(ms)
  })
})

describe('a date that everybody understands, but that is not RFC 2822', () => {
  test.each([
    ['Mon, 05 Jan 2026 10:00:00 UTC', /says UTC/],
    ['Mon, 05 Jan 2026 10:00:00 +00:00', /colon in its time zone/],
    ['Mon 05 Jan 2026 10:00:00 +0000', /no comma/],
    ['Monday, 05 Jan 2026 10:00:00 +0000', /spells out the day/],
    ['Mon., 05 Jan. 2026 10:00:00 +0000', undefined],
    ['Mon, 05 January 2026 10:00:00 +0000', /month by three letters/],
    ['Mon, 05 Jan 26 10:00:00 +0000', /year of two digits/],
  ])('warns of %j', (text, problem) => {
    const { ms, fault } = readFeedDate(text)
    expect(ms).toBe(monday)
    if (problem === undefined) expect(fault).toBeUndefined()
    else expect(fault).toMatchObject({ problem: expect.stringMatching(problem), level: 'warning' })
  })

  test('names the gravest fault', () =>
    expect(readFeedDate('Tuesday, 05 January 26 9:00 UTC').fault).toMatchObject({ level: 'error' }))
})

test('the hint is a date that is right', () => {
  expect(dateHint(readFeedDate('2026-01-05T11:00:00+01:00'))).toContain('Mon, 05 Jan 2026 10:00:00 +0000')
  const [hint = ''] = /\w{3}, .* \+0000/.exec(dateHint(readFeedDate('soon'))) ?? []
  expect(readFeedDate(hint).fault).toBeUndefined()
})

test('takes no time for a long text', () => {
  const start = performance.now()
  for (const part of ['Mon ', '1 ', 'é', ': ', '+', '(', 'Mon, 05 Jan 2026 ']) readFeedDate(part.repeat(100_000))
  expect(performance.now() - start).toBeLessThan(1000)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSpacedTime, readTime, secondsOf, timeSigns } from '../../src/chapters/timestamp.ts'

test.each([
  ['0:00', 0],
  ['1:05', 65],
  ['00:25', 25],
  ['89:51', 5391],
  ['125:30', 7530],
  ['1:02:03', 3723],
  ['01:02:03', 3723],
  ['99:59:59', 359_999],
  ['00:01:10:24', 70],
  ['00:10.5', 10.5],
  ['00:10,250', 10.25],
  ['1:00:00.125', 3600.125],
  ['10:3', 603],
  ['1h2m3s', 3723],
  ['1h 2m 3s', 3723],
  ['1h02', 3720],
  ['12m30s', 750],
  ['12 min 30 s', 750],
  ['1 h 02 min', 3720],
  ['95s', 95],
  ['5 min', 300],
  ['12\'30"', 750],
  ['12’30’’', 750],
  ["1h05'20''", 3920],
  ['０１：０２', 62],
  ['٠١:٠٢', 62],
  ['۰۱:۰۲', 62],
  ['०१:०२', 62],
  ['12分30秒', 750],
  ['1小时02分', 3720],
])('%j is %d s', (text, seconds) => {
  const time = readTime(text, 0)
  expect(time).toMatchObject({ from: 0, to: text.length })
  expect(time && secondsOf(time)).toBe(seconds)
})

test.each([
  ['00:10. A full stop', '00:10'],
  ['00:10, a comma', '00:10'],
  ['6:19: a colon', '6:19'],
  ['00:10.1234', '00:10'],
  ['00:10开场', '00:10'],
  ['12m30s)', '12m30s'],
])('%j starts with %j', (text, time) => expect(readTime(text, 0)).toMatchObject({ from: 0, to: time.length }))

test.each([
  'title',
  '10',
  '10:',
  '10:60',
  '1:75:00',
  '100:00:00',
  '1234:56',
  '10:123',
  '1:2:3',
  '1:02:03:04:05',
  '20 H2s',
  '3 matches',
  '5 minutesago',
  '1h75m10',
  ':30',
])('%j is no time', (text) => expect(readTime(text, 0)).toBeUndefined())

test('takes a space behind the first colon only where it is asked to', () => {
  expect(readTime('10: 32', 0)).toBeUndefined()
  expect(readSpacedTime('10: 32 - A title', 0)).toMatchObject({ fields: [10, 32], to: 6 })
  expect(readSpacedTime('10:32', 0)).toBeUndefined()
  expect(readSpacedTime('1: 02:03', 0)).toBeUndefined()
})

test('a seconds field of one digit is marked as short', () => {
  expect(readTime('10:3 A title', 0)).toMatchObject({ short: true })
  expect(readTime('10:03 A title', 0)).toMatchObject({ short: false })
})

test('signs stand where times start, and everywhere that a time can start', () => {
  expect(timeSigns('a 00:10 b 1:02 c 95s d 5 min e')).toEqual([2, 10, 17, 23])
  const time = fc.oneof(
    fc
      .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 59 }))
      .map(([m, s]) => `${m}:${String(s).padStart(2, '0')}`),
    fc.tuple(fc.nat(99), fc.nat(59), fc.nat(59)).map(([h, m, s]) => `${h}h${m}m${s}s`),
    fc.nat(999).map((s) => `${s} min`),
    fc.tuple(fc.nat(999), fc.integer({ min: 10, max: 59 })).map(([m, s]) => `${m}'${s}"`),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), time, (before, written) => {
      const text = `${before} ${written} x`
      const at = before.length + 1
      if (readTime(text, at) !== undefined) expect(timeSigns(text)).toContain(at)
    }),
  )
})

test('whatever the text, a time is inside of it and its fields are in range', () => {
  const piece = fc.oneof(
    fc.constantFrom(':', '：', '.', "'", 'h', 'm', 's', ' ', 'min', '分', '秒'),
    fc.nat(9999).map(String),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      (text) => {
        for (let at = 0; at < text.length; at++) {
          const time = readTime(text, at)
          if (time === undefined) continue
          expect(time.from).toBe(at)
          expect(time.to).toBeGreaterThan(at)
          expect(time.to).toBeLessThanOrEqual(text.length)
          expect(secondsOf(time)).toBeGreaterThanOrEqual(0)
          expect(secondsOf(time)).toBeLessThan(1_000_000)
        }
      },
    ),
  )
})

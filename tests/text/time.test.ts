import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseClock, toClock, toFullClock, toIsoDuration } from '../../src/text/time.ts'

test.each([
  ['0', 0],
  ['90', 90],
  ['90.5', 90.5],
  ['1:30', 90],
  ['01:30', 90],
  ['89:51', 5391],
  ['1:02:03', 3723],
  ['00:56:19', 3379],
  ['01:02:03.500', 3723.5],
  ['0:01,25', 1.25],
  [' 43:21 ', 2601],
])('reads %j as %d seconds', (text, seconds) => expect(parseClock(text)).toBe(seconds))

test.each(['', 'soon', '1:75', '1:60:00', '-5', '1:2:3:4', '1:30pm', '5m', '::', '1e3'])('does not read %j', (text) =>
  expect(parseClock(text)).toBeUndefined(),
)

test.each([
  [0, '0:00', '00:00:00.000', 'PT0S'],
  [61.9, '1:01', '00:01:01.900', 'PT1M1S'],
  [3600, '1:00:00', '01:00:00.000', 'PT1H'],
  [3723.4567, '1:02:03', '01:02:03.457', 'PT1H2M3S'],
])('writes %d seconds as %s, %s and %s', (seconds, clock, full, iso) =>
  expect([toClock(seconds), toFullClock(seconds), toIsoDuration(seconds)]).toEqual([clock, full, iso]),
)

test('reads back what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359_999_000 }), (ms) => {
      expect(parseClock(toFullClock(ms / 1000))).toBe(ms / 1000)
      expect(parseClock(toClock(ms / 1000))).toBe(Math.floor(ms / 1000))
    }),
  )
})

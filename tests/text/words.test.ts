import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteLength, cutAtWord, nearest } from '../../src/text/words.ts'

test('leaves text alone that fits', () => expect(cutAtWord('Soil and seed', 13)).toBe('Soil and seed'))

test.each([
  ['Soil and seed and rain', 16, 'Soil and seed…'],
  ['Fünf süße Äpfel', 12, 'Fünf…'],
  ['Unbreakableword', 10, 'Unbreak…'],
  ['one 👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 34, 'one 👩‍👩‍👧‍👦…'],
])('cuts %j at %d bytes to %j', (text, limit, cut) => expect(cutAtWord(text, limit)).toBe(cut))

test('never exceeds the limit, nor ends inside a surrogate pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 3, max: 120 }), (text, limit) => {
      const cut = cutAtWord(text, limit)
      expect(byteLength(cut)).toBeLessThanOrEqual(limit)
      expect(/\p{Surrogate}/u.test(cut)).toBe(false)
      if (byteLength(text) <= limit) expect(cut).toBe(text)
    }),
  )
})

test.each([
  ['titel', 'title'],
  ['Description', 'description'],
  ['season_number', undefined],
  ['episode-type', 'episodeType'],
  ['autor', 'author'],
  ['zzz', undefined],
])('takes %j for %j', (name, known) =>
  expect(nearest(name, ['title', 'description', 'season', 'episodeType', 'author'])).toBe(known),
)

test('is not slowed by a key of a megabyte', () => {
  expect(nearest('x'.repeat(1_000_000), ['title', 'description'])).toBeUndefined()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesIn } from '../../src/text/place.ts'

test.each([
  [0, 1, 1],
  [4, 1, 5],
  [5, 2, 1],
  [6, 3, 1],
  [99, 3, 3],
])('offset %d is line %d, column %d', (offset, line, column) =>
  expect(placesIn('a.md', 'abc\r\n\nde').at(offset)).toMatchObject({ file: 'a.md', line, column }),
)

test('agrees with counting line feeds', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '😀')), fc.nat(60), (parts, offset) => {
      const text = parts.join('')
      const place = placesIn('x', text).at(offset)
      const before = text.slice(0, offset)
      expect(place.line).toBe(before.split('\n').length)
      expect(place.column).toBe(before.length - (before.lastIndexOf('\n') + 1) + 1)
    }),
  )
})

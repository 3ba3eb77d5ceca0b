import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonPlacesIn } from '../../src/text/json-places.ts'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('agrees with JSON.parse on what is JSON', () => {
  const pieces = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"a"',
    '"\\n"',
    '"\\x"',
    '"\t"',
    '1',
    '-',
    '01',
    '1e5',
    '.5',
    'true',
    'nul',
    ' ',
    '\n',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 9 }), (parts) => {
      const text = parts.join('')
      expect(jsonPlacesIn(text, 3).errorAt === undefined).toBe(isJson(text))
    }),
    { numRuns: 3000 },
  )
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, at) => {
      expect(jsonPlacesIn(text, 3).errorAt).toBeUndefined()
      const cut = text.slice(0, at % text.length)
      expect(jsonPlacesIn(cut, 3).errorAt === undefined).toBe(isJson(cut))
    }),
  )
})

test.each([
  ['{"a": [1, {"b": true}], "c\\u0064": "x"}', ['a'], 6],
  ['{"a": [1, {"b": true}], "c\\u0064": "x"}', ['a', 0], 7],
  ['{"a": [1, {"b": true}], "c\\u0064": "x"}', ['a', 1, 'b'], 16],
  ['{"a": [1, {"b": true}], "c\\u0064": "x"}', ['cd'], 35],
  ['{"a": [1, {"b": true}], "c\\u0064": "x"}', ['a', 1, 'missing'], 10],
  ['{"a": [1, {"b": true}], "c\\u0064": "x"}', ['missing'], 0],
])('in %s, %j is at %d', (text, path, offset) => {
  expect(jsonPlacesIn(text, 3).offsetOf(path)).toBe(offset)
})

test.each([
  ['{"a": 1,}', 8],
  ['{"a" 1}', 5],
  ['[1 2]', 3],
  ['{"a": "b', 6],
  ['', 0],
  ['{} x', 3],
  ['[1', 2],
])('%j stops being JSON at %d', (text, offset) => expect(jsonPlacesIn(text, 3).errorAt).toBe(offset))

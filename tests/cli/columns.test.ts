import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, plain, wrap } from '../../src/cli/columns.ts'

test.each([
  ['Roots', 5],
  ['', 0],
  ['größer', 6],
  ['cafe\u0301', 4],
  ['根と葉', 6],
  ['한글', 4],
  ['ＡＢ', 4],
  ['🎙️', 2],
  ['👩‍👩‍👧', 2],
  ['🇦🇹', 2],
  ['a\u200bb', 2],
  ['שלום', 4],
  ['“…” – →', 7],
])('%j takes %d columns', (text, columns) => expect(columnsOf(text)).toBe(columns))

describe('plain text', () => {
  test.each([
    ['a\nb\tc\u2028d', 'a b c d'],
    ['a\u001b[31mb\u0007\u009b2J', 'a?[31mb??2J'],
    ['a\u202eb\u2066c', 'a?b?c'],
    ['half \ud83d a letter, whole 🎙️', 'half ? a letter, whole 🎙️'],
    ['👩‍👧 stays', '👩‍👧 stays'],
  ])('%j becomes %j', (text, expected) => expect(plain(text)).toBe(expected))

  test('is as long as it was, so that columns stay', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => plain(text).length === text.length)))
})

describe('wrapping', () => {
  test('leaves a line alone where nobody says how wide it may be', () =>
    expect(wrap('one two three', undefined, 0, 0)).toBe('one two three'))

  test('breaks at spaces, below an indent', () =>
    expect(wrap('one two three four', 12, 4, 4)).toBe('one two\n    three\n    four'))

  test('counts columns, not letters', () => expect(wrap('根根 根根 根根', 9, 0, 0)).toBe('根根 根根\n根根'))

  test('leaves a long word whole', () =>
    expect(wrap('see https://soil.example/roots there', 10, 0, 2)).toBe('see\n  https://soil.example/roots\n  there'))

  test('loses no word, and no line is too long that could be shorter', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 40 }), fc.integer({ min: 0, max: 4 }), (text, width, indent) => {
        const lines = wrap(text, width, indent, indent).split('\n')
        const all = lines.map((line, index) => (index === 0 ? line : line.slice(indent)))
        expect(all.join(' ')).toBe(text)
        for (const line of all) expect(line.length + indent <= width || !line.includes(' ')).toBe(true)
      }),
    )
  })
})

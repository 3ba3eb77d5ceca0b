import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePlainYaml } from '../../src/source/plain-yaml.ts'
import { parseWholeYaml } from '../../src/source/yaml.ts'

test('reads frontmatter as it is usually written', () => {
  const text = `# About the episode
title: "Roots: a beginning"
date: 2026-01-05T10:00:00+01:00
audio:
  url: https://soil.example/roots.mp3?a=1&b=2
  length: 1234567
  duration: 1:02:03

explicit: false
keywords: [soil, deep roots]
authors:
  - name: Ada Fern
    href: https://soil.example/ada
  - Bo Fig
persons:
- Cy
season: 2
subtitle: It's all – about "roots"
`
  const plain = parsePlainYaml(text)
  expect(plain).toEqual(parseWholeYaml(text).data)
  expect(plain).toMatchObject({
    season: 2,
    explicit: false,
    authors: [{ name: 'Ada Fern' }, 'Bo Fig'],
    persons: ['Cy'],
  })
})

test.each([
  'a: &x 1\nb: *x',
  'a: |\n  text\n',
  'a: one\n  two',
  'a: "x\\ny"',
  "a: 'it''s'",
  'a: {b: c}',
  'a: b # comment',
  'a: b: c',
  'a: null',
  'a: 0123',
  'a: 1e5',
  'a: 1.10',
  'a: -1',
  'a: !!str 1',
  '? a\n: b',
  'a: 1\na: 2',
  '__proto__: 1',
  '"a": 1',
  'a:\n  b: 1\n c: 2',
  '- a',
  '--- \na: 1',
  'a: [x, [y]]',
  'a: @b',
  'a:\tb',
  '<<: x',
  '',
])('leaves %j to the whole parser', (text) => expect(parsePlainYaml(text)).toBeUndefined())

/** Pieces that meet each other at random: mostly plain, with all that looks alike between them. */
const scalar = fc.oneof(
  fc.constantFrom(
    ...[
      'true',
      'False',
      'yes',
      'null',
      'Null',
      '~',
      '0',
      '7',
      '007',
      '1.5',
      '1.50',
      '0.1',
      '1e3',
      '1e+21',
      '.5',
      '-3',
      '+1',
      '0x1f',
      '0o7',
      '.nan',
      '.inf',
      '12:30',
      '1:02:03',
      '1:2',
      '2026-01-05',
      '2026-01-05 10:00:00 +0000',
      '2026-01-05T10:00:00Z',
      '123456789012345',
      '1234567890123456',
      '9.000001',
      '1_000',
    ],
    ...[
      'a b',
      'a: b',
      'a:b',
      'a #b',
      'a#b',
      'a:',
      "it's",
      '"q"',
      "'q'",
      '"a\\"b"',
      "'a''b'",
      '[a, b]',
      '[a,b ]',
      '[ a, b]',
      '[a, true]',
      '[a b, c.d]',
      '[1, a]',
      '[a, ]',
      '[]',
      '{}',
      '{a: b}',
      '&a b',
      '*a',
      '!t a',
      '|',
      '>',
      '%a',
      '@a',
      '`a',
      ', a',
      '- a',
      '? a',
      'a, b',
      'a]',
      'ü',
      '…',
      '日本',
      '😀',
      'a\u00a0b',
      'a\u2028b',
      '/x',
      'https://x.y/?a=1&b=2#c',
    ],
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
)
const key = fc.constantFrom('a', 'b', 'c1', 'd-e', 'F_g', 'constructor', '__proto__', '1a', 'ä')
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(3), key, scalar)
      .map(([indent, name, value]) => `${'  '.repeat(indent)}${name}: ${value}`),
  },
  { weight: 2, arbitrary: fc.tuple(fc.nat(3), key).map(([indent, name]) => `${'  '.repeat(indent)}${name}:`) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(4), scalar).map(([indent, value]) => `${' '.repeat(indent)}- ${value}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(4), key, scalar)
      .map(([indent, name, value]) => `${' '.repeat(indent)}- ${name}: ${value}`),
  },
  fc.constantFrom('', '  ', '# comment', '    # comment', '---', '...', '  more text', '\ta: b'),
)

test('whatever it reads, the whole parser reads as the same data', () => {
  let read = 0
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const text = lines.join('\n')
      const plain = parsePlainYaml(text)
      if (plain === undefined) return
      read++
      const whole = parseWholeYaml(text)
      expect([text, whole.error]).toEqual([text, undefined])
      expect(plain).toEqual(whole.data)
    }),
    { numRuns: 100_000 },
  )
  // The property means something only if many texts are plain.
  expect(read).toBeGreaterThan(1000)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ampersandMender } from '../../src/check/ampersands.ts'
import { rules } from '../../src/check/rules/index.ts'
import { checkExample } from './example-feed.ts'

/** What is found in a text that comes in pieces, and the text with all of that as it was. */
function mended(pieces: readonly string[]): { single: number[]; readable: string; restored: string } {
  const mender = ampersandMender()
  const parts = [...pieces.map((piece) => mender.write(piece)), mender.end()]
  const readable = parts.map((part) => part.readable).join('')
  return { single: parts.flatMap(({ single }) => single), readable, restored: mender.restore(readable) }
}

test.each([
  ['<t>Salt & pepper</t>', [8]],
  ['<t>Salt & pepper; and herbs</t>', [8]],
  ['<e url="https://soil.example/?a=1&b=2&c=3"/>', [33, 37]],
  ['<t>&</t>', [3]],
  ['<t>&;</t>', [3]],
  ['<t>&amp; &#38; &#x26; &nbsp; &gtgt;</t>', []],
  ['<t><![CDATA[Salt & pepper]]> & herbs</t>', [29]],
  ['<!-- Salt & pepper --><t>&</t>', [25]],
  ['<?pi a&b?><t>&</t>', [13]],
])('single ampersands are found in %s', (text, single) => {
  const found = mended([text])
  expect(found.single).toEqual(single)
  expect(found.readable).toHaveLength(text.length)
  expect(found.restored).toBe(text)
  for (const place of single) expect(found.readable.charAt(place)).not.toBe('&')
})

test('it is the same in however many pieces a text comes', () => {
  const part = fc.constantFrom(
    '&',
    '&amp;',
    '&amp',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    'a;',
    ' ',
    'x'.repeat(60),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.array(fc.nat(200), { maxLength: 5 }), (parts, cuts) => {
      const text = parts.join('')
      const ends = [...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
      const pieces = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
      expect(mended(pieces)).toEqual(mended([text]))
      expect(mended(pieces).restored).toBe(text)
    }),
  )
})

test('a feed with single ampersands is read to its end, with the addresses that are meant', () => {
  const items = ['a', 'b'].map(
    (name) =>
      `<title>Salt & ${name}</title><guid isPermaLink="false">${name}</guid><link>https://soil.example/?p=1&e=${name}</link>` +
      `<enclosure url="https://soil.example/a.mp3?p=1&f=2" length="5" type="audio/mpeg"/><itunes:episode>${name === 'a' ? 1 : 2}</itunes:episode>`,
  )
  expect(checkExample(rules, { item: items }).map(({ code, message, place }) => [code, place?.line, message])).toEqual([
    ['enclosure-duplicate', 37, expect.stringContaining('https://soil.example/a.mp3?p=1&f=2')],
    ...[26, 37].map((line) => [
      'xml-well-formed',
      line,
      'Here is a single “&”, which has a meaning of its own in XML.',
    ]),
  ])
})

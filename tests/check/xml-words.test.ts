import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordsInXml } from '../../src/check/xml-words.ts'
import { mark } from './reading.ts'

test.each<[marked: string, words: string, isValue?: boolean]>([
  ['¦Soil', 'Soil'],
  ['a ¦&amp; b', '& b'],
  ['&lt;b&gt; ¦&lt;i&gt;', '<i>'],
  ['&quot;¦&apos;', "'"],
  ['&#65;¦&#x42;&#67;', 'BC'],
  ['¦&#x1F331;!', '🌱!'],
  ['<![CDATA[a &amp; ¦<b>]]>', '<b>'],
  ['a<![CDATA[b]]>¦c', 'c'],
  ['¦a<![CDATA[b]]>c', 'abc'],
  ['a<!-- c -->b¦c', 'c'],
  ['a<!-- c --><b x="c"/>¦c', 'c'],
  ['a\r\n¦b', 'b'],
  ['a¦\r\nb', '\nb'],
  ['<![CDATA[a\r\n¦b\r\nc]]>', 'b\nc'],
  ['a\r\n\t¦b', 'b', true],
  ['a¦\r\nb', ' b', true],
  ['a > ¦b', 'b', true],
  // What is broken is read as it stands.
  ['a & ¦b', 'b'],
  ['&nbsp;¦c', 'c'],
  ['&#0;¦b', 'b'],
  ['&#x110000;¦b', 'b'],
  ['<![CDATA[ ¦b', 'b'],
  ['&__proto__;¦b', 'b'],
])('%j', (marked, words, isValue = false) =>
  expect(wordsInXml(marked.replace(mark, ''), words, isValue)).toBe(marked.indexOf(mark)),
)

test.each(['Seed', 'oil<', '&amp;'])('%j is not there', (words) =>
  expect(wordsInXml('<b>Soil</b> &amp; <!-- Seed -->', words, false)).toBe(-1),
)

test('words are found however they are written', () => {
  const piece = fc.tuple(fc.stringMatching(/^[a-z &<>"\n🌱]{1,8}$/u), fc.constantFrom('plain', 'cdata', 'number'))
  const written = ([words, how]: [string, string]): string => {
    if (how === 'cdata') return `<![CDATA[${words.replaceAll('\n', '\r\n')}]]>`
    if (how === 'number') return [...words].map((one) => `&#${one.codePointAt(0)};`).join('')
    return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '\r\n')
  }
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.array(piece, { maxLength: 5 }), (before, after) => {
      const start = before.map(written).join('<!-- # -->')
      const xml = `${start}#${after.map(written).join('')}`
      expect(wordsInXml(xml, `#${after.map(([words]) => words).join('')}`, false)).toBe(start.length)
    }),
  )
})

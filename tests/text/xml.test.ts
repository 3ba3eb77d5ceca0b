import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { cleanText, renderXml } from '../../src/text/xml.ts'
import { readXml } from '../feed/read-xml.ts'

/** Any string: controls, lone surrogates, and what matters to XML more often than by chance. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom(
        ']]>',
        ']]',
        '>',
        '<![CDATA[',
        '<!--',
        '-->',
        '&amp;',
        '&#65;',
        '&',
        '<a b="',
        '"',
        "'",
        '?>',
        '\r',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const secondParser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
})
const readSecond = (document: string): { '#text'?: string; value?: string } => secondParser.parse(document).a

test('any text reads back as its clean form, by two parsers', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = renderXml([{ name: 'a', attributes: { value: 'x' }, content: text }])
      expect(readXml(document).text).toBe(cleanText(text))
      expect(readSecond(document)['#text'] ?? '').toBe(cleanText(text))
    }),
    { numRuns: 1000 },
  )
})

test('any CDATA reads back as its clean form, by two parsers', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = renderXml([{ name: 'a', attributes: { value: 'x' }, cdata: text }])
      expect(readXml(document).text).toBe(cleanText(text))
      expect(readSecond(document)['#text'] ?? '').toBe(cleanText(text))
    }),
    { numRuns: 1000 },
  )
})

test('any attribute reads back as its clean form in one line, by two parsers', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const document = renderXml([{ name: 'a', attributes: { value: text } }])
      const line = cleanText(text).replace(/[\t\n]/g, ' ')
      expect(readXml(document).attributes.value).toBe(line)
      expect(readSecond(document).value).toBe(line)
    }),
    { numRuns: 1000 },
  )
})

test('clean text is clean', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/u)
    }),
  )
})

test.each([
  ['a letter and an emoji', 'a👩‍🌾b'],
  ['right-to-left text with its marks', 'שלום \u200fעולם'],
  ['a tab and a line feed', 'a\tb\nc'],
  ['a replacement character', 'a\ufffdb'],
  ['a no-break space', 'a\u00a0b'],
])('keeps %s', (_what, text) => expect(cleanText(text)).toBe(text))

test.each([
  ['NUL', 'a\0b', 'ab'],
  ['an escape', 'a\u001bb', 'ab'],
  ['a C1 control', 'a\u0085b', 'ab'],
  ['half an emoji', 'a\ud83db', 'ab'],
  ['a noncharacter', 'a\uffffb', 'ab'],
])('does not keep %s', (_what, text, clean) => expect(cleanText(text)).toBe(clean))

test.each(['a\r\nb', 'a\rb', 'a\nb'])('turns the line end of %j into a line feed', (text) =>
  expect(cleanText(text)).toBe('a\nb'),
)

test('writes each element on its line, text without needless escapes, and no attribute without a value', () => {
  const document = renderXml(
    [
      { name: 'title', content: `Fern & Fig's "best" <so far>` },
      { name: 'flag', attributes: { on: 'true', off: undefined, size: 0 } },
      {
        name: 'owner',
        content: [
          { name: 'name', content: 'Ada' },
          { name: 'none', content: [] },
        ],
      },
      { name: 'html', cdata: '<p>a]]>b</p>' },
    ],
    1,
  )
  expect(`\n${document}\n`).toBe(`
  <title>Fern &amp; Fig's "best" &lt;so far&gt;</title>
  <flag on="true" size="0"/>
  <owner>
    <name>Ada</name>
    <none/>
  </owner>
  <html><![CDATA[<p>a]]]]><![CDATA[>b</p>]]></html>
`)
})

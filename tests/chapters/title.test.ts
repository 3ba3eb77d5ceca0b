import { expect, test } from 'vitest'
import { outlineOf } from '../../src/chapters/outline.ts'

/** The first chapter of an outline that starts with this line. */
const first = (line: string, tails: readonly string[] = []) =>
  outlineOf(`Chapters:\n\n- ${line}\n- 59:00 The end\n`, { tails }).chapters[0]

test.each([
  ['00:10 Hello', 'Hello'],
  ['(00:10) Hello', 'Hello'],
  ['[00:10] Hello', 'Hello'],
  ['[@00:10] - Hello', 'Hello'],
  ['@00:10 Hello', 'Hello'],
  ['**00:10** Hello', 'Hello'],
  ['**[00:10](#t=00:10)** Hello', 'Hello'],
  ['00:10 **Hello** there', 'Hello there'],
  ['00:10 - -50% off', '-50% off'],
  ['00:10 -50% off', '-50% off'],
  ['00:10 .filter()', '.filter()'],
  ['00:10 :Has', ':Has'],
  ['00:10: Hello', 'Hello'],
  ['00:10 – Hello – again', 'Hello – again'],
  ['00:10 `-O -`', '-O -'],
  ['00:10 Fish &amp; chips', 'Fish & chips'],
  ['00:10 Caf&eacute; &#128522;', 'Café 😊'],
  ['00:10 Two\u00a0 \t words', 'Two words'],
  ['00:10 Soft\u00adhyphen', 'Softhyphen'],
  ['00:10 Zero\u200bwidth\u202e', 'Zerowidth'],
  ['00:10 👩‍👩‍👧 family', '👩‍👩‍👧 family'],
  ['00:10 <b>Bold</b> <!-- 1:00 --> words', 'Bold words'],
  ['00:10 Map<K, V>', 'Map<K, V>'],
  ['00:10 1 < 2 > 0', '1 < 2 > 0'],
  ['00:10 A footnote[^1]', 'A footnote[^1]'],
  ['(00:10 Hello)', 'Hello'],
  ['00:10–00:50 Hello', 'Hello'],
  ['00:10 Hello (again)', 'Hello (again)'],
  ['00:10 See https://example.com/x', 'See'],
  ['00:10 https://example.com/x', 'https://example.com/x'],
  ['Hello (00:10)', 'Hello'],
  ['Hello … 00:10', 'Hello'],
  ['1. 00:10 Hello', 'Hello'],
  ['Time: 00:10 Hello', 'Hello'],
])('%j is called %j', (line, title) => expect(first(line)).toMatchObject({ start: 10, title }))

test.each([
  ['00:10 [Hello](https://example.com/a)', 'https://example.com/a'],
  ['00:10 [Hello]( https://example.com/a )', 'https://example.com/a'],
  ['00:10 [a](mailto:x@example.com) [b](https://example.com/b)', 'https://example.com/b'],
  ['[00:10](https://youtu.be/x?t=10) [Hello](https://example.com/a)', 'https://example.com/a'],
  ['00:10 Hello <https://example.com/a>', 'https://example.com/a'],
  ['00:10 Hello https://example.com/a?b=1&c=2', 'https://example.com/a?b=1&c=2'],
  ['00:10 <a href="https://example.com/a?b=1&amp;c=2">Hello</a>', 'https://example.com/a?b=1&c=2'],
  ['00:10 [Hello](HTTPS://EXAMPLE.com/A)', 'https://example.com/A'],
  ['[Hello](https://example.com/a) – 00:10', 'https://example.com/a'],
])('the link of %j is %j', (line, url) => expect(first(line)).toMatchObject({ url }))

test.each([
  '00:10 Hello',
  '[00:10](https://youtu.be/x?t=10) Hello',
  '[00:10 Hello](https://youtu.be/x?t=10)',
  '00:10 [Hello](https://youtu.be/x?t=10)',
  '00:10 [Hello](https://youtu.be/x?t=0m10s)',
  '00:10 [Hello](#t=10)',
  '00:10 [Hello](/page)',
  '00:10 [Hello](javascript:alert(1))',
  '00:10 [Hello](https://)',
  '00:10 `https://example.com/a`',
  '00:10 Hello ![x](https://example.com/a.png)',
])('%j has no link', (line) => expect(first(line)).not.toHaveProperty('url'))

test.each([
  ['00:10 Hello ![x](https://example.com/a.png)', 'https://example.com/a.png'],
  ['![x](https://example.com/a.png) 00:10 Hello', 'https://example.com/a.png'],
  ['00:10 ![x](a.png) ![y](http://example.com/b.png)', 'http://example.com/b.png'],
])('the picture of %j is %j', (line, img) => expect(first(line)).toMatchObject({ img }))

test('a picture that is the whole title gives its description', () =>
  expect(first('00:10 ![A red door](https://example.com/a.png)')).toMatchObject({ title: 'A red door' }))

test.each(['00:10 ![x](a.png) Hello', '00:10 ![x](data:image/png;base64,AA==) Hello'])('%j has no picture', (line) =>
  expect(first(line)).not.toHaveProperty('img'),
)

test.each([
  ['Hello en-US-AvaMultilingualNeural__ Green leaf', 'Hello'],
  ['Hello – (en-GB-RyanNeural)', 'Hello'],
  ['Hello zh-CN-liaoning-XiaobeiNeural', 'Hello'],
  ['Hello de-DE-Wavenet-C', 'Hello'],
  ['Hello en-US-Neural2-J and more', 'Hello'],
  ['Neural nets', 'Neural nets'],
  ['en-US or en-GB?', 'en-US or en-GB?'],
  ['The en-US-standard keyboard', 'The en-US-standard keyboard'],
])('a voice behind %j leaves %j', (line, title) => expect(first(`00:10 ${line}`)).toMatchObject({ title }))

test.each([
  ['Hello [auto]', ['\\[auto\\]'], 'Hello'],
  ['Hello | Some Show', ['\\| Some Show'], 'Hello'],
  ['Hello by tool v12', ['by tool v\\d+'], 'Hello'],
  ['Hello [auto] again', ['\\[auto\\]'], 'Hello [auto] again'],
  ['Hello', ['(', '(a+)+', '(?:x|y)*', '\\1', ''], 'Hello'],
])('%j without %j is %j', (line, tails, title) => expect(first(`00:10 ${line}`, tails)).toMatchObject({ title }))

test('a title that would fill a book is cut at a word', () => {
  const title = first(`00:10 ${'word '.repeat(5000)}`)?.title ?? ''
  expect(title.length).toBeLessThanOrEqual(4000)
  expect(title).toMatch(/word…$/)
})

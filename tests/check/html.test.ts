import { describe, expect, test } from 'vitest'
import { tagsOf } from '../../src/check/html.ts'

const shown = (html: string): string[] =>
  [...tagsOf(html)].map(({ name, closing, attributes }) =>
    [closing ? `/${name}` : name, ...[...attributes].map(([key, value]) => `${key}=${value}`)].join(' '),
  )

describe('tags of HTML', () => {
  test.each([
    ['<p>a</p>', ['p', '/p']],
    ['<P CLASS="x">', ['p class=x']],
    ['<br/><br />', ['br', 'br']],
    [`<a href='1' href="2" title=three download>`, ['a href=1 title=three download=']],
    ['<a href = "a>b">', ['a href=a>b']],
    ['<a href="?a=1&amp;b=2">', ['a href=?a=1&b=2']],
    ['<a\nhref=x/y>', ['a href=x/y']],
    ['<a"b=c>', ['a"b=c']],
    ['<!-- <b> --><i>', ['i']],
    ['<!DOCTYPE html><?php <b> ?>', ['b']],
    ['<script>if (a<b) "</p>"</script><p>', ['script', '/script', 'p']],
    ['<textarea><b></TextArea >', ['textarea', '/textarea']],
    ['<https://soil.example/x>', ['https: soil.example= x=']],
  ])('%j', (html, tags) => expect(shown(html)).toEqual(tags))
})

describe('text that has no tags', () => {
  test.each([['1 < 2 > 0'], ['<3'], ['a <b without an end'], ['<a href="x>'], ['&lt;p&gt;'], ['<'], ['<script'], ['']])(
    '%j',
    (text) => expect(shown(text)).toEqual([]),
  )
})

test('a tag says how it is written', () => expect([...tagsOf('<IMG src=a>')][0]?.written).toBe('<IMG'))

test('time grows with the length of the text, whatever it is', () => {
  const start = performance.now()
  for (const part of ['<', '<a', '<a ', '<a b=', '<a b="', "<a b='", '<!--', '<script>', '<a = ', '</', '< ', '<a \n'])
    for (const _ of tagsOf(part.repeat(200_000)));
  expect(performance.now() - start).toBeLessThan(4000)
})

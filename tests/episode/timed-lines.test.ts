import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakTimedLines } from '../../src/episode/timed-lines.ts'

test.each([
  [
    '<p>Outline:\n(00:10) TL;DR\n(01:02) Introduction</p>',
    '<p>Outline:<br>\n(00:10) TL;DR<br>\n(01:02) Introduction</p>',
  ],
  ['<p>0:00 A\n[@1:00] B\n– 1:02:03 C</p>', '<p>0:00 A<br>\n[@1:00] B<br>\n– 1:02:03 C</p>'],
])('breaks %j before each time', (html, broken) => expect(breakTimedLines(html)).toBe(broken))

test.each([
  '<p>We met at\nnoon, or 9:30, who knows.</p>',
  '<pre><code>a\n00:10 b\n</code></pre>',
  '<ul>\n<li>0:00 A</li>\n<li>1:00 B</li>\n</ul>',
  '<p>John\n3:160 is no time</p>',
])('leaves %j as it is', (html) => expect(breakTimedLines(html)).toBe(html))

test('adds nothing but line breaks', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('<p>', '</p>', '\n', '(00:10) ', 'x', '<pre>')), (parts) => {
      const html = parts.join('')
      expect(breakTimedLines(html).replaceAll('<br>', '')).toBe(html)
    }),
  )
})

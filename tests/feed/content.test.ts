import { expect, test } from 'vitest'
import { itemHtml } from '../../src/feed/content.ts'

const episode = { pageUrl: 'https://example.com/e/?a=1&b=$&' }

test.each([
  ['<p><a href="#fn-1" id="x">1</a></p>', '<p><a href="https://example.com/e/?a=1&amp;b=$&amp;#fn-1" id="x">1</a></p>'],
  [
    '<a class="c" href="#a">1</a><a href="#b">2</a>',
    '<a class="c" href="https://example.com/e/?a=1&amp;b=$&amp;#a">1</a><a href="https://example.com/e/?a=1&amp;b=$&amp;#b">2</a>',
  ],
])('leads %s to the episode’s page', (html, expected) => expect(itemHtml(html, episode)).toBe(expected))

test.each([
  '<p>no links</p>',
  '<a href="https://example.com/#fn-1">1</a>',
  '<pre><code>&lt;a href="#x"&gt; and <a href="https://example.com/">a</a> href="#y"</code></pre>',
])('leaves %s as it is', (html) => expect(itemHtml(html, episode)).toBe(html))

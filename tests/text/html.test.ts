import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeHtml, firstParagraph, safeHtml, toPlainText } from '../../src/text/html.ts'
import { keepEngineHtml } from '../../src/text/html-engine.ts'
import { type AddressKind, addressKinds, allowedElements, isSafeAbsolute } from '../../src/text/html-policy.ts'
import { rewriteHtml } from '../../src/text/html-sanitizer.ts'
import { type HtmlNode, parseHtml, renderMarkdown } from '../../src/text/markdown.ts'

/** As an episode's page resolves them; `nowhere` leads nowhere. */
const resolve = (url: string, _kind: AddressKind): string | undefined =>
  url.includes('nowhere') || !URL.canParse(url, 'https://example.com/e/')
    ? undefined
    : new URL(url, 'https://example.com/e/').href

const safe = (html: string): string => safeHtml(html, { sanitize: true, resolve })
const trusted = (html: string): string => safeHtml(html, { sanitize: false, resolve })

/** The elements of a tree, each with its attributes as a browser would see them. */
const elementsOf = (node: HtmlNode): HtmlNode[] => [
  ...(node.type === 'element' ? [node] : []),
  ...(node.children ?? []).flatMap(elementsOf),
]

/** HTML of all kinds: whole tags, good and bad, and pieces of tags. */
const soup = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<em>x</em>',
          '<ul><li>',
          '</li></ul>',
          '<br>',
          '<hr/>',
          '<td style="text-align: left">',
          '<a href="https://example.com/?a=1&amp;b=2">',
          '<a href="/x">',
          '<a href="#x">',
          '<a href="nowhere">',
          '</a>',
          '<img src="a.png" alt="x > y">',
          '<img src="nowhere">',
          '<details open>',
          '</details>',
          '<!-- note -->',
          '<section data-footnotes>',
          '</section>',
          '<audio controls src="a.mp3"></audio>',
          '<ol start="3">',
          '</ol>',
          '<blockquote cite="b.html">',
          '</blockquote>',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '<script>alert(1)</script>',
          '<script>',
          '</script>',
          '<style>',
          '</style>',
          '<svg onload=x>',
          '<math><mtext>',
          '</svg>',
          '<iframe src=x>',
          '<a href="javascript:alert(1)">',
          '<a href="java\nscript:alert(1)">',
          '<a href=" javascript:x">',
          '<a href="&#106;avascript:x">',
          '<a href="data:text/html,x">',
          '<a href="//example.org/x">',
          '<img src=x onerror=alert(1)>',
          '<img src="data:image/png;base64,x">',
          '<b onclick="x">',
          '<p style="position:fixed">',
          '<td style="text-align: left; background: url(x)">',
          '<form action=x>',
          '<input name=x>',
          '<textarea>',
          '<noscript>',
          '<template>',
          '<P>',
          "<a href='x'>",
          '<a\nhref="x">',
          '<!--',
          '-->',
          '<!-->',
          '<!',
          '<?',
          '</',
          '<',
          '>',
          '"',
          "'",
          '=',
          '&',
          '<meta http-equiv=refresh>',
          '<base href=x>',
          '<title>',
          '<xmp>',
          '<plaintext>',
          '<a href="x" href="javascript:x">',
          '<img src="a.png" srcset="x 1x">',
          '<video poster="javascript:x">',
        ),
      },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constantFrom('text', ' ', '\n', '&lt;', '&amp;', '&nbsp;') },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

/** Markdown whose HTML the engine writes itself, links and pictures included. */
const markdown = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '\n',
      '\n\n',
      '# ',
      '- ',
      '1. ',
      '> ',
      '**',
      '_',
      '`',
      '```\n',
      '[a](https://example.com)',
      '[b](../b "t")',
      '[c](#c)',
      '![d](d.png "x > y")',
      '![e](<e f.png>)',
      '| a | b |\n|:-|-:|\n| 1 | 2 |\n',
      '- [x] done\n',
      '[^1]',
      '\n\n[^1]: note\n',
      '~~s~~',
      'https://example.com/x',
      '\n---\n',
      '<b>bold</b>',
      '<br>',
      '<!-- more -->',
      '&copy;',
      '"',
      '<',
      '>',
      '&',
      'a@example.com',
      '\nTerm\n: Meaning\n',
      '    code\n',
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''))

describe('safe HTML', () => {
  test('holds only what is allowed, however it is read, whatever went in', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          markdown.map((text) => renderMarkdown(text)),
        ),
        (html) => {
          for (const { tagName = '', properties = {} } of elementsOf(parseHtml(safe(html)))) {
            expect(allowedElements).toContain(tagName)
            for (const [name, value] of Object.entries(properties)) {
              expect(name).not.toMatch(/^on|^srcset$|^srcdoc$|^action$|^formaction$/i)
              if (name === 'style') expect(String(value)).toMatch(/^text-align: ?(?:left|right|center)$/)
              const kind = addressKinds[name]
              if (kind !== undefined)
                expect(isSafeAbsolute(String(value), kind) || String(value).startsWith('#')).toBe(true)
            }
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  test('of the engine is what the sanitiser would make of it', () => {
    let kept = 0
    /** What matters: elements, attributes and text, not how they are written. */
    const matter = (html: string) => JSON.stringify(parseHtml(html.replaceAll('text-align: ', 'text-align:')))
    fc.assert(
      fc.property(
        fc.oneof(
          soup,
          markdown.map((text) => renderMarkdown(text)),
        ),
        (html) => {
          const fast = keepEngineHtml(html, resolve)
          if (fast === undefined) return
          kept += 1
          expect(matter(fast)).toBe(matter(rewriteHtml(html, true, resolve)))
        },
      ),
      { numRuns: 3000 },
    )
    expect(kept).toBeGreaterThan(300)
  })

  test('stays as it is when it is made safe again', () => {
    fc.assert(
      fc.property(soup, (html) => {
        expect(safe(safe(html))).toBe(safe(html))
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  ['headings, emphasis and code', '# A *b* `c`\n\n```js\nd < e\n```\n'],
  ['lists and tables', '1. a\n2. b\n\n| a | b |\n|:-|-:|\n| 1 | 2 |\n'],
  ['absolute links', '[a](https://example.com/?a=1&b=2 "t") <https://example.com> [m](mailto:a@example.com)\n'],
  ['footnotes', 'a[^1]\n\n[^1]: b\n'],
  ['raw HTML that only shapes text', '<details open><summary>a</summary>\n\nb H<sub>2</sub>O<br>\n\n</details>\n'],
  ['players', '<audio controls src="https://example.com/a.mp3"></audio>\n'],
])('the engine’s %s need no sanitiser and stay as they are', (_what, text) => {
  const html = renderMarkdown(text)
  expect(keepEngineHtml(html, resolve)).toBe(html)
})

test.each([
  ['a script', '<p>a</p><script>alert(1)</script>', '<p>a</p>'],
  ['a handler', '<p onclick="x()">a</p>', '<p>a</p>'],
  ['a script as address', '<a href="javascript:x">a</a>', '<a>a</a>'],
  ['a script as address, hidden', '<a href="java&#10;script:x">a</a>', '<a>a</a>'],
  ['a frame', 'a<iframe src="https://example.com">b</iframe>c', 'ac'],
  ['a drawing', 'a<svg><text>b</text></svg>c', 'ac'],
  ['a form, but not its text', '<form action="https://example.com"><p>a</p></form>', '<p>a</p>'],
  ['a style', '<p style="position:fixed">a</p>', '<p>a</p>'],
  ['an end tag of the page', '<p>a</p></div></main><p>b</p>', '<p>a</p><p>b</p>'],
  ['a picture that leads nowhere', '<p>a<img src="nowhere" alt="b"></p>', '<p>a</p>'],
  [
    'a link that leads nowhere, but not its text',
    '<p><a href="nowhere" title="t">a</a></p>',
    '<p><a title="t">a</a></p>',
  ],
  ['a data picture', '<p>a<img src="data:image/png;base64,AAAA"></p>', '<p>a</p>'],
  ['a comment', '<p>a<!-- b -->c</p>', '<p>ac</p>'],
  ['a control character', '<p>a\0b</p>', '<p>ab</p>'],
])('takes out %s', (_what, html, expected) => expect(safe(html)).toBe(expected))

test.each([
  ['a relative link', '<a href="../x?a=1&amp;b=2">a</a>', '<a href="https://example.com/x?a=1&amp;b=2">a</a>'],
  ['a picture', '<img src="a%20b.png" alt="c">', '<img src="https://example.com/e/a%20b.png" alt="c">'],
  ['an address without scheme', '<a href="//example.org/x">a</a>', '<a href="https://example.org/x">a</a>'],
  ['an address in quotes of another kind', "<a href='x'>a</a>", '<a href="https://example.com/e/x">a</a>'],
])('makes the address of %s absolute', (_what, html, expected) => {
  expect(safe(html)).toBe(expected)
  expect(trusted(html)).toBe(expected)
})

test.each(['<a href="#fn-1">1</a>', '<a href="tel:+123">a</a>', '<a href="HTTPS://example.com">a</a>'])(
  'leaves the address in %s alone',
  (html) => {
    expect(safe(html)).toBe(html)
    expect(trusted(html)).toBe(html)
  },
)

test('asks for an address with what kind it is, decoded', () => {
  const asked: [string, AddressKind][] = []
  const html = '<a href="a?b&amp;c">d</a><img src="e.png" alt=""><video poster="f.png" src="g.mp4" controls></video>'
  safeHtml(html, {
    sanitize: true,
    resolve: (url, kind) => {
      asked.push([url, kind])
      return 'https://example.com/'
    },
  })
  expect(asked).toEqual([
    ['a?b&c', 'link'],
    ['e.png', 'media'],
    ['f.png', 'media'],
    ['g.mp4', 'media'],
  ])
})

test('an answer is escaped, and refused if it is no safe address', () => {
  const answering = (answer: string) => safeHtml('<a href="x">a</a>', { sanitize: true, resolve: () => answer })
  expect(answering('https://example.com/?a&b"c<d')).toBe('<a href="https://example.com/?a&amp;b&quot;c&lt;d">a</a>')
  expect(answering('javascript:x')).toBe('<a>a</a>')
})

test('task lists show what is done without a form', () => {
  expect(safe(renderMarkdown('- [ ] a\n- [x] b\n'))).toContain('☐ a')
  expect(safe(renderMarkdown('- [ ] a\n- [x] b\n'))).toContain('☑ b')
})

test('trusted HTML keeps scripts, frames, handlers and styles', () => {
  const html =
    '<p style="color: red" onclick="x()">a</p><script>if (a < b) c()</script><iframe src="https://example.com/e"></iframe>'
  expect(trusted(html)).toBe(html)
})

test('text becomes HTML', () => {
  expect(escapeHtml(`<a href="x">Tom & 'Jerry'</a>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;Tom &amp; &#39;Jerry&#39;&lt;/a&gt;',
  )
})

test('any text comes back from HTML with its white space folded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(toPlainText(`<p>${escapeHtml(text)}</p>`)).toBe(text.replace(/\s+/g, ' ').trim())
    }),
  )
})

test.each([
  ['paragraphs stand apart', '<p>a\n b</p>\n<p>c</p>', 'a b\n\nc'],
  ['list items have a line each', '<p>x</p><ul>\n<li>a</li>\n<li><p>b</p>\n</li>\n</ul><p>y</p>', 'x\n\na\nb\n\ny'],
  ['nested lists too', '<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>', 'a\nb\nc'],
  ['line breaks are kept', 'a<br>b<br><br/>\nc', 'a\nb\n\nc'],
  [
    'table rows have a line each',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>',
    'a b\nc d',
  ],
  ['code keeps its lines', '<pre><code>a\nb\n\nc</code></pre>', 'a\nb\n\nc'],
  ['references are decoded', '&lt;&amp;&nbsp;&eacute;&hellip;&#8211;&#x1F600;&unknown;', '<& é…–😀&unknown;'],
  ['inline tags join', '<b>a</b>b <i> c</i>', 'ab c'],
  ['scripts and styles are silent', 'a<script>"<p>"</script><STYLE>p{}</STYLE>b', 'ab'],
  ['footnote numbers are silent', '<p>a<sup><a href="#1" data-footnote-ref>1</a></sup>.</p>', 'a.'],
  ['comments are silent', 'a<!-- <p> -->b', 'ab'],
  ['quotes may hold the end of a tag', '<a title="a > b">c</a>', 'c'],
  ['a bare < is text', 'a < b, 1<2', 'a < b, 1<2'],
  ['what is never closed is dropped', 'a<b title="c', 'a'],
  ['a script that is never closed is dropped', 'a<script>b', 'a'],
])('plain text: %s', (_rule, html, text) => expect(toPlainText(html)).toBe(text))

test.each([
  ['the first one', '# Title\n\nWhat it is *about*.\n\nMore.\n', 'What it is about.'],
  [
    'after an outline in a paragraph',
    'Outline:\n(00:10) TL;DR\n(01:00) Degrees\n\nWhat it is about.\n',
    'What it is about.',
  ],
  ['after a label and its list', 'Links:\n\n- a\n\n  b\n\nWhat it is about.\n', 'What it is about.'],
  ['after a picture', '![cover](a.png)\n\nWhat it is about.\n', 'What it is about.'],
  [
    'after an outline of links',
    '**[0:10](#t=10)** TL;DR\n**[1:00](#t=60)** Degrees\n\nWhat it is about.\n',
    'What it is about.',
  ],
  ['of raw HTML', '<div>\n<P>What it is\nabout.</P>\n</div>\n', 'What it is about.'],
  ['in several lines', 'One  \ntwo\n', 'One\ntwo'],
])('the first paragraph that says something: %s', (_where, text, paragraph) =>
  expect(firstParagraph(renderMarkdown(text))).toBe(paragraph),
)

test.each(['', '# Title\n', '- a\n\n  b\n', '10:00 Start\n', '| a |\n|-|\n| b |\n', '<p>'])(
  'no paragraph says anything in %j',
  (text) => expect(firstParagraph(renderMarkdown(text))).toBe(''),
)

test.each([
  ['tags that never end', '<a "'],
  ['attributes that never end', '<a b="'],
  ['comments that never end', '<!--'],
  ['scripts that never end', '<script>'],
  ['open elements', '<p><b>'],
  ['tags in one line', '<i></i>'],
  ['line breaks', '\n'],
  ['lines of brackets', '\n<<<'],
  ['spaces in a tag', '<a ='],
  ['references', '&amp'],
])('many %s take no more than linear time', (_what, piece) => {
  const html = `<p>x\n${piece.repeat(60_000)}`
  const start = performance.now()
  toPlainText(html)
  firstParagraph(html)
  keepEngineHtml(html, resolve)
  expect(performance.now() - start).toBeLessThan(3000)
})

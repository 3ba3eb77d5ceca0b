import fc from 'fast-check'
import { markdownToHtml, markdownToMdast } from 'satteri'
import { expect, test } from 'vitest'
import { type MarkdownNode, parseHtml, parseMarkdown, renderMarkdown } from '../../src/text/markdown.ts'

const features = { gfm: true, frontmatter: false, definitionList: true } as const

const sample = `# One *two* \`three\`

A [link](https://example.com/ "title"), ![picture](a.png), [named][x], ![named picture][x], 🎙 ünï
broken \\
line <b>raw</b> ~~gone~~[^1]

- [x] item
  1. inner

> quote

| a | b |
|---|---|
| c | d |

Term
: details

\`\`\`js
code
\`\`\`

---

<p>html &amp; more</p>

[x]: https://example.com/x

[^1]: note
`

type Plain = Record<string, unknown> & { children?: Plain[] }

const fields = ['type', 'value', 'url', 'alt', 'identifier', 'depth', 'position'] as const

/** A tree as plain data, with the fields that we read. */
function plain(node: MarkdownNode | Plain): Plain {
  const source = node as Plain
  const own = fields
    .map((field): [string, unknown] => [field, source[field]])
    .filter(([, value]) => value !== undefined)
  const children = (source.children ?? []).map(plain)
  return { ...Object.fromEntries(own), ...(children.length === 0 ? {} : { children }) }
}

/** The engine's own tree says more of some nodes: names of footnotes. */
function engineTree(text: string): Plain {
  const tree = markdownToMdast(text, { features, position: true }) as unknown as Plain
  const drop = (node: Plain): Plain => {
    const { identifier, ...rest } = node
    const isNamed = ['definition', 'linkReference', 'imageReference'].includes(String(node.type))
    return { ...rest, ...(isNamed ? { identifier } : {}), children: (node.children ?? []).map(drop) }
  }
  return plain(drop(tree))
}

test('reads the tree as the engine itself does', () => expect(plain(parseMarkdown(sample))).toEqual(engineTree(sample)))

test('shows the same tree while it renders, and renders the same with and without showing it', () => {
  let seen: Plain | undefined
  const html = renderMarkdown(sample, (root) => {
    seen = plain(root)
  })
  expect(seen).toEqual(engineTree(sample))
  expect(html).toBe(renderMarkdown(sample))
  expect(html).toBe(markdownToHtml(sample, { features }).html)
})

test('a tree can still be read after it was shown', () => {
  let kept: MarkdownNode | undefined
  renderMarkdown('# Title', (root) => {
    kept = root
  })
  expect(kept?.children[0]?.children[0]?.value).toBe('Title')
})

test('positions count UTF-16 units', () => {
  const text = '🎙️ ünï **bold**'
  const strong = parseMarkdown(text).children[0]?.children[1]
  expect(text.slice(strong?.position?.start.offset, strong?.position?.end.offset)).toBe('**bold**')
})

test('passes on what the visitor throws, and works afterwards', () => {
  const fail = (): never => {
    throw new Error('from the visitor')
  }
  expect(() => renderMarkdown('a', fail)).toThrow('from the visitor')
  expect(renderMarkdown('a', () => undefined)).toBe('<p>a</p>\n')
})

test('renders any text alike with and without a visitor', () => {
  const pieces = fc.constantFrom(
    '\n',
    '- ',
    '> ',
    '# ',
    '*',
    '_',
    '`',
    '[',
    '](a)',
    '<b>',
    '&amp;',
    '|',
    ': ',
    'é',
    '🎙',
    'x',
    ' ',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
      (text) => {
        expect(renderMarkdown(text, () => undefined)).toBe(renderMarkdown(text))
      },
    ),
  )
})

test('reads raw HTML with character references resolved', () =>
  expect(parseHtml('<p>a &amp; <a href="?x=1&amp;y=2">b</a><!-- c -->')).toMatchObject({
    children: [
      {
        tagName: 'p',
        children: [
          { type: 'text', value: 'a & ' },
          { tagName: 'a', properties: { href: '?x=1&y=2' }, children: [{ value: 'b' }] },
          { type: 'comment', value: ' c ' },
        ],
      },
    ],
  }))

// The engine takes time by the square of these; without a limit, each would run for minutes.
test.each([
  ['quotations', '>'],
  ['spaced quotations', '> '],
  ['lists', '1. '],
  ['lists of two kinds', '+ - '],
])('ends on thousands of %s within each other, and keeps the words', (_name, marker) => {
  const text = `${marker.repeat(200_000)}words`
  let depth = 0
  let words: string | undefined
  const html = renderMarkdown(text, (root) => {
    for (let node: MarkdownNode | undefined = root; node !== undefined; node = node.children[0]) {
      depth++
      words = node.value ?? words
    }
  })
  expect(depth).toBeLessThan(300)
  expect(words).toContain('words')
  expect(html).toContain('words')
})

test('leaves long notes as they are where they nest like notes', () => {
  const text = `${'> - a\n>   > b\n'.repeat(3000)}\n${'-'.repeat(200)}\n\n${'&amp; '.repeat(300)}`
  expect(renderMarkdown(text, () => undefined)).toBe(markdownToHtml(text, { features }).html)
})

test('shows a tree of a paragraph that is flooded with character references', () => {
  const text = `00:10 ${'&amp;'.repeat(20_000)}\n\nFish &amp; chips`
  const [flooded, other] = parseMarkdown(text).children
  expect(flooded?.children[0]?.value).toMatch(/^00:10 ＆amp;/)
  expect(other?.children[0]?.value).toBe('Fish & chips')
  expect(other?.position?.start.offset).toBe(text.indexOf('Fish'))
})

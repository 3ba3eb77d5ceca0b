import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childNamed, type FeedNode, type NodePart } from '../../src/model/feed-node.ts'
import { placesIn } from '../../src/text/place.ts'
import { exampleDocument } from './example-feed.ts'
import { cutAt, feedWith, flat, read, seenOf, unmarked } from './reading.ts'

const itemOf = (document: string): FeedNode => {
  const { items, problems } = read(document)
  expect(problems).toEqual([])
  expect(items).toHaveLength(1)
  return items[0] as FeedNode
}

/** The first element of a name in an item. */
const named = (document: string, name: string): FeedNode =>
  flat(itemOf(document)).find((node) => node.name === name) as FeedNode

describe('what is told', () => {
  test('items and live items one by one, then the channel without them, then the document', () => {
    const { events, items, liveItems, channel, document } = read(
      feedWith(
        '<title>Soil</title><item><title>A</title></item><podcast:liveItem status="live"><title>B</title></podcast:liveItem><item/>',
      ),
    )
    expect(events).toEqual(['item', 'live item', 'item', 'channel', 'document'])
    expect(items.map((item) => childNamed(item, 'title')?.text)).toEqual(['A', undefined])
    expect(liveItems.map(({ attributes }) => attributes)).toEqual([{ status: 'live' }])
    expect(channel?.children.map(({ name }) => name)).toEqual(['title'])
    expect(document).toMatchObject({ channels: 1, items: 2, beginsClean: true, encoding: 'utf-8' })
    expect(document?.root).toMatchObject({ name: 'rss', attributes: { version: '2.0' }, children: [] })
  })

  test('what of the channel stands after an item is told as late', () => {
    const { late, channel } = read(feedWith('<title>Soil</title><item/><link>x</link><item/><language>en</language>'))
    expect(late.map(({ name }) => name)).toEqual(['link', 'language'])
    expect(channel?.children.map(({ name }) => name)).toEqual(['title', 'link', 'language'])
  })

  test('names have the usual prefix of their namespace, whatever the feed calls it', () => {
    const item = itemOf(
      '<rss version="2.0" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><item xmlns:own="urn:own"><i:title>A</i:title><own:x/><podcast xmlns="https://podcastindex.org/namespace/1.0"/></item></channel></rss>',
    )
    expect(item.children.map(({ name, written, namespace }) => [name, written, namespace])).toEqual([
      ['itunes:title', 'i:title', 'http://www.itunes.com/dtds/podcast-1.0.dtd'],
      ['own:x', 'own:x', 'urn:own'],
      ['podcast:podcast', 'podcast', 'https://podcastindex.org/namespace/1.0'],
    ])
  })

  test('namespaces are told wherever they are declared', () => {
    const { document } = read(feedWith('<item xmlns:own="urn:own"><x xmlns:inner="urn:inner"/></item>'))
    expect([...(document?.namespaces.keys() ?? [])]).toEqual(['itunes', 'podcast', 'own', 'inner'])
  })

  test('a prefix that is not declared has no namespace, and is told', () => {
    const { items, problems } = read('<rss><channel><item><media:content url="x"/></item></channel></rss>')
    expect(items[0]?.children).toMatchObject([{ name: 'media:content', namespace: '' }])
    expect(problems).toMatchObject([{ kind: 'prefix', problem: 'unbound namespace prefix: "media"' }])
  })

  test('only the first channel is read, and all are counted', () => {
    const { items, channel, document, events } = read(
      '<rss><channel><title>A</title></channel><channel><title>B</title><item/></channel></rss>',
    )
    expect(events).toEqual(['channel', 'document'])
    expect(items).toEqual([])
    expect(channel?.children.map(({ text }) => text)).toEqual(['A'])
    expect(document).toMatchObject({ channels: 2, items: 0 })
  })

  test('a document without a channel is told all the same', () => {
    const { events, document } = read('<feed xmlns="http://www.w3.org/2005/Atom">\n<entry/></feed>')
    expect(events).toEqual(['document'])
    expect(document?.root).toMatchObject({ name: 'atom:feed', children: [] })
    expect(document?.place()).toMatchObject({ line: 1, column: 1, offset: 0 })
  })

  test.each([
    ['<rss/>', true],
    ['<?xml version="1.0"?><rss/>', true],
    [' <rss/>', false],
    ['\ufeff<rss/>', false],
  ])('%j begins clean: %s', (document, begins) => expect(read(document).document?.beginsClean).toBe(begins))

  test('text and attributes are as XML readers see them', () => {
    const item = itemOf(
      feedWith(
        '<item><a x="1&amp;2&#10;3\n4\t5&lt;">6 &amp; <![CDATA[<b>&amp;</b>\r\n]]>&#x1F331;\r7<!-- no --><?no no?></a></item>',
      ),
    )
    expect(item.children).toMatchObject([
      { text: '6 & <b>&amp;</b>\n🌱\n7', attributes: { x: '1&2\n3 4 5<' }, children: [] },
    ])
  })

  test('a key that objects have anyway is an attribute like any other', () => {
    const item = itemOf(feedWith('<item><a __proto__="1" constructor="2" toString="3"/></item>'))
    expect(Object.entries(item.children[0]?.attributes ?? {})).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
      ['toString', '3'],
    ])
  })
})

describe('places', () => {
  test.each<[marked: string, name: string, part: NodePart, near?: string]>([
    // Elements.
    ['<item>¦<a>Soil</a></item>', 'a', 'element'],
    ['<item>\n\t¦<a\r\n  x="1"/></item>', 'a', 'element'],
    ['<item>\r\n¦<a\r\n>Soil</a></item>', 'a', 'element'],
    ['<item>🌱¦<a>Soil</a></item>', 'a', 'element'],
    ['<item><b>¦<a/></b></item>', 'a', 'element'],
    ['<item><!-- <a> -->¦<a/></item>', 'a', 'element'],
    ['<title>x</title>\n¦<item></item>', 'item', 'element'],
    // Text.
    ['<item><a>¦Soil</a></item>', 'a', 'text'],
    ['<item><a x="1">\r\n\t ¦Soil</a></item>', 'a', 'text'],
    ['<item><a><![CDATA[ ¦Soil]]></a></item>', 'a', 'text'],
    ['<item><a><![CDATA[¦<p>Soil</p>]]></a></item>', 'a', 'text'],
    ['<item>¦<a><![CDATA[]]><b/></a></item>', 'a', 'text'],
    ['<item><a><!-- c --> <?p?> <![CDATA[]]>¦Soil</a></item>', 'a', 'text'],
    ['<item><a>¦&amp;Soil</a></item>', 'a', 'text'],
    ['<item>¦<a></a></item>', 'a', 'text'],
    ['<item>¦<a/>Soil</item>', 'a', 'text'],
    ['<item>¦<a> <b>Soil</b></a></item>', 'a', 'text'],
    // Attributes.
    ['<item><a x="¦1"/></item>', 'a', '@x'],
    ["<item><a w='x=\"2\"' x\r\n=\r\n'¦1'/></item>", 'a', '@x'],
    ['<item><a x="¦"/></item>', 'a', '@x'],
    ['<item><a xx="1" w:x="2" xmlns:w="urn:w" x="¦3"/></item>', 'a', '@x'],
    ['<item><a w="a > b" x="¦1">x="2"</a></item>', 'a', '@x'],
    ['<item><a\n\tw="🌱"\n\tx="¦1"/></item>', 'a', '@x'],
    ['<item>¦<a w="1"/></item>', 'a', '@x'],
    // Words.
    ['<item><a>Seed and ¦Soil</a></item>', 'a', 'text', 'Soil'],
    ['<item><a>🌱🌱 ¦roots 🌱</a></item>', 'a', 'text', 'roots'],
    ['<item><a>roots ¦🌱</a></item>', 'a', 'text', '🌱'],
    ['<item><a>&#128038; ¦&#x1F331;</a></item>', 'a', 'text', '🌱'],
    ['<item><a>&amp;! ¦amp</a></item>', 'a', 'text', 'amp'],
    ['<item><a>Soil ¦&amp; Seed</a></item>', 'a', 'text', '& Seed'],
    ['<item><a>Soil &amp; ¦Seed</a></item>', 'a', 'text', 'Seed'],
    ['<item><a>a ¦&lt;b&gt;c&lt;/b></a></item>', 'a', 'text', '<b>c</b>'],
    ['<item><a><![CDATA[a &amp; ¦<b>c</b>]]></a></item>', 'a', 'text', '<b>c</b>'],
    ['<item><a>one <![CDATA[two]]> ¦three</a></item>', 'a', 'text', 'three'],
    ['<item><a>one<![CDATA[two ¦th]]>ree</a></item>', 'a', 'text', 'three'],
    ['<item><a>Soil\r\n¦and\r\nseed</a></item>', 'a', 'text', 'and\nseed'],
    ['<item><a><![CDATA[Soil\r\n¦and\r\nseed]]></a></item>', 'a', 'text', 'and\nseed'],
    ['<item><a>Soil\tand ¦seed</a></item>', 'a', 'text', 'seed'],
    ['<item><a><!-- Soil -->the ¦Soil</a></item>', 'a', 'text', 'Soil'],
    ['<item><a>¦Soil</a></item>', 'a', 'text', 'Seed'],
    ['<item><a x="https://soil.example/¦a&amp;b"/></item>', 'a', '@x', 'a&b'],
    ['<item><a x="&quot;a&quot; ¦b"/></item>', 'a', '@x', 'b'],
    ['<item><a x="a\r\nb\t¦c d"/></item>', 'a', '@x', 'c d'],
    ['<item><a x="a ¦b\r\nc"/></item>', 'a', '@x', 'b c'],
    ['<item><a y="Soil" x="a ¦Soil"/></item>', 'a', '@x', 'Soil'],
    ['<item><a x="¦a"/>Soil</item>', 'a', '@x', 'Soil'],
    ['<item><a ¦y="1">Soil</a></item>', 'a', 'element', 'y='],
    ['<item><a y="1">So &amp;¦il</a></item>', 'a', 'element', 'il'],
  ])('%s', (inside, name, part, near) => {
    const { document, offset } = unmarked(feedWith(inside))
    expect(named(document, name).place(part, near)).toEqual(placesIn('feed.xml', document).at(offset))
  })

  test('the root, the channel, and what the channel has keep theirs to the end', () => {
    const text = `<?xml version="1.0"?>\n${feedWith(`\n<link>\n a</link>\n${'<item/>\n'.repeat(50)}<late x="1"/>`)}`
    const { channel, document } = read(text)
    const { at } = placesIn('feed.xml', text)
    expect(document?.place('@version')).toEqual(at(text.indexOf('2.0')))
    expect(channel?.place()).toEqual(at(text.indexOf('<channel')))
    expect(channel?.children.map((child) => child.place())).toEqual(
      ['<link', '<late'].map((tag) => at(text.indexOf(tag))),
    )
    expect(channel?.children[0]?.place('text')).toEqual(at(text.indexOf('a</link')))
    expect(channel?.children[1]?.place('@x')).toEqual(at(text.indexOf('1"/>')))
  })

  test('an excerpt is the line, cut around the place', () => {
    const long = `${'a'.repeat(200)} x ${'b'.repeat(200)}`
    const document = feedWith(`\n<item>\n  <a>🌱 Soil</a>\n<b>${long}</b></item>`)
    const [a, b] = itemOf(document).children as [FeedNode, FeedNode]
    expect(a.excerpt?.(a.place('text', 'Soil'))).toEqual({ text: '<a>🌱 Soil</a>', column: 7 })
    const excerpt = b.excerpt?.(b.place('text', 'x'))
    expect(excerpt?.text).toHaveLength(120)
    expect(excerpt?.text.charAt((excerpt?.column ?? 0) - 1)).toBe('x')
  })
})

describe('problems', () => {
  test.each([
    ['stray “&”', '<rss><a>x ¦& y;</a></rss>', 'syntax: single ampersand'],
    ['stray “&” after good ones', '<rss><a>&amp; &lt;x ¦& y &amp; z</a></rss>', 'syntax: single ampersand'],
    ['stray “&” behind one in CDATA', '<rss><a><![CDATA[ & ]]> ¦& y;</a></rss>', 'syntax: single ampersand'],
    ['stray “&” in an attribute', '<rss><a x="&amp;" y="a?b=1¦&c=2;"/></rss>', 'syntax: single ampersand'],
    ['unknown entity', '<rss><a>x &nbsp¦; y</a></rss>', 'entity: undefined entity'],
    ['text before the feed', '¦Not found', 'syntax: text data outside of root node'],
    ['text before the feed', '\n  ¦Warning: x\n<rss/>', 'syntax: text data outside of root node'],
    ['text after the feed', '<rss></rss>\n <!-- x -->\n¦more', 'syntax: text data outside of root node'],
    [
      'document type',
      '<?xml version="1.0"?>\n¦<!DOCTYPE rss SYSTEM "a">\n<rss/>',
      'doctype: a document type (DTD) stands here',
    ],
    ['control character', '<rss>\n<a>x¦\u0001</a></rss>', 'syntax: disallowed character'],
    ['astral character as a tag', '<rss>\n<¦\u{f0000}></rss>', 'syntax: disallowed character in tag name'],
  ])('%s: %j', (_name, marked, event) => {
    const { document, offset } = unmarked(marked)
    const { events, problems } = read(document)
    expect(events[0]).toBe(event)
    expect(problems[0]?.spot.place()).toEqual(placesIn('feed.xml', document).at(offset))
  })

  test('a feed that is cut off tells its items, and nothing of the whole', () => {
    const { events } = read('<rss><channel><title>Soil</title><item/><item><title>Ro')
    expect(events).toEqual(['item', 'syntax: unclosed tag: title'])
  })

  test('a feed of which there is more that was not read tells no mistakes of its end', () => {
    const { events } = read(`<rss><channel><title>Soil</title><item/><item><title>${'x'.repeat(100)}`, { isCut: true })
    expect(events).toEqual(['item'])
  })

  test.each([
    ['more', 'text data outside of root node'],
    ['<rss/>', 'documents may contain only one root'],
    ['</x>', 'unmatched closing tag: x'],
    ['<!-- ', 'unexpected end'],
  ])('%j behind the feed is told, and the feed is read', (rest, problem) => {
    expect(read(`${feedWith('<item/>')}${rest}`).events.filter((event) => !event.startsWith('syntax'))).toEqual([
      'item',
      'channel',
      'document',
    ])
    expect(read(`${feedWith('<item/>')}${rest}`).events).toContain(`syntax: ${problem}`)
  })

  test('an end tag of nothing that began ends the reading', () => {
    const { events } = read(feedWith('<item><title>Soil</br></title></item><item/>'))
    expect(events.at(-1)).toBe('syntax: unmatched closing tag: br')
    expect(events).not.toContain('channel')
  })

  test('a prefix that is used a thousand times hides no other problem', () => {
    const { problems } = read(`<rss><channel>${'<a:x/>'.repeat(1000)}<b:x/><item>&nbsp;</item></channel></rss>`)
    expect(problems.filter(({ problem }) => problem.includes('"a"'))).toHaveLength(100)
    expect(problems.slice(100).map(({ problem }) => problem)).toEqual([
      'unbound namespace prefix: "b"',
      'undefined entity',
    ])
  })

  test('what a document says wrongly of its encoding is told where it says so', () => {
    const { problems } = read('<?xml version="1.0" encoding="x"?><rss/>', { encodingProblem: 'no such thing' })
    expect(problems).toMatchObject([{ kind: 'encoding', problem: 'no such thing' }])
    expect(problems[0]?.spot.place()).toMatchObject({ line: 1, column: 21, offset: 20 })
    expect(problems[0]?.spot.excerpt?.(problems[0].spot.place())?.column).toBe(21)
  })
})

describe('comments', () => {
  test('the rules that they name are told at their names', () => {
    const marked = '<!-- castwright: off url-https,\r\n -->\n<item><!--castwright: info ¦guid-weak--></item>'
    const { document, offset } = unmarked(feedWith(marked))
    const { comments } = read(document)
    expect(comments).toMatchObject([
      { rule: 'url-https', level: 'off' },
      { rule: 'guid-weak', level: 'info' },
    ])
    expect(comments[1]?.spot.place()).toEqual(placesIn('feed.xml', document).at(offset))
  })

  test('nothing is told of comments that speak of something else, or of what looks like one', () => {
    expect(read(feedWith('<!-- castwright --><a><![CDATA[<!-- castwright: off x-y -->]]></a>')).comments).toEqual([])
  })
})

describe('a document in pieces', () => {
  const documents = [
    exampleDocument({}).replaceAll('\n', '\r\n'),
    exampleDocument({
      item: ['<title><![CDATA[🌱 a]]b]]]> &amp; c</title><!-- castwright: off url-https -->', '<guid>2</guid>'],
    }),
    `\ufeff\n text <?xml version="1.0"?><rss>`,
    '<!DOCTYPE rss [<!ENTITY a "b">]>\r\n<rss><channel><item>&a; & b; &nbsp;</item></channel></rss>\r\n more',
    '<rss><channel><item><a\r\n\r\nb\r\n=\r\n"1"c=\'2\'\r/></item>\r</channel></rss>\r',
    '<rss><channel><🌱></channel><x:𐐀 y="🌱"/></rss>',
  ]

  test.each(documents)('one character at a time: the same is told of %j', (document) => {
    expect(seenOf(read([...Array(document.length).keys()].map((at) => document.charAt(at))))).toEqual(
      seenOf(read(document)),
    )
  })

  test('cut anywhere: the same is told', () =>
    fc.assert(
      fc.property(fc.constantFrom(...documents), fc.array(fc.nat(2000), { maxLength: 20 }), (document, cuts) => {
        expect(seenOf(read(cutAt(document, cuts)))).toEqual(seenOf(read(document)))
      }),
      { numRuns: 200 },
    ))

  // The reader itself parses in pieces of this length.
  const pieceLength = 16 * 1024
  const inside =
    '<a\r\n b="1"\tc=\'&amp;\'/>\r\n<item>\r<t>🌱 &amp;<![CDATA[x]]]]><![CDATA[>]]></t>&nbsp;<!-- castwright: off a-b --><?p q?>\u0001 & <𐐀/></item>\n'
  const padded = (length: number): string => feedWith(`${' '.repeat(length)}\n${inside}`)
  const plain = JSON.stringify(seenOf(read(padded(0))))
  const unshifted = (shift: number, reading: object): string =>
    JSON.stringify(reading, (key, value) => (key === 'offset' && value > shift ? value - shift : value))

  test.each([...Array(inside.length + 20).keys()])('a boundary %i characters before the end', (before) => {
    const padding = 2 * pieceLength - padded(0).length + before
    expect(unshifted(padding, seenOf(read(padded(padding))))).toBe(plain)
  })
})

import { parseAtomFeed } from 'feedsmith'
import { expect, test } from 'vitest'
import { atom, atomId } from '../../../src/feed/formats/atom.ts'
import { renderFeed } from '../../../src/feed/render.ts'
import type { Episode } from '../../../src/model/episode.ts'
import { generatorVersion } from '../../../src/text/generator.ts'
import { childOf, childrenOf, type ReadElement, readXml } from '../read-xml.ts'
import { sampleEpisode, sampleShow } from '../sample.ts'

const entryOf = (changes: Partial<Episode> = {}): ReadElement =>
  childOf(readXml(renderFeed(atom, sampleShow(), [sampleEpisode(1, changes)])), 'entry')

test('reads as a person would write it', () => {
  const document = renderFeed(atom, sampleShow(), [sampleEpisode(1)])
  expect(document.replace(generatorVersion, 'VERSION')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="utf-8"?>
    <feed xml:lang="en" xmlns="http://www.w3.org/2005/Atom">
        <id>urn:uuid:9b024349-ccf0-5f69-a609-6b82873eab3c</id>
        <title>Fern &amp; Fig</title>
        <updated>2026-01-01T09:30:00.000Z</updated>
        <generator>castwright VERSION</generator>
        <author>
            <name>The Fern &amp; Fig Company</name>
            <uri>https://example.com/</uri>
        </author>
        <link rel="alternate" href="https://example.com/"/>
        <subtitle>Two gardeners talk about soil &amp; seeds.</subtitle>
        <logo>https://example.com/pod/media/artwork.jpg</logo>
        <rights>© 2026 Fern Fig</rights>
        <link rel="self" type="application/atom+xml" href="https://example.com/pod/feed.atom"/>
        <category term="Leisure"/>
        <category term="Technology"/>
        <entry>
            <title type="html"><![CDATA[Soil &amp; seeds, part 1]]></title>
            <id>urn:uuid:db82db80-817e-528e-a698-bc9bb54a8cf0</id>
            <link href="https://example.com/pod/episodes/soil-1/"/>
            <updated>2026-01-01T09:30:00.000Z</updated>
            <summary type="html"><![CDATA[What lives in a handful of soil?]]></summary>
            <published>2026-01-01T09:30:00Z</published>
            <author>
              <name>Bo Fig</name>
              <uri>https://example.com/bo</uri>
            </author>
            <link rel="enclosure" type="audio/mpeg" length="1000001" href="https://example.com/pod/media/soil-1.mp3?a=1&amp;b=2"/>
            <category term="soil"/>
            <category term="R&amp;D"/>
            <content type="html"><![CDATA[<p>Worms &amp; <em>more</em>.</p>
    ]]></content>
        </entry>
    </feed>
    "
  `)
})

const showGuid = '9b024349-ccf0-5f69-a609-6b82873eab3c'

test.each([
  ['6BA7B810-9dad-11d1-80b4-00c04fd430c8', 'urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8'],
  ['https://example.com/?p=1', 'https://example.com/?p=1'],
  ['tag:example.com,2020:1', 'tag:example.com,2020:1'],
  ['urn:isbn:123', 'urn:isbn:123'],
])('the guid %s becomes the id %s', (guid, id) => expect(atomId(guid, showGuid)).toBe(id))

test.each(['soil-1', 'https://EXAMPLE.com', 'tag:a b', '12', 'x\ud800', 'https://example.com/ü'])(
  'the guid %j, which is no URI as it stands, becomes a UUID, always the same',
  (guid) => {
    expect(atomId(guid, showGuid)).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(atomId(guid, showGuid)).toBe(atomId(guid, showGuid))
    expect(atomId(guid, showGuid)).not.toBe(atomId(`${guid}x`, showGuid))
    expect(atomId(guid, 'a show guid that is no UUID')).not.toBe(atomId(guid, showGuid))
  },
)

test('the feed names itself, its website, its author and its language', () => {
  const feed = readXml(renderFeed(atom, sampleShow(), [sampleEpisode(2)]))
  expect(feed.attributes['xml:lang']).toBe('en')
  expect(childrenOf(feed, 'link').map(({ attributes }) => attributes)).toEqual([
    { rel: 'alternate', href: 'https://example.com/' },
    { rel: 'self', type: 'application/atom+xml', href: 'https://example.com/pod/feed.atom' },
  ])
  expect(childOf(childOf(feed, 'author'), 'name').text).toBe('The Fern & Fig Company')
  expect(childOf(feed, 'updated').text).toBe('2026-01-02T09:30:00.000Z')
})

test.each([
  [{ owner: { name: 'Fern Fig', email: 'hello@example.com' } }, 'Fern Fig'],
  [{}, 'Fern & Fig'],
])('a show with no author and the values %j is by %s', (values, name) => {
  const feed = readXml(renderFeed(atom, sampleShow({ values }), []))
  expect(childOf(childOf(feed, 'author'), 'name').text).toBe(name)
})

test('an entry has its own author only if somebody wrote it', () => {
  expect(childOf(childOf(entryOf(), 'author'), 'name').text).toBe('Bo Fig')
  expect(childrenOf(entryOf({ values: { persons: [{ name: 'Ada Fern', role: 'host' }] } }), 'author')).toEqual([])
})

test('an entry was published once, and updated when its notes were', () => {
  const entry = entryOf({ updated: { ms: Date.UTC(2026, 5, 1), offsetMinutes: 0 } })
  expect(childOf(entry, 'published').text).toBe('2026-01-01T09:30:00Z')
  expect(childOf(entry, 'updated').text).toBe('2026-06-01T00:00:00.000Z')
})

test('the enclosure keeps its type, whatever its name ends in, and leaves out an unknown length', () => {
  const enclosure = { url: 'https://example.com/audio.mp3', type: 'audio/mpeg', length: 0 }
  const links = childrenOf(entryOf({ enclosure }), 'link')
  expect(links.map(({ attributes }) => attributes)).toContainEqual({
    rel: 'enclosure',
    type: 'audio/mpeg',
    href: 'https://example.com/audio.mp3',
  })
})

test('titles and summaries are HTML that shows their text', () => {
  const { entries = [] } = parseAtomFeed(
    renderFeed(atom, sampleShow(), [sampleEpisode(1, { title: 'Vec<T> & ]]>', summary: '&amp;' })]),
  )
  expect(entries[0]?.title).toEqual({ type: 'html', value: 'Vec&lt;T&gt; &amp; ]]&gt;' })
  expect(entries[0]?.summary).toEqual({ type: 'html', value: '&amp;amp;' })
})

test('the notes are the content, cut out exactly whatever they hold', () => {
  const notesHtml = '<p>&lt;/entry&gt; ]]> </entry></feed><entry> <![CDATA[</p>\n'
  expect(childOf(entryOf({ notesHtml }), 'content').text).toBe(notesHtml)
  expect(childrenOf(entryOf({ notesHtml: '' }), 'content')).toEqual([])
})

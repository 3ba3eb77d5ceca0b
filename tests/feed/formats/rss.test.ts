import { parseRssFeed } from 'feedsmith'
import { parseFeed } from 'podcast-partytime'
import { expect, test } from 'vitest'
import { rss } from '../../../src/feed/formats/rss.ts'
import { renderFeed } from '../../../src/feed/render.ts'
import type { Episode } from '../../../src/model/episode.ts'
import type { Show } from '../../../src/model/show.ts'
import { generatorVersion } from '../../../src/text/generator.ts'
import { childOf, childrenOf, type ReadElement, readXml } from '../read-xml.ts'
import { sampleEpisode, sampleShow } from '../sample.ts'

const channelOf = (changes: Partial<Show> = {}): ReadElement =>
  childOf(readXml(renderFeed(rss, sampleShow(changes), [])), 'channel')

function itemOf(changes: Partial<Episode> = {}, show = sampleShow()): ReadElement {
  const document = renderFeed(rss, show, [sampleEpisode(1, changes)])
  return childOf(childOf(readXml(document), 'channel'), 'item')
}

test('reads as a person would write it', () => {
  const document = renderFeed(rss, sampleShow(), [sampleEpisode(1)])
  expect(document.replace(generatorVersion, 'VERSION')).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:psc="http://podlove.org/simple-chapters">
      <channel>
        <title>Fern &amp; Fig</title>
        <link>https://example.com/</link>
        <description>Two gardeners talk about soil &amp; seeds.</description>
        <language>en</language>
        <generator>castwright VERSION</generator>
        <pubDate>Thu, 01 Jan 2026 09:30:00 GMT</pubDate>
        <lastBuildDate>Thu, 01 Jan 2026 09:30:00 GMT</lastBuildDate>
        <atom:link rel="self" type="application/rss+xml" href="https://example.com/pod/feed.xml"/>
        <image>
          <url>https://example.com/pod/media/artwork.jpg</url>
          <title>Fern &amp; Fig</title>
          <link>https://example.com/</link>
        </image>
        <podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>
        <itunes:author>The Fern &amp; Fig Company</itunes:author>
        <itunes:owner>
          <itunes:name>Fern Fig</itunes:name>
          <itunes:email>hello@example.com</itunes:email>
        </itunes:owner>
        <itunes:image href="https://example.com/pod/media/artwork.jpg"/>
        <itunes:category text="Leisure">
          <itunes:category text="Home &amp; Garden"/>
        </itunes:category>
        <itunes:category text="Technology"/>
        <itunes:explicit>false</itunes:explicit>
        <itunes:type>episodic</itunes:type>
        <copyright>© 2026 Fern Fig</copyright>
        <podcast:locked owner="hello@example.com">yes</podcast:locked>
        <podcast:medium>podcast</podcast:medium>
        <podcast:funding url="https://example.com/support?from=feed&amp;lang=en">Buy us a coffee</podcast:funding>
        <podcast:person role="host">Ada Fern</podcast:person>
        <item>
          <title>Soil &amp; seeds, part 1</title>
          <link>https://example.com/pod/episodes/soil-1/</link>
          <guid isPermaLink="false">fern-fig-1</guid>
          <pubDate>Thu, 01 Jan 2026 09:30:00 GMT</pubDate>
          <description>What lives in a handful of soil?</description>
          <content:encoded><![CDATA[<p>Worms &amp; <em>more</em>.</p>
    ]]></content:encoded>
          <enclosure url="https://example.com/pod/media/soil-1.mp3?a=1&amp;b=2" length="1000001" type="audio/mpeg"/>
          <itunes:duration>3602</itunes:duration>
          <itunes:season>2</itunes:season>
          <podcast:season name="Roots">2</podcast:season>
          <itunes:episode>1</itunes:episode>
          <podcast:episode>1</podcast:episode>
          <itunes:episodeType>full</itunes:episodeType>
          <itunes:explicit>false</itunes:explicit>
          <itunes:image href="https://example.com/pod/media/artwork.jpg"/>
          <podcast:person role="author" group="writing" href="https://example.com/bo">Bo Fig</podcast:person>
          <dc:creator>Bo Fig</dc:creator>
          <category>soil</category>
          <category>R&amp;D</category>
          <podcast:chapters url="https://example.com/pod/chapters/soil-1.json" type="application/json+chapters"/>
          <podcast:transcript url="https://example.com/pod/media/soil-1.vtt" type="text/vtt" language="en" rel="captions"/>
          <podcast:transcript url="https://example.com/pod/media/soil-1.txt" type="text/plain"/>
          <psc:chapters version="1.2">
            <psc:chapter start="00:00:00.000" title="Intro"/>
            <psc:chapter start="00:01:01.500" title="Worms &amp; &quot;friends&quot;" href="https://example.com/worms" image="https://example.com/worm.jpg"/>
          </psc:chapters>
        </item>
      </channel>
    </rss>
    "
  `)
})

test('three parsers find the same guids, enclosures, durations and chapters', () => {
  const episodes = [3, 2, 1].map((number) => sampleEpisode(number))
  const document = renderFeed(rss, sampleShow(), episodes)
  const expected = episodes.map(({ guid, enclosure, chaptersUrl }) => ({
    guid,
    url: enclosure.url,
    length: enclosure.length,
    type: enclosure.type,
    duration: Math.round(enclosure.duration ?? 0),
    chapters: chaptersUrl,
  }))

  const partytime = parseFeed(document)?.items.map(({ guid, enclosure, duration, podcastChapters }) => ({
    guid,
    ...enclosure,
    duration,
    chapters: podcastChapters?.url,
  }))
  expect(partytime).toEqual(expected)

  const feedsmith = parseRssFeed(document).items?.map(({ guid, enclosures, itunes, podcast }) => ({
    guid: guid?.value,
    ...enclosures?.[0],
    duration: itunes?.duration,
    chapters: podcast?.chapters?.url,
  }))
  expect(feedsmith).toEqual(expected)

  const saxes = childrenOf(childOf(readXml(document), 'channel'), 'item').map((item) => ({
    guid: childOf(item, 'guid').text,
    url: childOf(item, 'enclosure').attributes.url,
    length: Number(childOf(item, 'enclosure').attributes.length),
    type: childOf(item, 'enclosure').attributes.type,
    duration: Number(childOf(item, 'itunes:duration').text),
    chapters: childOf(item, 'podcast:chapters').attributes.url,
  }))
  expect(saxes).toEqual(expected)
})

test('declares the namespaces under the prefixes that readers know', () => {
  const { name, attributes } = readXml(renderFeed(rss, sampleShow(), []))
  expect(name).toBe('rss')
  expect(attributes).toEqual({
    version: '2.0',
    'xmlns:itunes': 'http://www.itunes.com/dtds/podcast-1.0.dtd',
    'xmlns:podcast': 'https://podcastindex.org/namespace/1.0',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:psc': 'http://podlove.org/simple-chapters',
  })
})

test.each([
  ['title', 'Fern & Fig'],
  ['link', 'https://example.com/'],
  ['description', 'Two gardeners talk about soil & seeds.'],
  ['language', 'en'],
  ['podcast:guid', '9b024349-ccf0-5f69-a609-6b82873eab3c'],
  ['itunes:author', 'The Fern & Fig Company'],
  ['itunes:explicit', 'false'],
  ['podcast:locked', 'yes'],
  ['podcast:medium', 'podcast'],
])('says %s of the show once', (name, text) => expect(childOf(channelOf(), name).text).toBe(text))

test('points to itself', () => {
  expect(childOf(channelOf(), 'atom:link').attributes).toEqual({
    rel: 'self',
    type: 'application/rss+xml',
    href: 'https://example.com/pod/feed.xml',
  })
})

test('leaves out what a show does not say', () => {
  const names = channelOf({ values: {} }).children.map(({ name }) => name)
  expect(names).toEqual([
    'title',
    'link',
    'description',
    'language',
    'generator',
    'pubDate',
    'lastBuildDate',
    'atom:link',
    'podcast:guid',
  ])
})

test('the image block has no measures', () => {
  expect(childOf(channelOf(), 'image').children.map(({ name, text }) => [name, text])).toEqual([
    ['url', 'https://example.com/pod/media/artwork.jpg'],
    ['title', 'Fern & Fig'],
    ['link', 'https://example.com/'],
  ])
})

test('a guid is never a permalink, even if it is a URL', () => {
  const guid = childOf(itemOf({ guid: 'https://example.com/1' }), 'guid')
  expect(guid).toMatchObject({ text: 'https://example.com/1', attributes: { isPermaLink: 'false' } })
})

test('the description comes before the full notes', () => {
  const names = itemOf().children.map(({ name }) => name)
  expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'))
})

test.each([
  ['soil < sand', 'soil &lt; sand'],
  ['Vec<T>', 'Vec&lt;T>'],
  ['R&D', 'R&amp;D'],
  ['&copy;', '&amp;copy;'],
  ['&#65;', '&amp;#65;'],
])('a description that HTML would change, such as %j, is escaped', (summary, text) =>
  expect(childOf(itemOf({ summary }), 'description').text).toBe(text),
)

test('the chapters are lines in the description, and the notes stay as they are', () => {
  const timestamps = ['0:00 Soil', '1:00 Seeds & <b>', '2:00 Bye']
  const item = itemOf({ summary: 'Listen.', timestamps })
  expect(childOf(item, 'description').text).toBe('Listen.<br>\n<br>\n0:00 Soil<br>\n1:00 Seeds & &lt;b><br>\n2:00 Bye')
  expect(childOf(item, 'content:encoded').text).toBe(childOf(itemOf(), 'content:encoded').text)
})

test.each(['Fern & Fig', 'a > b', `it's "so"`])('a description that HTML leaves alone, such as %j, is not', (summary) =>
  expect(childOf(itemOf({ summary }), 'description').text).toBe(summary),
)

test.each([
  [1800.4, '1800'],
  [1800.5, '1801'],
])('a duration of %d s is written as %s', (duration, text) => {
  const { enclosure } = sampleEpisode(1)
  expect(childOf(itemOf({ enclosure: { ...enclosure, duration } }), 'itunes:duration').text).toBe(text)
})

test('an item leaves out what an episode does not have', () => {
  const { url, length, type } = sampleEpisode(1).enclosure
  const bare = itemOf(
    {
      notesHtml: '',
      keywords: [],
      enclosure: { url, length, type },
      chapters: [],
      chaptersUrl: undefined,
      transcripts: [],
      values: {},
    },
    sampleShow({ values: {} }),
  )
  expect(bare.children.map(({ name }) => name)).toEqual([
    'title',
    'link',
    'guid',
    'pubDate',
    'description',
    'enclosure',
    'itunes:episodeType',
  ])
})

test('an item restates the show’s artwork and advisory', () => {
  const item = itemOf({ values: {} })
  expect(childOf(item, 'itunes:image').attributes.href).toBe('https://example.com/pod/media/artwork.jpg')
  expect(childOf(item, 'itunes:explicit').text).toBe('false')
  expect(childOf(item, 'itunes:episodeType').text).toBe('full')
})

test('an item’s own artwork and advisory win', () => {
  const item = itemOf({ values: { image: 'https://example.com/own.png', explicit: true, episodeType: 'bonus' } })
  expect(childOf(item, 'itunes:image').attributes.href).toBe('https://example.com/own.png')
  expect(childOf(item, 'itunes:explicit').text).toBe('true')
  expect(childOf(item, 'itunes:episodeType').text).toBe('bonus')
})

test('transcripts come in the order in which apps prefer them', () => {
  const types = [
    'text/plain',
    'application/x-unknown',
    'text/html',
    'application/json',
    'application/x-subrip',
    'text/vtt',
  ]
  const item = itemOf({ transcripts: types.map((type) => ({ url: `https://example.com/${type}`, type })) })
  expect(childrenOf(item, 'podcast:transcript').map(({ attributes }) => attributes.type)).toEqual([
    'text/vtt',
    'application/x-subrip',
    'application/json',
    'text/html',
    'text/plain',
    'application/x-unknown',
  ])
})

test('Simple Chapters are written by default, without hidden ones', () => {
  const chapters = childOf(itemOf(), 'psc:chapters')
  expect(chapters.attributes.version).toBe('1.2')
  expect(chapters.children.map(({ attributes }) => attributes)).toEqual([
    { start: '00:00:00.000', title: 'Intro' },
    {
      start: '00:01:01.500',
      title: 'Worms & "friends"',
      href: 'https://example.com/worms',
      image: 'https://example.com/worm.jpg',
    },
  ])
})

test.each([
  ['auto', 100, 1],
  ['auto', 101, 0],
  [true, 101, 1],
] as const)(
  'where simpleChapters is %s, an item of %i chapters has %i lists of them',
  (simpleChapters, count, lists) => {
    const chapters = Array.from({ length: count }, (_, start) => ({ start, title: `Part ${start}` }))
    const show = sampleShow({ output: { ...sampleShow().output, simpleChapters } })
    const hidden = { start: count, title: 'A picture', toc: false }
    expect(childrenOf(itemOf({ chapters: [...chapters, hidden] }, show), 'psc:chapters')).toHaveLength(lists)
  },
)

test('Simple Chapters are not written if the show does not want them, nor declared', () => {
  const show = sampleShow({ output: { ...sampleShow().output, simpleChapters: false } })
  expect(childrenOf(itemOf({}, show), 'psc:chapters')).toEqual([])
  expect(readXml(renderFeed(rss, show, [])).attributes).not.toHaveProperty('xmlns:psc')
})

test('an episode with hidden chapters only has no Simple Chapters', () => {
  expect(childrenOf(itemOf({ chapters: [{ start: 0, title: 'x', toc: false }] }), 'psc:chapters')).toEqual([])
})

test('links within the notes lead to the episode’s page', () => {
  const item = itemOf({ notesHtml: '<p><a href="#fn-1">1</a></p>' })
  expect(childOf(item, 'content:encoded').text).toBe(
    '<p><a href="https://example.com/pod/episodes/soil-1/#fn-1">1</a></p>',
  )
})

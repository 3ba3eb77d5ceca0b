import { feedReader } from '../../src/check/read-feed.ts'
import { startCheck } from '../../src/check/run.ts'
import type { CheckSettings } from '../../src/check/settings.ts'
import { targetsOf } from '../../src/check/targets.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Answer, Example, Rule, Target } from '../../src/model/rule.ts'

/** The channel of a feed with which nothing is wrong, and its item. */
const goodChannel = `<atom:link rel="self" type="application/rss+xml" href="https://soil.example/feed.xml"/>
<title>Soil and Seed</title>
<link>https://soil.example/</link>
<description>How things grow, told slowly.</description>
<language>en</language>
<itunes:image href="https://soil.example/artwork.jpg"/>
<itunes:category text="Science"><itunes:category text="Earth Sciences"/></itunes:category>
<itunes:explicit>false</itunes:explicit>
<itunes:author>The Soil and Seed team</itunes:author>
<itunes:type>episodic</itunes:type>
<podcast:locked owner="hello@soil.example">yes</podcast:locked>
<podcast:guid>0e3a7a9a-2ef5-5a26-8f6b-4fd7f1b6a0c5</podcast:guid>`

const goodItem = `<title>Roots</title>
<link>https://soil.example/roots/</link>
<description>All about roots.</description>
<guid isPermaLink="false">soil-and-seed-roots</guid>
<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>
<enclosure url="https://soil.example/audio/roots.mp3" length="1234567" type="audio/mpeg"/>
<itunes:duration>1800</itunes:duration>
<itunes:explicit>false</itunes:explicit>
<itunes:image href="https://soil.example/roots.jpg"/>
<itunes:episode>1</itunes:episode>
<itunes:episodeType>full</itunes:episodeType>
<podcast:transcript url="https://soil.example/roots.vtt" type="text/vtt"/>
<podcast:chapters url="https://soil.example/roots.json" type="application/json+chapters"/>`

const root = `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">`

/** The elements of a piece of XML that lie in no other, by name, in order. */
function elementsOf(xml: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = []
  const pattern = /<(\/?)([\w:-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|<!\[CDATA\[[\s\S]*?\]\]>/g
  let depth = 0
  let start = 0
  for (const { 0: tag, 1: slash, 2: name = '', 4: closed, index } of xml.matchAll(pattern)) {
    if (tag.startsWith('<![')) continue
    if (slash === '' && depth === 0) start = index
    if (slash === '' && closed === '') depth++
    if (slash !== '') depth--
    if (depth === 0) {
      const text = xml.slice(start, index + tag.length)
      found.push({ name: slash === '' ? name : (/^<([\w:-]+)/.exec(text)?.[1] ?? ''), text })
    }
  }
  return found
}

/** The good elements, those that an example writes itself replaced by its own, which come where the first stood. */
function merged(good: string, own: string, without: readonly string[]): string {
  const ours = elementsOf(own)
  const names = new Set(ours.map(({ name }) => name))
  const kept = elementsOf(good).filter(({ name }) => !names.has(name) && !without.includes(name))
  return [...kept.map(({ text }) => text), own].join('\n')
}

/** The whole document of an example. */
export function exampleDocument({ channel = '', item = '', without = [], document }: Example): string {
  if (document !== undefined) return document
  const inItem = without.filter((name) => name.startsWith('item/')).map((name) => name.slice('item/'.length))
  const items = (Array.isArray(item) ? item : [item]).map((own) => `<item>\n${merged(goodItem, own, inItem)}\n</item>`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n<channel>\n${merged(goodChannel, channel, without)}\n${items.join('\n')}\n</channel>\n</rss>\n`
}

/** What an address answers with which nothing is wrong. */
export function goodAnswer({ kind, url, node }: Pick<Target, 'kind' | 'url'> & Partial<Target>): Answer {
  const types: Record<string, string> = {
    feed: 'application/rss+xml; charset=utf-8',
    enclosure: node?.attributes.type ?? 'audio/mpeg',
    image: 'image/jpeg',
    transcript: node?.attributes.type ?? 'text/vtt',
    chapters: 'application/json+chapters',
    page: 'text/html',
  }
  const length = node?.attributes.length === undefined ? 1000 : Number(node.attributes.length)
  return {
    url,
    redirects: [],
    status: 200,
    headers: {
      'content-type': types[kind] ?? '',
      'content-length': String(length),
      'accept-ranges': 'bytes',
      'access-control-allow-origin': '*',
      'last-modified': 'Mon, 05 Jan 2026 10:00:00 GMT',
      etag: '"1"',
      'content-encoding': kind === 'feed' ? 'gzip' : '',
    },
    length,
    ranges: true,
    head: true,
    ...(kind === 'enclosure' ? { bytes: new Uint8Array([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 0]) } : {}),
    ...(kind === 'image' ? { image: { type: 'image/jpeg', width: 3000, height: 3000 } } : {}),
  }
}

/** What rules find in an example. */
export function checkExample(rules: readonly Rule[], example: Example, settings: CheckSettings = {}): Diagnostic[] {
  const facts = { nowMs: Date.UTC(2026, 5, 1), ...example.facts }
  const check = startCheck(rules, settings, facts)
  const targets: Target[] = []
  const reader = feedReader('feed.xml', {
    ...check,
    item: (item, channel) => {
      targets.push(...targetsOf(item))
      check.item(item, channel)
    },
    channel: (channel, late) => {
      for (const child of channel.children) targets.push(...targetsOf(child))
      check.channel(channel, late)
    },
    document: (document, channel) => {
      const { root: node } = document
      targets.push({ kind: 'feed', url: facts.url ?? 'https://soil.example/feed.xml', node, place: document.place })
      check.document(document, channel)
    },
  })
  const document = exampleDocument(example)
  reader.write(document)
  reader.end({ encoding: 'utf-8', bytes: Buffer.byteLength(document) })
  for (const target of targets) check.answer(target, { ...goodAnswer(target), ...example.answers?.[target.url] })
  return check.findings()
}

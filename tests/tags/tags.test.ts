import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { type ChannelValues, channelTags, itemTags, writeTags } from '../../src/tags/index.ts'
import type { Level, Tag } from '../../src/tags/tag.ts'
import { renderXml } from '../../src/text/xml.ts'

const tagsOf: Record<Level, readonly Tag[]> = { channel: channelTags, item: itemTags }

/** What a line of YAML becomes in the feed. */
function written(level: Level, yaml: string): string {
  const values = Object.entries(load(yaml) as Record<string, unknown>).map(([key, value]) => {
    const tag = tagsOf[level].find((one) => one.key === key)
    if (tag === undefined) throw new Error(`no ${level} tag is called ${key}`)
    return [key, tag.schema.parse(value)]
  })
  return renderXml(writeTags(level, Object.fromEntries(values)))
}

const channel: readonly (readonly [yaml: string, xml: string])[] = [
  ['author: The Fern & Fig Company', '<itunes:author>The Fern &amp; Fig Company</itunes:author>'],
  ['author: 1984', '<itunes:author>1984</itunes:author>'],
  [
    'owner: { name: Fern Fig, email: hello@example.com }',
    '<itunes:owner>\n  <itunes:name>Fern Fig</itunes:name>\n  <itunes:email>hello@example.com</itunes:email>\n</itunes:owner>',
  ],
  ['image: https://example.com/a.jpg?b=1&c=2', '<itunes:image href="https://example.com/a.jpg?b=1&amp;c=2"/>'],
  ['categories: Technology', '<itunes:category text="Technology"/>'],
  [
    'categories: [Society & Culture > Documentary, Arts]',
    '<itunes:category text="Society &amp; Culture">\n  <itunes:category text="Documentary"/>\n</itunes:category>\n<itunes:category text="Arts"/>',
  ],
  [
    'categories: [{ Leisure: [Games, Hobbies] }]',
    '<itunes:category text="Leisure">\n  <itunes:category text="Games"/>\n  <itunes:category text="Hobbies"/>\n</itunes:category>',
  ],
  ['explicit: yes', '<itunes:explicit>true</itunes:explicit>'],
  ['explicit: clean', '<itunes:explicit>false</itunes:explicit>'],
  ['type: serial', '<itunes:type>serial</itunes:type>'],
  ['copyright: © 2026 Fern Fig', '<copyright>© 2026 Fern Fig</copyright>'],
  ['block: true', '<itunes:block>Yes</itunes:block>\n<podcast:block>yes</podcast:block>'],
  ['block: false', ''],
  ['complete: true', '<itunes:complete>Yes</itunes:complete>'],
  ['complete: false', ''],
  [
    'newFeedUrl: https://example.com/feed.xml',
    '<itunes:new-feed-url>https://example.com/feed.xml</itunes:new-feed-url>',
  ],
  ['locked: false', '<podcast:locked>no</podcast:locked>'],
  ['locked: { value: true, owner: a@example.com }', '<podcast:locked owner="a@example.com">yes</podcast:locked>'],
  ['medium: audiobook', '<podcast:medium>audiobook</podcast:medium>'],
  [
    'funding: https://example.com/give',
    '<podcast:funding url="https://example.com/give">Support the show</podcast:funding>',
  ],
  [
    'funding: [{ url: https://example.com/a, text: A }, { url: https://example.com/b, text: B }]',
    '<podcast:funding url="https://example.com/a">A</podcast:funding>\n<podcast:funding url="https://example.com/b">B</podcast:funding>',
  ],
  ['persons: Ada Fern', '<podcast:person>Ada Fern</podcast:person>'],
]

const item: readonly (readonly [yaml: string, xml: string])[] = [
  ['season: 2', '<itunes:season>2</itunes:season>\n<podcast:season>2</podcast:season>'],
  [
    'season: { number: 2, name: Roots }',
    '<itunes:season>2</itunes:season>\n<podcast:season name="Roots">2</podcast:season>',
  ],
  ['episode: "7"', '<itunes:episode>7</itunes:episode>\n<podcast:episode>7</podcast:episode>'],
  [
    'episode: { number: 3, display: Ch. 3 }',
    '<itunes:episode>3</itunes:episode>\n<podcast:episode display="Ch. 3">3</podcast:episode>',
  ],
  ['episodeType: trailer', '<itunes:episodeType>trailer</itunes:episodeType>'],
  ['explicit: true', '<itunes:explicit>true</itunes:explicit>'],
  ['image: https://example.com/a.png', '<itunes:image href="https://example.com/a.png"/>'],
  ['block: true', '<itunes:block>Yes</itunes:block>'],
  [
    'funding: https://example.com/give',
    '<podcast:funding url="https://example.com/give">Support the show</podcast:funding>',
  ],
  [
    'persons: [{ name: Ada Fern, role: Host, group: Cast, img: https://example.com/a.png, href: https://example.com/a }, Bo]',
    '<podcast:person role="host" group="cast" img="https://example.com/a.png" href="https://example.com/a">Ada Fern</podcast:person>\n<podcast:person>Bo</podcast:person>',
  ],
]

describe.each([
  ['channel', channel],
  ['item', item],
] as const)('%s', (level, cases) => {
  test.each(cases)('%s', (yaml, xml) => expect(written(level, yaml)).toBe(xml))

  test('every tag is tested', () => {
    const tested = new Set(cases.map(([yaml]) => yaml.slice(0, yaml.indexOf(':'))))
    expect(tagsOf[level].map(({ key }) => key).filter((key) => !tested.has(key))).toEqual([])
  })

  test.each(tagsOf[level].map((tag) => [tag.key, tag] as const))('the example of %s is what it takes', (key, tag) => {
    expect(tag.levels).toContain(level)
    const example = load(tag.docs.example) as Record<string, unknown>
    expect(Object.keys(example)).toEqual([key])
    expect(tag.schema.safeParse(example[key])).toMatchObject({ success: true })
  })
})

test.each([
  ['channel', 'owner: Fern Fig'],
  ['channel', 'owner: { name: Fern Fig, email: fern }'],
  ['channel', 'type: Serial'],
  ['channel', 'medium: radio'],
  ['channel', 'explicit: maybe'],
  ['channel', 'newFeedUrl: feed.xml'],
  ['channel', 'funding: give'],
  ['channel', 'categories: [{ Arts: Books, Leisure: Games }]'],
  ['channel', 'locked: { value: true }'],
  ['channel', 'author: ""'],
  ['item', 'season: 0'],
  ['item', 'season: 1.5'],
  ['item', 'episode: -1'],
  ['item', 'episode: twelve'],
  ['item', 'episodeType: Full'],
  ['item', 'persons: [{ role: host }]'],
  ['item', 'persons: [{ name: Ada, href: ada }]'],
] as const)('the %s does not take %s', (level, yaml) => expect(() => written(level, yaml)).toThrow())

test('the owner’s address is the lock’s, if the lock has none', () => {
  const values: ChannelValues = {
    owner: { name: 'Fern Fig', email: 'hello@example.com' },
    locked: { value: true, owner: undefined },
  }
  expect(renderXml(writeTags('channel', values))).toContain(
    '<podcast:locked owner="hello@example.com">yes</podcast:locked>',
  )
})

test('elements stand in the order of the list, whatever the order of the values', () => {
  const names = writeTags('item', { explicit: false, season: { number: 1, name: undefined } }).map(({ name }) => name)
  expect(names).toEqual(['itunes:season', 'podcast:season', 'itunes:explicit'])
})

test('a value that is not there writes nothing', () => expect(writeTags('item', { season: undefined })).toEqual([]))

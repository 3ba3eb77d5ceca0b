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
  return renderXml(writeTags(level, Object.fromEntries(values), { timeZone: 'Europe/Berlin' }))
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
  ['itunesTitle: Roots', '<itunes:title>Roots</itunes:title>'],
  [
    'managingEditor: { name: Fern (the) Fig, email: a@example.com }',
    '<managingEditor>a@example.com (Fern the Fig)</managingEditor>',
  ],
  ['webMaster: { name: Fern Fig, email: a@example.com }', '<webMaster>a@example.com (Fern Fig)</webMaster>'],
  ['ttl: "60"', '<ttl>60</ttl>'],
  [
    'hubs: [https://hub.example.com/, https://hub2.example.com/?a=1&b=2]',
    '<atom:link rel="hub" href="https://hub.example.com/"/>\n<atom:link rel="hub" href="https://hub2.example.com/?a=1&amp;b=2"/>',
  ],
  ['appleVerify: 3f2a-77c1', '<itunes:applepodcastsverify>3f2a-77c1</itunes:applepodcastsverify>'],
  [
    'spotify: { recent: 100, countries: [DE, at] }',
    '<spotify:limit recentCount="100"/>\n<spotify:countryOfOrigin>de at</spotify:countryOfOrigin>',
  ],
  ['spotify: { countries: ch }', '<spotify:countryOfOrigin>ch</spotify:countryOfOrigin>'],
  [
    'block: [google, amazon]',
    '<podcast:block id="google">yes</podcast:block>\n<podcast:block id="amazon">yes</podcast:block>',
  ],
  [
    'block: { all: true, podcastindex: no }',
    '<itunes:block>Yes</itunes:block>\n<podcast:block>yes</podcast:block>\n<podcast:block id="podcastindex">no</podcast:block>',
  ],
  ['block: { all: false, podcastindex: false }', ''],
  ['block: [apple]', '<itunes:block>Yes</itunes:block>\n<podcast:block id="apple">yes</podcast:block>'],
  ['medium: musicL', '<podcast:medium>musicL</podcast:medium>'],
  ['location: Berlin', '<podcast:location>Berlin</podcast:location>'],
  [
    'location: [{ name: "Austin, TX", rel: creator, geo: "geo:30.2672,-97.7431", osm: R113314, country: US }]',
    '<podcast:location rel="creator" geo="geo:30.2672,-97.7431" osm="R113314" country="US">Austin, TX</podcast:location>',
  ],
  [
    'license: CC-BY-4.0',
    '<podcast:license url="https://creativecommons.org/licenses/by/4.0/">CC-BY-4.0</podcast:license>',
  ],
  [
    'license: { identifier: ours, url: https://example.com/licence }',
    '<podcast:license url="https://example.com/licence">ours</podcast:license>',
  ],
  ['images: https://example.com/a.jpg', '<podcast:image href="https://example.com/a.jpg"/>'],
  [
    'images: [{ href: https://example.com/b.jpg, alt: A forest, width: 1920, height: 1080, type: image/jpeg, purpose: banner social }, { href: https://example.com/c.jpg, aspectRatio: 16/9 }]',
    '<podcast:image href="https://example.com/b.jpg" alt="A forest" aspect-ratio="16/9" width="1920" height="1080" type="image/jpeg" purpose="banner social"/>\n<podcast:image href="https://example.com/c.jpg" aspect-ratio="16/9"/>',
  ],
  [
    'trailers: { title: Coming soon, url: https://example.com/t.mp3, date: 2026-02-20, length: 1234567, season: 2 }',
    '<podcast:trailer url="https://example.com/t.mp3" pubdate="Thu, 19 Feb 2026 23:00:00 GMT" length="1234567" type="audio/mpeg" season="2">Coming soon</podcast:trailer>',
  ],
  ['updateFrequency: Weekly', '<podcast:updateFrequency>Weekly</podcast:updateFrequency>'],
  [
    'updateFrequency: { text: Daily, rrule: FREQ=DAILY;COUNT=5, dtstart: 2026-01-01T10:00:00+01:00, complete: false }',
    '<podcast:updateFrequency rrule="FREQ=DAILY;COUNT=5" dtstart="2026-01-01T09:00:00Z" complete="false">Daily</podcast:updateFrequency>',
  ],
  ['podping: yes', '<podcast:podping usesPodping="true"/>'],
  ['socialInteract: disabled', '<podcast:socialInteract protocol="disabled"/>'],
  [
    'socialInteract: [{ protocol: activitypub, uri: https://example.social/@soil/7, accountId: "@soil@example.social", accountUrl: https://example.social/@soil, priority: 1 }]',
    '<podcast:socialInteract protocol="activitypub" uri="https://example.social/@soil/7" accountId="@soil@example.social" accountUrl="https://example.social/@soil" priority="1"/>',
  ],
  [
    'chat: { server: irc.example.com, protocol: irc, accountId: soil, space: "#soil" }',
    '<podcast:chat server="irc.example.com" protocol="irc" accountId="soil" space="#soil"/>',
  ],
  [
    'value: { suggested: 0.00000005, recipients: [{ name: Ada, address: ada@example.com, split: 95 }, { address: 03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25cfc425ac605e61a4a, split: 5, customKey: "696969", customValue: x, fee: true }] }',
    '<podcast:value type="lightning" method="lnaddress" suggested="0.00000005">\n  <podcast:valueRecipient name="Ada" type="lnaddress" address="ada@example.com" split="95"/>\n  <podcast:valueRecipient type="node" address="03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25cfc425ac605e61a4a" split="5" customKey="696969" customValue="x" fee="true"/>\n</podcast:value>',
  ],
  [
    'value: [{ recipients: [{ address: 03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25cfc425ac605e61a4a, split: 1 }], timeSplits: [{ start: "1:00", duration: 237, remoteStart: 15, remotePercentage: 95, remoteItem: { feedGuid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, itemGuid: song-7, medium: music } }, { start: 400, duration: 60, recipients: { address: bo@example.com, split: 1 } }] }]',
    '<podcast:value type="lightning" method="keysend">\n  <podcast:valueRecipient type="node" address="03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25cfc425ac605e61a4a" split="1"/>\n  <podcast:valueTimeSplit startTime="60" duration="237" remoteStartTime="15" remotePercentage="95">\n    <podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810" itemGuid="song-7" medium="music"/>\n  </podcast:valueTimeSplit>\n  <podcast:valueTimeSplit startTime="400" duration="60">\n    <podcast:valueRecipient type="lnaddress" address="bo@example.com" split="1"/>\n  </podcast:valueTimeSplit>\n</podcast:value>',
  ],
  ['txt: S6lpp', '<podcast:txt>S6lpp</podcast:txt>'],
  [
    'txt: [{ purpose: verify, text: a & b }, c]',
    '<podcast:txt purpose="verify">a &amp; b</podcast:txt>\n<podcast:txt>c</podcast:txt>',
  ],
  [
    'podroll: [{ feedGuid: 29cdca4a-32d8-56ba-b48b-09a011c5daa9, feedUrl: https://example.com/feed.xml, title: Leaves }]',
    '<podcast:podroll>\n  <podcast:remoteItem feedGuid="29cdca4a-32d8-56ba-b48b-09a011c5daa9" feedUrl="https://example.com/feed.xml" title="Leaves"/>\n</podcast:podroll>',
  ],
  ['podroll: []', ''],
  [
    'publisher: { feedGuid: 003af0a0-6a45-55cf-b765-68e3d349551a, feedUrl: https://example.com/network.xml }',
    '<podcast:publisher>\n  <podcast:remoteItem feedGuid="003af0a0-6a45-55cf-b765-68e3d349551a" feedUrl="https://example.com/network.xml" medium="publisher"/>\n</podcast:publisher>',
  ],
  [
    'remoteItems: { feedGuid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, itemGuid: song-7, medium: music }',
    '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810" itemGuid="song-7" medium="music"/>',
  ],
  [
    'live: { status: live, start: 2026-03-01 20:00, end: 2026-03-01T22:00:00+01:00, title: Questions, description: Ask us, guid: live-1, link: https://example.com/live, audio: https://example.com/live.mp3, contentLinks: { href: https://example.com/live, text: Listen here }, persons: Ada, chat: { server: irc.example.com, protocol: irc } }',
    '<podcast:liveItem status="live" start="2026-03-01T19:00:00Z" end="2026-03-01T21:00:00Z">\n  <title>Questions</title>\n  <description>Ask us</description>\n  <link>https://example.com/live</link>\n  <guid isPermaLink="false">live-1</guid>\n  <enclosure url="https://example.com/live.mp3" length="0" type="audio/mpeg"/>\n  <podcast:person>Ada</podcast:person>\n  <podcast:contentLink href="https://example.com/live">Listen here</podcast:contentLink>\n  <podcast:chat server="irc.example.com" protocol="irc"/>\n</podcast:liveItem>',
  ],
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
  ['itunesTitle: Roots', '<itunes:title>Roots</itunes:title>'],
  ['comments: https://example.com/7#c', '<comments>https://example.com/7#c</comments>'],
  ['episode: 12.5', '<podcast:episode>12.5</podcast:episode>'],
  ['location: { name: Berlin, rel: subject }', '<podcast:location rel="subject">Berlin</podcast:location>'],
  [
    'license: { identifier: CC0-1.0 }',
    '<podcast:license url="https://creativecommons.org/publicdomain/zero/1.0/">CC0-1.0</podcast:license>',
  ],
  ['images: https://example.com/a.jpg', '<podcast:image href="https://example.com/a.jpg"/>'],
  [
    'soundbites: [{ start: "1:13.5", duration: 60, title: Worms }, { start: 0, duration: 30 }]',
    '<podcast:soundbite startTime="73.5" duration="60">Worms</podcast:soundbite>\n<podcast:soundbite startTime="0" duration="30"/>',
  ],
  [
    'alternateEnclosures: [{ type: video/mp4, length: 7924786, bitrate: 511276.52, height: 720, lang: en, title: Video, rel: video, codecs: avc1, default: true, sources: [https://example.com/7.mp4, { uri: ipfs://bafy7, contentType: application/x-ipfs }], integrity: sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo }, { sources: https://example.com/7.opus }]',
    '<podcast:alternateEnclosure type="video/mp4" length="7924786" bitrate="511276.520000000018626" height="720" lang="en" title="Video" rel="video" codecs="avc1" default="true">\n  <podcast:source uri="https://example.com/7.mp4"/>\n  <podcast:source uri="ipfs://bafy7" contentType="application/x-ipfs"/>\n  <podcast:integrity type="sri" value="sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"/>\n</podcast:alternateEnclosure>\n<podcast:alternateEnclosure type="audio/ogg" length="0">\n  <podcast:source uri="https://example.com/7.opus"/>\n</podcast:alternateEnclosure>',
  ],
  [
    'contentLinks: { href: https://video.example.com/7, text: Watch it }',
    '<podcast:contentLink href="https://video.example.com/7">Watch it</podcast:contentLink>',
  ],
  [
    'socialInteract: { protocol: nostr, uri: "nostr:note1" }',
    '<podcast:socialInteract protocol="nostr" uri="nostr:note1"/>',
  ],
  ['chat: { server: irc.example.com, protocol: irc }', '<podcast:chat server="irc.example.com" protocol="irc"/>'],
  [
    'value: { method: keysend, type: lightning, recipients: { type: node, address: abc, split: 1 } }',
    '<podcast:value type="lightning" method="keysend">\n  <podcast:valueRecipient type="node" address="abc" split="1"/>\n</podcast:value>',
  ],
  ['txt: hello', '<podcast:txt>hello</podcast:txt>'],
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
  ['channel', 'block: [myspace]'],
  ['channel', 'hubs: hub'],
  ['channel', 'license: ours'],
  ['channel', 'license: { identifier: ours }'],
  ['channel', 'location: { geo: "geo:1,2" }'],
  ['channel', 'location: { name: London, country: UK }'],
  ['channel', 'location: { name: London, geo: "51.5,0" }'],
  ['channel', 'trailers: { title: Soon, url: a.mp3, date: 2026-02-30 }'],
  ['channel', 'updateFrequency: { text: x, rrule: weekly }'],
  ['channel', 'updateFrequency: { text: x, rrule: FREQ=DAILY;COUNT=5 }'],
  ['channel', 'socialInteract: { protocol: activitypub }'],
  ['channel', 'socialInteract: { protocol: myspace, uri: https://example.com }'],
  ['channel', 'chat: { server: irc.example.com }'],
  ['channel', 'chat: { server: irc.example.com, protocol: icq }'],
  ['channel', 'podroll: { feedUrl: https://example.com/feed.xml }'],
  ['channel', 'remoteItems: { feedGuid: seven }'],
  ['channel', 'value: { type: lightning }'],
  ['channel', 'value: { recipients: [{ address: a@example.com }] }'],
  ['channel', 'value: { recipients: [{ address: a@example.com, split: 1.5 }] }'],
  ['channel', 'value: { recipients: [{ address: a@example.com, split: 1 }], timeSplits: [{ start: 1, duration: 2 }] }'],
  [
    'channel',
    'live: { status: now, start: 2026-03-01, title: A, guid: a, audio: https://example.com/a, contentLinks: { href: https://example.com, text: x } }',
  ],
  ['channel', 'live: { status: live, start: 2026-03-01, title: A, guid: a, audio: https://example.com/a }'],
  ['channel', 'ttl: 0'],
  ['item', 'soundbites: [{ start: 1 }]'],
  ['item', 'soundbites: [{ start: 1, duration: 0 }]'],
  ['item', 'alternateEnclosures: [{ sources: https://example.com/stream }]'],
  ['item', 'alternateEnclosures: [{ type: audio/ogg }]'],
  ['item', 'alternateEnclosures: [{ sources: a.mp3, integrity: sha1-abc }]'],
  ['item', 'block: [google]'],
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

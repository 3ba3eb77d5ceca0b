import { parseRssFeed } from 'feedsmith'
import { load } from 'js-yaml'
import partytime from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { rss } from '../../src/feed/formats/rss.ts'
import { renderFeed } from '../../src/feed/render.ts'
import { channelTags, itemTags } from '../../src/tags/index.ts'
import type { Level, Tag } from '../../src/tags/tag.ts'
import { readXml } from '../feed/read-xml.ts'
import { sampleEpisode, sampleShow } from '../feed/sample.ts'

/** Independent parsers: what each makes of the channel, or of the first item. */
const readers = {
  feedsmith: (document: string, level: Level): unknown => {
    const feed = parseRssFeed(document)
    return level === 'channel' ? feed : feed.items?.[0]
  },
  partytime: (document: string, level: Level): unknown => {
    const feed = partytime.parseFeed(document)
    return level === 'channel' ? feed : feed?.items[0]
  },
  // For the few elements that neither of them reads: strict XML, as [name, attributes, text].
  saxes: (document: string, level: Level): unknown => {
    const [channel] = readXml(document).children
    const parent = level === 'channel' ? channel : channel?.children.find(({ name }) => name === 'item')
    return parent?.children.map(({ name, attributes, text }) => [name, attributes, text])
  },
} as const

const valuesOf = (tags: readonly Tag[], yaml: string): object =>
  Object.fromEntries(
    Object.entries(load(yaml) as Record<string, unknown>).map(([key, value]) => [
      key,
      tags.find((tag) => tag.key === key)?.schema.parse(value),
    ]),
  )

/** A feed in which only these keys are written. */
function feedWith(level: Level, yaml: string): string {
  const values = valuesOf(level === 'channel' ? channelTags : itemTags, yaml)
  const show = sampleShow(level === 'channel' ? { values } : { values: {} })
  return renderFeed(rss, show, [sampleEpisode(1, { values: level === 'item' ? values : {} })])
}

const node = '03ae9f91a0cb8ff43840e3c322c4c61f019d8c1c3cea15a25cfc425ac605e61a4a'
const feedGuid = '917393e3-1b1e-5cef-ace4-edaa54e1f810'

/** What is written → by whom it is read → what they find. */
const rows: readonly (readonly [level: Level, yaml: string, reader: keyof typeof readers, found: object])[] = [
  ['channel', 'itunesTitle: Roots', 'feedsmith', { itunes: { title: 'Roots' } }],
  ['channel', 'author: Fern & Fig', 'feedsmith', { itunes: { author: 'Fern & Fig' } }],
  ['channel', 'author: Fern & Fig', 'partytime', { author: 'Fern & Fig' }],
  [
    'channel',
    'owner: { name: Fern, email: a@example.com }',
    'partytime',
    { owner: { name: 'Fern', email: 'a@example.com' } },
  ],
  [
    'channel',
    'image: https://example.com/a.jpg',
    'partytime',
    { itunesImage: 'https://example.com/a.jpg', image: { url: 'https://example.com/a.jpg' } },
  ],
  [
    'channel',
    'categories: [Society & Culture > Documentary, Arts]',
    'feedsmith',
    {
      itunes: { categories: [{ text: 'Society & Culture', categories: [{ text: 'Documentary' }] }, { text: 'Arts' }] },
    },
  ],
  ['channel', 'explicit: true', 'feedsmith', { itunes: { explicit: true } }],
  ['channel', 'type: serial', 'partytime', { itunesType: 'serial' }],
  ['channel', 'copyright: © Fern', 'feedsmith', { copyright: '© Fern' }],
  [
    'channel',
    'managingEditor: { name: Fern, email: a@example.com }',
    'feedsmith',
    { managingEditor: { name: 'Fern', email: 'a@example.com' } },
  ],
  [
    'channel',
    'webMaster: { name: Fern, email: a@example.com }',
    'feedsmith',
    { webMaster: { name: 'Fern', email: 'a@example.com' } },
  ],
  ['channel', 'ttl: 60', 'feedsmith', { ttl: 60 }],
  [
    'channel',
    'hubs: https://hub.example.com/',
    'partytime',
    { pubsub: { self: 'https://example.com/pod/feed.xml', hub: 'https://hub.example.com/' } },
  ],
  [
    'channel',
    'block: { all: true, google: false }',
    'feedsmith',
    { itunes: { block: true }, podcast: { blocks: [{ value: true }, { value: false, id: 'google' }] } },
  ],
  ['channel', 'block: [google]', 'partytime', { podcastBlockedPlatforms: { google: true } }],
  ['channel', 'complete: true', 'partytime', { itunesComplete: true }],
  [
    'channel',
    'newFeedUrl: https://example.com/new.xml',
    'partytime',
    { itunesNewFeedUrl: 'https://example.com/new.xml' },
  ],
  ['channel', 'appleVerify: 3f2a', 'feedsmith', { itunes: { applePodcastsVerify: '3f2a' } }],
  [
    'channel',
    'spotify: { recent: 9, countries: [de, at] }',
    'feedsmith',
    { spotify: { limit: { recentCount: 9 }, countryOfOrigin: 'de at' } },
  ],
  [
    'channel',
    'locked: { value: true, owner: a@example.com }',
    'partytime',
    { locked: true, podcastOwner: 'a@example.com' },
  ],
  ['channel', 'medium: musicL', 'feedsmith', { podcast: { medium: 'musicL' } }],
  ['channel', 'medium: audiobook', 'partytime', { medium: 'audiobook' }],
  [
    'channel',
    'funding: [{ url: https://example.com/give, text: Give }]',
    'partytime',
    { podcastFunding: [{ url: 'https://example.com/give', message: 'Give' }] },
  ],
  [
    'channel',
    'persons: [{ name: Ada, role: Guest, group: Cast, img: https://example.com/a.png, href: https://example.com/a }]',
    'partytime',
    {
      podcastPeople: [
        { name: 'Ada', role: 'Guest', group: 'Cast', img: 'https://example.com/a.png', href: 'https://example.com/a' },
      ],
    },
  ],
  [
    'channel',
    'location: { name: "Austin, TX", rel: creator, geo: "geo:30.2,-97.7", osm: R113314, country: US }',
    'feedsmith',
    {
      podcast: {
        locations: [{ display: 'Austin, TX', rel: 'creator', geo: 'geo:30.2,-97.7', osm: 'R113314', country: 'US' }],
      },
    },
  ],
  [
    'channel',
    'license: CC-BY-4.0',
    'partytime',
    { license: { identifier: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } },
  ],
  [
    'channel',
    'images: { href: https://example.com/b.jpg, alt: A forest, width: 1920, height: 1080, type: image/jpeg, purpose: banner }',
    'feedsmith',
    {
      podcast: {
        images: [
          {
            href: 'https://example.com/b.jpg',
            alt: 'A forest',
            aspectRatio: '16/9',
            width: 1920,
            height: 1080,
            type: 'image/jpeg',
            purpose: 'banner',
          },
        ],
      },
    },
  ],
  [
    'channel',
    'trailers: { title: Soon, url: https://example.com/t.mp3, date: 2026-02-20, length: 12, season: 2 }',
    'feedsmith',
    {
      podcast: {
        trailers: [
          {
            display: 'Soon',
            url: 'https://example.com/t.mp3',
            pubDate: 'Fri, 20 Feb 2026 00:00:00 GMT',
            length: 12,
            type: 'audio/mpeg',
            season: 2,
          },
        ],
      },
    },
  ],
  [
    'channel',
    'updateFrequency: { text: Daily, rrule: FREQ=DAILY;COUNT=5, dtstart: 2026-01-01T10:00:00Z, complete: true }',
    'feedsmith',
    {
      podcast: {
        updateFrequency: {
          display: 'Daily',
          rrule: 'FREQ=DAILY;COUNT=5',
          dtstart: '2026-01-01T10:00:00Z',
          complete: true,
        },
      },
    },
  ],
  ['channel', 'podping: true', 'feedsmith', { podcast: { podping: { usesPodping: true } } }],
  [
    'channel',
    'chat: { server: irc.example.com, protocol: irc, accountId: soil, space: "#soil" }',
    'feedsmith',
    { podcast: { chat: { server: 'irc.example.com', protocol: 'irc', accountId: 'soil', space: '#soil' } } },
  ],
  [
    'channel',
    `value: { suggested: 0.00000005, recipients: [{ name: Ada, address: ${node}, split: 95, customKey: "696969", customValue: x, fee: true }] }`,
    'partytime',
    {
      value: {
        type: 'lightning',
        method: 'keysend',
        suggested: 0.00000005,
        recipients: [
          { name: 'Ada', type: 'node', address: node, split: 95, customKey: '696969', customValue: 'x', fee: true },
        ],
      },
    },
  ],
  [
    'channel',
    'txt: { purpose: verify, text: S6lpp }',
    'partytime',
    { podcastTxt: [{ purpose: 'verify', value: 'S6lpp' }] },
  ],
  [
    'channel',
    `podroll: { feedGuid: ${feedGuid}, feedUrl: https://example.com/feed.xml, title: Leaves }`,
    'partytime',
    { podroll: [{ feedGuid, feedUrl: 'https://example.com/feed.xml', title: 'Leaves' }] },
  ],
  [
    'channel',
    `publisher: { feedGuid: ${feedGuid}, feedUrl: https://example.com/network.xml }`,
    'feedsmith',
    {
      podcast: {
        publisher: { remoteItem: { feedGuid, feedUrl: 'https://example.com/network.xml', medium: 'publisher' } },
      },
    },
  ],
  [
    'channel',
    `remoteItems: { feedGuid: ${feedGuid}, itemGuid: song-7, medium: music, title: Song }`,
    'partytime',
    { podcastRemoteItems: [{ feedGuid, itemGuid: 'song-7', medium: 'music', title: 'Song' }] },
  ],
  [
    'channel',
    'live: { status: live, start: 2026-03-01T20:00:00Z, end: 2026-03-01T22:00:00Z, title: Questions, guid: live-1, audio: https://example.com/live.mp3, contentLinks: { href: https://example.com/live, text: Listen }, persons: Ada }',
    'partytime',
    {
      podcastLiveItems: [
        {
          status: 'live',
          start: new Date('2026-03-01T20:00:00Z'),
          end: new Date('2026-03-01T22:00:00Z'),
          title: 'Questions',
          guid: 'live-1',
          enclosure: { url: 'https://example.com/live.mp3', type: 'audio/mpeg' },
          contentLinks: [{ title: 'Listen', url: 'https://example.com/live' }],
          podcastPeople: [{ name: 'Ada' }],
        },
      ],
    },
  ],
  ['channel', 'socialInteract: disabled', 'saxes', [['podcast:socialInteract', { protocol: 'disabled' }, '']]],
  ['item', 'itunesTitle: Roots', 'feedsmith', { itunes: { title: 'Roots' } }],
  [
    'item',
    'season: { number: 2, name: Roots }',
    'partytime',
    { itunesSeason: 2, podcastSeason: { number: 2, name: 'Roots' } },
  ],
  [
    'item',
    'episode: { number: 3, display: Ch. 3 }',
    'partytime',
    { itunesEpisode: 3, podcastEpisode: { number: 3, display: 'Ch. 3' } },
  ],
  ['item', 'episode: 100.5', 'feedsmith', { podcast: { episode: { number: 100.5 } } }],
  ['item', 'episodeType: bonus', 'partytime', { itunesEpisodeType: 'bonus' }],
  ['item', 'explicit: true', 'partytime', { explicit: true }],
  ['item', 'image: https://example.com/a.jpg', 'partytime', { itunesImage: 'https://example.com/a.jpg' }],
  ['item', 'block: true', 'feedsmith', { itunes: { block: true } }],
  ['item', 'comments: https://example.com/7', 'feedsmith', { comments: 'https://example.com/7' }],
  [
    'item',
    'persons: [Ada, { name: Bo, role: Guest }]',
    'feedsmith',
    { podcast: { persons: [{ display: 'Ada' }, { display: 'Bo', role: 'guest' }] } },
  ],
  ['item', 'location: Berlin', 'partytime', { podcastLocation: { name: 'Berlin' } }],
  [
    'item',
    'license: { identifier: ours, url: https://example.com/licence }',
    'partytime',
    { license: { identifier: 'ours', url: 'https://example.com/licence' } },
  ],
  [
    'item',
    'images: https://example.com/a.jpg',
    'feedsmith',
    { podcast: { images: [{ href: 'https://example.com/a.jpg' }] } },
  ],
  [
    'item',
    'soundbites: { start: "1:13.5", duration: 60, title: Worms }',
    'partytime',
    { podcastSoundbites: [{ startTime: 73.5, duration: 60, title: 'Worms' }] },
  ],
  [
    'item',
    'alternateEnclosures: { type: video/mp4, length: 79, bitrate: 511276.52, height: 720, lang: en, title: Video, rel: video, codecs: avc1, default: true, sources: [https://example.com/7.mp4, { uri: "magnet:?xt=7", contentType: application/x-bittorrent }], integrity: sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo }',
    'feedsmith',
    {
      podcast: {
        alternateEnclosures: [
          {
            type: 'video/mp4',
            length: 79,
            bitrate: 511276.52,
            height: 720,
            lang: 'en',
            title: 'Video',
            rel: 'video',
            codecs: 'avc1',
            default: true,
            sources: [
              { uri: 'https://example.com/7.mp4' },
              { uri: 'magnet:?xt=7', contentType: 'application/x-bittorrent' },
            ],
            integrity: {
              type: 'sri',
              value: 'sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo',
            },
          },
        ],
      },
    },
  ],
  [
    'item',
    'alternateEnclosures: { sources: https://example.com/7.opus }',
    'partytime',
    { alternativeEnclosures: [{ type: 'audio/ogg', length: 0, source: [{ uri: 'https://example.com/7.opus' }] }] },
  ],
  [
    'item',
    'socialInteract: { protocol: activitypub, uri: https://example.social/7, accountId: "@a@example.social", accountUrl: https://example.social/@a, priority: 1 }',
    'partytime',
    {
      podcastSocialInteraction: [
        {
          platform: 'activitypub',
          url: 'https://example.social/7',
          id: '@a@example.social',
          profileUrl: 'https://example.social/@a',
          priority: 1,
        },
      ],
    },
  ],
  [
    'item',
    'chat: { server: irc.example.com, protocol: irc }',
    'partytime',
    { chat: { server: 'irc.example.com', protocol: 'irc' } },
  ],
  [
    'item',
    `value: { recipients: { address: a@example.com, split: 1 }, timeSplits: [{ start: "1:00", duration: 237, remoteStart: 15, remotePercentage: 95, remoteItem: { feedGuid: ${feedGuid}, itemGuid: song-7, medium: music } }, { start: 400, duration: 60, recipients: { address: ${node}, split: 1 } }] }`,
    'feedsmith',
    {
      podcast: {
        values: [
          {
            type: 'lightning',
            method: 'lnaddress',
            valueRecipients: [{ type: 'lnaddress', address: 'a@example.com', split: 1 }],
            valueTimeSplits: [
              {
                startTime: 60,
                duration: 237,
                remoteStartTime: 15,
                remotePercentage: 95,
                remoteItem: { feedGuid, itemGuid: 'song-7', medium: 'music' },
              },
              { startTime: 400, duration: 60, valueRecipients: [{ type: 'node', address: node, split: 1 }] },
            ],
          },
        ],
      },
    },
  ],
  [
    'item',
    'txt: { purpose: ai-content, text: none here }',
    'partytime',
    { podcastTxt: [{ purpose: 'ai-content', value: 'none here' }] },
  ],
  [
    'item',
    'funding: { url: https://example.com/give, text: Give }',
    'saxes',
    [['podcast:funding', { url: 'https://example.com/give' }, 'Give']],
  ],
  [
    'item',
    'contentLinks: { href: https://example.com/7, text: Watch }',
    'saxes',
    [['podcast:contentLink', { href: 'https://example.com/7' }, 'Watch']],
  ],
]

describe('what a podcaster writes is what an independent parser reads', () => {
  test.each(rows)('in the %s: %s (%s)', (level, yaml, reader, found) => {
    const read = readers[reader](feedWith(level, yaml), level)
    if (Array.isArray(found)) expect(read).toEqual(expect.arrayContaining(found))
    else expect(read).toMatchObject(found)
  })

  test('every tag has a row', () => {
    const has = (level: Level, key: string): boolean =>
      rows.some(([at, yaml]) => at === level && yaml.startsWith(`${key}:`))
    expect(channelTags.filter(({ key }) => !has('channel', key)).map(({ key }) => key)).toEqual([])
    expect(itemTags.filter(({ key }) => !has('item', key)).map(({ key }) => key)).toEqual([])
  })
})

import type { Episode } from '../../src/model/episode.ts'
import type { Show } from '../../src/model/show.ts'

/** A show with everything that a feed can say about it. */
export const sampleShow = (changes: Partial<Show> = {}): Show => ({
  title: 'Fern & Fig',
  description: 'Two gardeners talk about soil & seeds.',
  link: 'https://example.com/',
  baseUrl: 'https://example.com/pod/',
  feedUrl: 'https://example.com/pod/feed.xml',
  language: 'en',
  timeZone: 'UTC',
  guid: '9b024349-ccf0-5f69-a609-6b82873eab3c',
  values: {
    author: 'The Fern & Fig Company',
    owner: { name: 'Fern Fig', email: 'hello@example.com' },
    image: 'https://example.com/pod/media/artwork.jpg',
    categories: [
      { name: 'Leisure', sub: ['Home & Garden'] },
      { name: 'Technology', sub: [] },
    ],
    explicit: false,
    type: 'episodic',
    copyright: '© 2026 Fern Fig',
    locked: { value: true, owner: undefined },
    medium: 'podcast',
    funding: [{ url: 'https://example.com/support?from=feed&lang=en', text: 'Buy us a coffee' }],
    persons: [{ name: 'Ada Fern', role: 'Host' }],
  },
  feeds: [],
  audio: { folders: [], prefix: [] },
  check: { rules: {} },
  defaults: {},
  mapping: {},
  ignoreKeys: [],
  outline: { labels: [], tails: [] },
  output: {
    atom: true,
    json: true,
    site: true,
    simpleChapters: 'auto',
    timestamps: true,
    embed: false,
    artwork: true,
    transcripts: ['vtt', 'srt', 'json', 'html', 'text'],
    sanitize: true,
  },
  media: [],
  ...changes,
})

/** An episode with everything that an item can say about it; the higher its number, the newer. */
export const sampleEpisode = (number: number, changes: Partial<Episode> = {}): Episode => ({
  path: `episodes/soil-${number}.md`,
  slug: `soil-${number}`,
  guid: `fern-fig-${number}`,
  title: `Soil & seeds, part ${number}`,
  date: { ms: Date.UTC(2026, 0, number, 9, 30), offsetMinutes: 60 },
  updated: undefined,
  link: `https://example.com/pod/episodes/soil-${number}/`,
  pageUrl: `https://example.com/pod/episodes/soil-${number}/`,
  summary: 'What lives in a handful of soil?',
  notesHtml: '<p>Worms &amp; <em>more</em>.</p>\n',
  keywords: ['soil', 'R&D'],
  enclosure: {
    url: `https://example.com/pod/media/soil-${number}.mp3?a=1&b=2`,
    length: 1_000_000 + number,
    type: 'audio/mpeg',
    duration: 3600.5 + number,
  },
  chapters: [
    { start: 0, title: 'Intro' },
    { start: 61.5, title: 'Worms & "friends"', url: 'https://example.com/worms', img: 'https://example.com/worm.jpg' },
    { start: 90, title: 'A picture', toc: false },
  ],
  chaptersUrl: `https://example.com/pod/chapters/soil-${number}.json`,
  documents: [],
  transcripts: [
    { url: `https://example.com/pod/media/soil-${number}.txt`, type: 'text/plain' },
    { url: `https://example.com/pod/media/soil-${number}.vtt`, type: 'text/vtt', language: 'en', rel: 'captions' },
  ],
  values: {
    season: { number: 2, name: 'Roots' },
    episode: { number, display: undefined },
    persons: [{ name: 'Bo Fig', role: 'Author', group: 'writing', href: 'https://example.com/bo' }],
  },
  media: [],
  ...changes,
})

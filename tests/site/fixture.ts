import { readdirSync, readFileSync } from 'node:fs'
import type { Episode } from '../../src/model/episode.ts'
import type { EpisodeSummary } from '../../src/model/episode-summary.ts'
import type { Show } from '../../src/model/show.ts'
import { compileTemplates, type Templates, type TemplateTexts } from '../../src/site/templates.ts'

const folder = new URL('../../templates/', import.meta.url)

/** The default theme, as it lies in the repository. */
export const defaultTexts: TemplateTexts = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:html|css|js|md)$/.test(name))
    .map((name) => [
      name.replaceAll('\\', '/'),
      { text: readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'), file: `templates/${name}` },
    ]),
)

/** The default theme with some files replaced, compiled. */
export function themeWith(own: Readonly<Record<string, string>>): Templates {
  const { value, diagnostics } = compileTemplates(withOwn(own))
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return value
}

export const withOwn = (own: Readonly<Record<string, string>>): TemplateTexts => ({
  ...defaultTexts,
  ...Object.fromEntries(Object.entries(own).map(([name, text]) => [name, { text, file: `templates/${name}` }])),
})

export const defaultTheme = themeWith({})

export const aShow = (changes: Partial<Show> = {}): Show => ({
  title: 'Slow Gardens',
  description: 'Two gardeners talk about soil, seeds and patience.\n\nA new episode whenever the weather is bad.',
  link: 'https://gardens.example/',
  baseUrl: 'https://gardens.example/',
  feedUrl: 'https://gardens.example/feed.xml',
  language: 'en',
  timeZone: 'UTC',
  guid: '3d1ae3b2-0a6d-5c51-9d0f-8d1f1f6f2f11',
  values: {
    author: 'Ada Fern',
    image: 'https://gardens.example/media/artwork.png',
    copyright: '© 2026 Ada Fern',
    funding: [{ url: 'https://gardens.example/support/', text: 'Buy us seeds' }],
    persons: [{ name: 'Ada Fern', role: 'host', href: 'https://gardens.example/ada/' }],
  },
  defaults: {},
  feeds: [],
  seasons: [],
  audio: { folders: [], prefix: [] },
  check: { rules: {} },
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

const notes = `<p>What lives under our feet, and why it is worth a whole hour. We dig a hole, and find more than we
asked for: <a href="https://soil.example/atlas?kind=clay&amp;depth=2">an atlas of soils</a>.</p>
<h2>In this episode</h2>
<ul><li>Why a handful of soil holds more lives than there are people</li><li>Clay, silt and sand: the jar test</li></ul>
<blockquote><p>The best time to mulch was last autumn.</p></blockquote>
<h3>The jar test</h3>
<p>Fill a jar with soil and water, shake it, and wait a day. <code>sand + silt + clay = 100 %</code></p>
<table><thead><tr><th>Layer</th><th>Time</th></tr></thead><tbody><tr><td>Sand</td><td>1 minute</td></tr></tbody></table>
<pre><code>jar = soil + water
wait(24 * 3600)
</code></pre>`

export const anEpisode = (changes: Partial<Episode> = {}): Episode => ({
  path: 'episodes/2026-02-23-soil.md',
  slug: 'soil',
  guid: '55e6b6a0-1111-5222-9333-444455556666',
  title: 'What soil remembers',
  subtitle: 'A spade, a jar and a day of waiting',
  date: { ms: Date.UTC(2026, 1, 23, 10), offsetMinutes: 60 },
  link: 'https://www.soil.example/essays/memory/?from=feed',
  pageUrl: 'https://gardens.example/episodes/soil/',
  summary: 'What lives under our feet, and why it is worth a whole hour.',
  notesHtml: notes,
  keywords: ['soil'],
  enclosure: {
    url: 'https://gardens.example/media/episodes/soil.mp3',
    length: 60_946_851,
    type: 'audio/mpeg',
    duration: 3754.2,
  },
  chapters: [
    { start: 0, title: 'Welcome' },
    { start: 83.5, title: 'A handful of soil', url: 'https://soil.example/handful' },
    { start: 900, title: 'Advertisement', toc: false },
    { start: 3661, title: 'Questions from listeners' },
  ],
  chaptersUrl: 'https://gardens.example/chapters/soil.json',
  documents: [],
  transcripts: [
    { url: 'https://gardens.example/media/episodes/soil.vtt', type: 'text/vtt', language: 'en', rel: 'captions' },
    { url: 'https://gardens.example/media/episodes/soil.html', type: 'text/html' },
  ],
  values: {
    season: { number: 2, name: undefined },
    episode: { number: 7, display: undefined },
    episodeType: 'full',
    explicit: true,
    persons: [
      { name: 'Ada Fern', role: 'Host', href: 'https://gardens.example/ada/' },
      { name: 'Bo Fig', role: 'guest', img: 'https://gardens.example/media/bo.jpg' },
      { name: 'Cleo Moss', role: 'foley artist' },
    ],
  },
  media: [],
  ...changes,
})

/** An episode that has nothing but what it must have. */
export const aBareEpisode = (changes: Partial<Episode> = {}): Episode => ({
  path: 'episodes/bare.md',
  slug: 'bare',
  guid: 'bare',
  title: 'Bare',
  date: { ms: Date.UTC(2025, 11, 31, 23, 30), offsetMinutes: 0 },
  link: 'https://gardens.example/episodes/bare/',
  pageUrl: 'https://gardens.example/episodes/bare/',
  summary: 'Bare.',
  notesHtml: '<p>Bare.</p>',
  keywords: [],
  enclosure: { url: 'https://cdn.example/bare.mp3', length: 0, type: 'audio/mpeg' },
  chapters: [],
  documents: [],
  transcripts: [],
  values: {},
  media: [],
  ...changes,
})

/** So many episodes, one a week, newest first. */
export const summaries = (count: number): EpisodeSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    slug: `week-${count - index}`,
    title: `Week ${count - index}: notes from the beds`,
    dateMs: Date.UTC(2026, 1, 23, 10) - index * 7 * 86_400_000,
    pageUrl: `https://gardens.example/episodes/week-${count - index}/`,
    link: `https://gardens.example/episodes/week-${count - index}/`,
    summary: 'What we sowed, what came up, and what the slugs left us. With questions from listeners.',
    duration: 1800 + index * 7,
    episodeNumber: count - index,
  }))

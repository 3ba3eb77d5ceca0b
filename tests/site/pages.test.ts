import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { renderEpisodePage, renderIndexPage } from '../../src/site/render.ts'
import { cleanText } from '../../src/text/clean.ts'
import { aBareEpisode, anEpisode, aShow, defaultTheme, summaries } from './fixture.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // A title is as long as the podcaster made it.
    'long-title': 'off',
    // Who writes <!doctype html> in lower case follows the HTML standard's own examples.
    'doctype-style': ['error', { style: 'lowercase' }],
  },
})

async function problemsOf(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`))
}

test('the validator finds what is wrong with a page', async () => {
  const html = renderEpisodePage(defaultTheme, aShow(), anEpisode()).replace('<main id="content">', '<main><p><div>')
  expect(await problemsOf(html)).not.toEqual([])
})

const endlessWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const hostile = '</title></script><script>alert(1)</script> & "quotes" \'x\' {{title}} 🪱👩🏽‍🌾 \u0000\u0007\ud800'

const hostileEpisode = anEpisode({
  title: hostile,
  subtitle: hostile,
  summary: hostile,
  chapters: [
    { start: 0, title: hostile },
    { start: 1.5, title: endlessWord },
  ],
  values: {
    season: { number: 1, name: hostile },
    episode: { number: 1, display: hostile },
    persons: [{ name: hostile, role: hostile }],
    funding: [{ url: 'https://pay.example/?a=1&b=2', text: hostile }],
  },
  link: 'https://source.example/a?b=%22%3E&c=<d>',
})
const sixtyChapters = Array.from({ length: 60 }, (_, i) => ({ start: i * 61.125, title: `Question ${i + 1}` }))
const deepNotes = '<h1>Top</h1><h4>Deep</h4><p>Text</p><h1>Again</h1><h6>Deeper</h6>'

const pages: [string, string][] = [
  ['an episode with everything', renderEpisodePage(defaultTheme, aShow(), anEpisode())],
  ['an episode with nothing', renderEpisodePage(defaultTheme, aShow({ values: {} }), aBareEpisode())],
  ['a hostile episode', renderEpisodePage(defaultTheme, aShow({ title: hostile }), hostileEpisode)],
  ['60 chapters', renderEpisodePage(defaultTheme, aShow(), anEpisode({ chapters: sixtyChapters }))],
  ['headings in the wrong order', renderEpisodePage(defaultTheme, aShow(), anEpisode({ notesHtml: deepNotes }))],
  ['Hebrew', renderEpisodePage(defaultTheme, aShow({ language: 'he' }), anEpisode({ title: 'מה האדמה זוכרת' }))],
  ['a language that is none', renderEpisodePage(defaultTheme, aShow({ language: 'x_y' }), anEpisode())],
  [
    'a video',
    renderEpisodePage(
      defaultTheme,
      aShow(),
      anEpisode({ enclosure: { url: 'https://v.example/a.mp4', length: 1, type: 'video/mp4' } }),
    ),
  ],
  ['an index without episodes', renderIndexPage(defaultTheme, aShow(), [])],
  ['an index of three', renderIndexPage(defaultTheme, aShow(), summaries(3))],
  ['an index of 200', renderIndexPage(defaultTheme, aShow(), summaries(200))],
  [
    'a hostile index',
    renderIndexPage(
      defaultTheme,
      aShow({ title: hostile, description: `${hostile}\n\n${hostile}` }),
      summaries(60).map((summary) => ({ ...summary, title: hostile, summary: hostile })),
    ),
  ],
]

test.each(pages)('%s is valid HTML', async (_name, html) => {
  expect(await problemsOf(html)).toEqual([])
})

test.each(pages)('%s has no script but the player, no empty element, no hidden value', (_name, html) => {
  expect(html.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(1)
  expect(html).not.toMatch(/<(h[1-6]|ul|ol|li|p|a|time)(?: [^>]*)?>\s*<\/\1>/)
  expect(html).not.toMatch(/undefined|\[object|NaN|\{\{(?!title\}\})/)
  expect(html).toBe(cleanText(html))
})

const withoutAddresses = (html: string): string => html.replace(/https?:\/\/[^"<\s]+/g, '')

test('an episode without chapters, people, transcripts, source has no heading for them', () => {
  const html = renderEpisodePage(defaultTheme, aShow({ values: {} }), aBareEpisode())
  expect(html.match(/<h[1-6]/g)).toEqual(['<h1'])
  expect(html).not.toContain('<img')
  expect(withoutAddresses(html)).not.toMatch(/og:image|data-start/)
})

test('an episode that names nobody shows the people of the show', () => {
  const html = renderEpisodePage(defaultTheme, aShow(), aBareEpisode())
  expect(html).toContain('<a href="https://gardens.example/ada/" dir="auto">Ada Fern</a> <small>Host</small>')
})

test('chapters open the media at their time; those that are not to be listed are not', () => {
  const html = renderEpisodePage(defaultTheme, aShow(), anEpisode())
  expect([...html.matchAll(/<li><a href="([^"]+)" data-start="([^"]+)"><span class="clock">([^<]+)/g)]).toMatchObject([
    { 1: '../../media/episodes/soil.mp3#t=0', 2: '0', 3: '0:00' },
    { 1: '../../media/episodes/soil.mp3#t=83.5', 2: '83.5', 3: '1:23' },
    { 1: '../../media/episodes/soil.mp3#t=3661', 2: '3661', 3: '1:01:01' },
  ])
  expect(html).not.toContain('Advertisement')
  expect(html).toContain('<a class="more" href="https://soil.example/handful"><span class="visually-hidden">')
})

test.each(['audio/mpeg', 'video/mp4'])('the player of %s knows the chapters, by a file of the site', (type) => {
  const html = renderEpisodePage(defaultTheme, aShow(), anEpisode({ enclosure: { ...anEpisode().enclosure, type } }))
  const track = '<track kind="chapters" src="../../chapters/soil.vtt" srclang="en" label="Chapters" default>'
  expect(html.match(/<(?:audio|video)[^>]*>(<track[^>]*>)?/)?.[1]).toBe(track)
})

test.each([
  ['no chapters', []],
  ['hidden chapters only', [{ start: 0, title: 'A picture', toc: false }]],
])('the player of an episode with %s has no track', (_name, chapters) =>
  expect(renderEpisodePage(defaultTheme, aShow(), anEpisode({ chapters }))).not.toContain('<track'),
)

test('an episode page links to the show relatively, and says its own address in full', () => {
  const html = renderEpisodePage(defaultTheme, aShow(), anEpisode())
  expect(html).toContain('<link rel="canonical" href="https://gardens.example/episodes/soil/">')
  expect(html).toContain('<meta property="og:image" content="https://gardens.example/media/artwork.png">')
  expect(html).toContain('href="../../index.html"')
  expect(html).toContain('href="../../assets/style.css"')
  expect(html).toContain('<audio controls preload="none" src="../../media/episodes/soil.mp3">')
  expect(html).toContain('href="../../media/episodes/soil.vtt" type="text/vtt" hreflang="en"')
})

test('media that lies elsewhere is linked there, without a fragment of its own', () => {
  const enclosure = { url: 'https://cdn.example/a.mp3?x=1&y=2#frag', length: 0, type: 'audio/mpeg' }
  const html = renderEpisodePage(
    defaultTheme,
    aShow(),
    aBareEpisode({ enclosure, chapters: [{ start: 9, title: 'Nine' }] }),
  )
  expect(html).toContain('src="https://cdn.example/a.mp3?x&#x3D;1&amp;y&#x3D;2"')
  expect(html).toContain('href="https://cdn.example/a.mp3?x&#x3D;1&amp;y&#x3D;2#t=9"')
})

test.each([
  ['atom and json', { atom: true, json: true }, ['rss+xml', 'atom+xml', 'feed+json']],
  ['neither', { atom: false, json: false }, ['rss+xml']],
])('the head names the feeds that the show has: %s', (_name, wanted, types) => {
  const show = aShow({ output: { ...aShow().output, ...wanted } })
  const html = renderIndexPage(defaultTheme, show, [])
  expect([...html.matchAll(/rel="alternate" type="application\/([^"]+)"/g)].map(([, type]) => type)).toEqual(types)
})

test('the source is linked where it is another page', () => {
  const html = renderEpisodePage(defaultTheme, aShow(), anEpisode())
  expect(html).toContain(
    '<a href="https://www.soil.example/essays/memory/?from&#x3D;feed" dir="auto">soil.example/essays/memory</a>',
  )
  expect(renderEpisodePage(defaultTheme, aShow(), aBareEpisode())).not.toContain('<h2>Source</h2>')
})

test('dates are those of the show’s clocks, in its language', () => {
  const show = aShow({ language: 'de', timeZone: 'Europe/Berlin' })
  const html = renderEpisodePage(defaultTheme, show, aBareEpisode())
  expect(html).toContain('<time datetime="2025-12-31T23:30:00Z">1. Januar 2026</time>')
})

test('the index shows the newest with summaries, all others by year', () => {
  const html = renderIndexPage(defaultTheme, aShow(), summaries(120))
  expect(html.match(/class="summary"/g)).toHaveLength(50)
  expect([...html.matchAll(/<h3 id="y(\d+)"/g)].map(([, year]) => year)).toEqual(['2025', '2024', '2023'])
  expect([...html.matchAll(/href="#y(\d+)"/g)].map(([, year]) => year)).toEqual(['2025', '2024', '2023'])
  const links = [...html.matchAll(/href="\.\/episodes\/(week-\d+)\/index\.html"/g)].map(([, slug]) => slug)
  expect(links).toEqual(summaries(120).map(({ slug }) => slug))
})

test('a year begins when the show’s clocks say so', () => {
  const episodes = summaries(51).map((summary) => ({ ...summary, dateMs: Date.UTC(2025, 11, 31, 23, 30) }))
  expect(renderIndexPage(defaultTheme, aShow({ timeZone: 'Europe/Berlin' }), episodes)).toContain('<h3 id="y2026"')
  expect(renderIndexPage(defaultTheme, aShow({ timeZone: 'UTC' }), episodes)).toContain('<h3 id="y2025"')
})

test('right-to-left languages say so', () => {
  expect(renderIndexPage(defaultTheme, aShow({ language: 'he' }), [])).toContain('<html lang="he" dir="rtl">')
  expect(renderIndexPage(defaultTheme, aShow({ language: 'pt-br' }), [])).toContain('<html lang="pt-br" dir="ltr">')
})

test('pages load nothing from elsewhere, and have no inline script, style or handler', () => {
  const html = renderEpisodePage(defaultTheme, aShow(), anEpisode({ notesHtml: '<p>x</p>', values: {} }))
  expect(html).not.toMatch(/ (?:src|srcset)="https?:/)
  expect(html).not.toMatch(/<link rel="(?:icon|stylesheet)" href="https?:/)
  expect(html).not.toMatch(/<style|<script>| style=| on\w+=/)
  for (const name of ['style.css', 'player.js'])
    expect(defaultTheme.text(name)).not.toMatch(/https?:\/\/|@import|url\(/)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { frontmatterShape } from '../../src/model/frontmatter.ts'
import { alignHeadings } from '../../src/site/headings.ts'
import { absoluteLinks, relativeLinks } from '../../src/site/links.ts'
import { renderEpisodePage, renderIndexPage, renderSkeleton } from '../../src/site/render.ts'
import { shapes } from '../../src/site/shape.ts'
import { siteDocuments } from '../../src/site/templates.ts'
import { directionOf, wordsFor } from '../../src/site/words.ts'
import { anEpisode, aShow, defaultTheme, summaries } from './fixture.ts'

test.each([
  ['https://a.example/pod/', '../../index.html'],
  ['https://a.example/pod/episodes/one/', '../../episodes/one/index.html'],
  ['https://a.example/pod/media/a%20b.mp3', '../../media/a%20b.mp3'],
  ['https://a.example/podcasts/', 'https://a.example/podcasts/'],
  ['https://a.example/', 'https://a.example/'],
  ['http://a.example/pod/', 'http://a.example/pod/'],
])('%s is linked as %s', (url, link) => {
  expect(relativeLinks('https://a.example/pod/', '../../').to(url)).toBe(link)
  expect(absoluteLinks('https://a.example/pod/').to(url)).toBe(url)
})

test('a relative link is never taken for an address with a scheme, nor for another host', () => {
  const { to } = relativeLinks('https://a.example/', './')
  for (const path of ['javascript:alert(1)', '/evil.example/', 'a:b'])
    expect(new URL(to(`https://a.example/${path}`), 'https://here.example/x/').origin).toBe('https://here.example')
})

test.each([
  ['<h1>A</h1><h2>B</h2><h3>C</h3>', '<h2>A</h2><h3>B</h3><h4>C</h4>'],
  ['<h2 id="x">A</h2><h3>B</h3>', '<h2 id="x">A</h2><h3>B</h3>'],
  ['<h2>A</h2><h5>B</h5><h5>C</h5>', '<h2>A</h2><h3>B</h3><h3>C</h3>'],
  [
    '<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6>',
    '<h2>1</h2><h3>2</h3><h4>3</h4><h5>4</h5><h6>5</h6><h6>6</h6>',
  ],
  ['<hr><header>h1</header><p>&lt;h1&gt;</p>', '<hr><header>h1</header><p>&lt;h1&gt;</p>'],
  ['no heading', 'no heading'],
])('the headings of %j become %j', (html, aligned) => {
  expect(alignHeadings(html)).toBe(aligned)
})

test.each([
  ['en', 'Episodes'],
  ['de-CH', 'Folgen'],
  ['FR', 'Épisodes'],
  ['es_419', 'Episodios'],
  ['constructor', 'Episodes'],
  ['', 'Episodes'],
])('the words for %j are those with %j', (language, episodes) => {
  expect(wordsFor(language).page.episodes).toBe(episodes)
})

test('all languages know the same roles', () => {
  const roles = Object.keys(wordsFor('en').roles)
  for (const language of ['de', 'fr', 'es']) expect(Object.keys(wordsFor(language).roles)).toEqual(roles)
})

test.each([
  ['ar', 'rtl'],
  ['he-IL', 'rtl'],
  ['fa', 'rtl'],
  ['en', 'ltr'],
  ['zh', 'ltr'],
])('%s is written %s', (language, direction) => {
  expect(directionOf(language)).toBe(direction)
})

test.each([
  [{ season: { number: 2, name: undefined }, episode: { number: 7, display: undefined } }, 'Season 2 · Episode 7'],
  [{ season: { number: 2, name: 'Winter' }, episode: { number: 7, display: '7b' } }, 'Winter · Episode 7b'],
  [{ episode: { number: 7, display: undefined }, episodeType: 'bonus' as const }, 'Episode 7 · Bonus'],
  [{ episodeType: 'trailer' as const }, 'Trailer'],
])('%j is labelled %j', (values, label) => {
  expect(renderEpisodePage(defaultTheme, aShow(), anEpisode({ values }))).toContain(`<p class="label">${label}</p>`)
})

test.each([
  [60_946_851, 'en', '61 MB'],
  [4_260_000, 'en', '4.3 MB'],
  [4_260_000, 'fr', '4,3 Mo'],
  [12_000, 'de', '0,1 MB'],
])('%d bytes are, in %s, %s', (length, language, size) => {
  const enclosure = { url: 'https://cdn.example/a.mp3', length, type: 'audio/mpeg' }
  expect(renderEpisodePage(defaultTheme, aShow({ language }), anEpisode({ enclosure }))).toContain(`(${size})`)
})

test('an unknown size is not shown', () => {
  const enclosure = { url: 'https://cdn.example/a.mp3', length: 0, type: 'audio/mpeg' }
  expect(renderEpisodePage(defaultTheme, aShow(), anEpisode({ enclosure }))).not.toContain('MB')
})

test('pages depend on nothing but their input', () => {
  const page = () => renderEpisodePage(defaultTheme, aShow(), anEpisode())
  expect(page()).toBe(page())
  const index = () => renderIndexPage(defaultTheme, aShow(), summaries(70))
  expect(index()).toBe(index())
})

test('style and script are published before the pages', () => {
  expect(siteDocuments(defaultTheme).map(({ path, wave }) => [path, wave])).toEqual([
    ['assets/style.css', 'media'],
    ['assets/player.js', 'media'],
  ])
  expect(siteDocuments(defaultTheme).every(({ body }) => body.length > 100)).toBe(true)
})

const frontmatterOf = (markdown: string): unknown => load(markdown.split('---\n')[1] ?? '')

test('a new episode is a draft with its title, date and slug', () => {
  const text = renderSkeleton(defaultTheme, { title: 'Soil: part "2"', date: '2026-03-01', slug: '007' })
  expect(frontmatterOf(text)).toMatchObject({ title: 'Soil: part "2"', slug: '007', audio: '007.mp3', draft: true })
  expect(text).toContain('\ndate: 2026-03-01\n')
})

test('whatever the title of a new episode is, YAML reads it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const text = renderSkeleton(defaultTheme, { title, date: '2026-03-01', slug: 'x' })
      expect(frontmatterOf(text)).toMatchObject({ title: title.replace(/\s+/g, ' ').trim() })
    }),
  )
})

test('what a new episode suggests are keys that exist', () => {
  const text = renderSkeleton(defaultTheme, { title: 'x', date: '2026-03-01', slug: 'x' })
  const keys = [...text.matchAll(/^# (\w+): /gm)].map(([, key]) => key)
  expect(keys.length).toBeGreaterThan(8)
  for (const key of keys) expect(Object.keys(frontmatterShape)).toContain(key)
})

test('the README of the templates has every name', () => {
  const readme = readFileSync(new URL('../../templates/README.md', import.meta.url), 'utf8')
  const { show, page, episode, ...common } = shapes['episode.html']
  for (const [object, fields] of Object.entries({ show, page, episode }))
    for (const field of Object.keys(fields)) expect(readme).toContain(`\`${object}.${field}\``)
  for (const name of [...Object.keys(common), ...Object.keys(shapes['index.html'].newest[0])])
    expect(readme).toMatch(new RegExp(`\`${name}[\`.]`))
})

import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadTemplates } from '../../src/site/load.ts'
import { renderEpisodePage, renderFeedNotes, renderIndexPage, renderSkeleton } from '../../src/site/render.ts'
import { precompileTheme } from '../../src/site/templates.ts'
import { anEpisode, aShow, defaultTexts, defaultTheme, summaries, withOwn } from './fixture.ts'

const file = new URL('../../src/site/default-theme.ts', import.meta.url)

// After a change in templates/: THEME=write npx vitest run tests/site/default-theme.test.ts
if (process.env.THEME === 'write') writeFileSync(file, precompileTheme(defaultTexts))

test('the compiled default theme is that of templates/', () => {
  expect(readFileSync(file, 'utf8') === precompileTheme(defaultTexts)).toBe(true)
})

test.each([
  ['as it is', {}],
  ['with another style', { 'style.css': 'body { color: tan }' }],
])('a show with the default theme %s takes the compiled templates, and they render the same', async (_name, own) => {
  const { value, diagnostics } = await loadTemplates(withOwn(own))
  expect(diagnostics).toEqual([])
  if (value === undefined) throw new Error('not loaded')
  const [show, episode] = [aShow(), anEpisode()]
  expect(renderEpisodePage(value, show, episode)).toBe(renderEpisodePage(defaultTheme, show, episode))
  expect(renderIndexPage(value, show, summaries(60))).toBe(renderIndexPage(defaultTheme, show, summaries(60)))
  expect(renderFeedNotes(value, show, episode)).toBe(episode.notesHtml)
  const skeleton = { title: 'A "new" one', date: '2026-03-01', slug: 'a-new-one' }
  expect(renderSkeleton(value, skeleton)).toBe(renderSkeleton(defaultTheme, skeleton))
  expect(value.text('style.css')).toBe(withOwn(own)['style.css']?.text)
})

test.each([
  ['a page', { 'feed-notes.html': 'Mine: {{{notes}}}' }, 'Mine: '],
  ['a partial', { 'partials/sign.html': 'Yours, {{show.author}}', 'feed-notes.html': '{{> sign}}' }, 'Yours, Ada Fern'],
])('a show with %s of its own gets it compiled', async (_name, own, start) => {
  const { value } = await loadTemplates(withOwn(own))
  if (value === undefined) throw new Error('not loaded')
  expect(renderFeedNotes(value, aShow(), anEpisode()).slice(0, start.length)).toBe(start)
})

test('a show with a broken template of its own learns of it', async () => {
  const { value, diagnostics } = await loadTemplates(withOwn({ 'index.html': '{{#if}' }))
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'template/syntax', place: { file: 'templates/index.html', line: 1 } }])
})

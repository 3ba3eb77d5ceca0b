import { expect, test } from 'vitest'
import { episodeArtifacts } from '../../src/build/artifacts.ts'
import { anEpisode, aShow, defaultTheme } from '../site/fixture.ts'

const pathsOf = (site: boolean, changes = {}): string[] =>
  episodeArtifacts(anEpisode(changes), aShow({ output: { ...aShow().output, site } }), defaultTheme).documents.map(
    ({ path }) => path,
  )

test.each([
  ['an episode', true, {}, ['chapters/soil.json', 'chapters/soil.vtt', 'episodes/soil/index.html']],
  ['an episode without a page', false, {}, ['chapters/soil.json']],
  ['an episode without chapters', true, { chapters: [] }, ['episodes/soil/index.html']],
  [
    'an episode with hidden chapters only',
    true,
    { chapters: [{ start: 0, title: 'A picture', toc: false }] },
    ['chapters/soil.json', 'episodes/soil/index.html'],
  ],
])('%s becomes its files', (_name, site, changes, paths) => expect(pathsOf(site, changes)).toEqual(paths))

test('the player’s chapters are the visible ones, each up to the next, the last to the end', () => {
  const { documents } = episodeArtifacts(anEpisode(), aShow(), defaultTheme)
  expect(documents.find(({ path }) => path.endsWith('.vtt'))).toEqual({
    path: 'chapters/soil.vtt',
    wave: 'chapters',
    body: `WEBVTT

00:00:00.000 --> 00:01:23.500
Welcome

00:01:23.500 --> 01:01:01.000
A handful of soil

01:01:01.000 --> 01:02:34.200
Questions from listeners
`,
  })
})

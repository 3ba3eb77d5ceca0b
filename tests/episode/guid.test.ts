import { expect, test } from 'vitest'
import { deriveGuid, guidOf, indexLedger } from '../../src/episode/guid.ts'

const show = { guid: '9b024349-ccf0-5f69-a609-6b82873eab3c' }
const ledger = indexLedger({
  version: 1,
  episodes: [
    { slug: 'roots', guid: 'g1', enclosure: 'https://soil.example/roots.mp3', date: '2026-01-05T00:00:00.000Z' },
  ],
})
const none = indexLedger({ version: 1, episodes: [] })

test('a written guid is the guid', () =>
  expect(guidOf({ slug: 'roots', writtenGuid: 'mine', enclosure: '' }, show, ledger)).toBe('mine'))
test('a published episode keeps its guid by its slug', () =>
  expect(guidOf({ slug: 'roots', enclosure: 'https://soil.example/new.mp3' }, show, ledger)).toBe('g1'))
test('a renamed episode keeps its guid by its audio', () =>
  expect(guidOf({ slug: 'all-about-roots', enclosure: 'https://soil.example/roots.mp3' }, show, ledger)).toBe('g1'))
// Computed with another implementation of UUID version 5; it must never change.
test('a new episode gets a UUID of the show’s guid and its slug', () => {
  expect(deriveGuid('roots', show)).toBe('5057e182-5e25-5d85-ba3a-8fb183b0aa77')
  expect(guidOf({ slug: 'roots', enclosure: '' }, show, none)).toBe('5057e182-5e25-5d85-ba3a-8fb183b0aa77')
})
test('a show’s own pattern makes the guid', () =>
  expect(deriveGuid('roots', { ...show, episodeGuid: 'soil/{slug}/{showGuid}' })).toBe(`soil/roots/${show.guid}`))

import { expect, test } from 'vitest'
import { jsonFeed } from '../../../src/feed/formats/jsonfeed.ts'
import { renderFeed } from '../../../src/feed/render.ts'
import type { Episode } from '../../../src/model/episode.ts'
import { sampleEpisode, sampleShow } from '../sample.ts'

const feedOf = (changes: Partial<Episode> = {}, show = sampleShow()) =>
  JSON.parse(renderFeed(jsonFeed, show, [sampleEpisode(1, changes)]))

test('is JSON Feed 1.1 with all that a show says', () => {
  expect(feedOf()).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Fern & Fig',
    home_page_url: 'https://example.com/',
    feed_url: 'https://example.com/pod/feed.json',
    description: 'Two gardeners talk about soil & seeds.',
    icon: 'https://example.com/pod/media/artwork.jpg',
    language: 'en',
    authors: [{ name: 'The Fern & Fig Company', url: 'https://example.com/' }],
  })
})

test('has no key of version 1', () => {
  const feed = feedOf()
  expect(feed).not.toHaveProperty('author')
  expect(feed.items[0]).not.toHaveProperty('author')
})

test('an item has all that an episode says', () => {
  expect(feedOf().items).toEqual([
    {
      id: 'fern-fig-1',
      url: 'https://example.com/pod/episodes/soil-1/',
      title: 'Soil & seeds, part 1',
      content_html: '<p>Worms &amp; <em>more</em>.</p>\n',
      summary: 'What lives in a handful of soil?',
      date_published: '2026-01-01T09:30:00Z',
      date_modified: '2026-01-01T09:30:00Z',
      tags: ['soil', 'R&D'],
      authors: [{ name: 'Bo Fig', url: 'https://example.com/bo' }],
      attachments: [
        {
          url: 'https://example.com/pod/media/soil-1.mp3?a=1&b=2',
          mime_type: 'audio/mpeg',
          size_in_bytes: 1_000_001,
          duration_in_seconds: 3602,
        },
      ],
    },
  ])
})

test('leaves out what an episode does not have, but never its content', () => {
  const item = feedOf({
    notesHtml: '',
    summary: 'a < b',
    keywords: [],
    values: {},
    enclosure: { url: 'https://example.com/a.mp3', length: 0, type: 'audio/mpeg' },
  }).items[0]
  expect(item).toMatchObject({ summary: 'a < b', content_html: 'a &lt; b' })
  expect(item.attachments).toEqual([{ url: 'https://example.com/a.mp3', mime_type: 'audio/mpeg' }])
  expect(Object.keys(item)).not.toContain('tags')
  expect(Object.keys(item)).not.toContain('authors')
})

test('an item was modified when its notes were', () => {
  const item = feedOf({ updated: { ms: Date.UTC(2026, 5, 1), offsetMinutes: 0 } }).items[0]
  expect(item).toMatchObject({ date_published: '2026-01-01T09:30:00Z', date_modified: '2026-06-01T00:00:00Z' })
})

test('an item’s own artwork is its image', () => {
  expect(feedOf({ values: { image: 'https://example.com/own.png' } }).items[0].image).toBe(
    'https://example.com/own.png',
  )
  expect(feedOf().items[0]).not.toHaveProperty('image')
})

test('a show that has ended is expired; any other does not say', () => {
  expect(feedOf({}, sampleShow({ values: { complete: true } })).expired).toBe(true)
  expect(feedOf({}, sampleShow({ values: { complete: false } }))).not.toHaveProperty('expired')
})

test('each item is one line', () => {
  const lines = renderFeed(jsonFeed, sampleShow(), [sampleEpisode(1), sampleEpisode(2)]).split('\n')
  const items = lines.filter((line) => line.startsWith('{"'))
  expect(items.map((line) => JSON.parse(line.replace(/,$/, '')).id)).toEqual(['fern-fig-2', 'fern-fig-1'])
})

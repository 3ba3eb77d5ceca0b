import { expect, test } from 'vitest'
import { rss } from '../../src/feed/formats/rss.ts'
import { renderFeed } from '../../src/feed/render.ts'
import { childOf, childrenOf, readXml } from './read-xml.ts'
import { sampleEpisode, sampleShow } from './sample.ts'

const channelOf = (document: string) => childOf(readXml(document), 'channel')

test('puts the newest episode first', () => {
  const channel = channelOf(
    renderFeed(
      rss,
      sampleShow(),
      [2, 3, 1].map((number) => sampleEpisode(number)),
    ),
  )
  expect(childrenOf(channel, 'item').map((item) => childOf(item, 'guid').text)).toEqual([
    'fern-fig-3',
    'fern-fig-2',
    'fern-fig-1',
  ])
})

test('is as new as its newest date, be it of an update', () => {
  const updated = sampleEpisode(1, { updated: { ms: Date.UTC(2026, 1, 1), offsetMinutes: 0 } })
  const channel = channelOf(renderFeed(rss, sampleShow(), [sampleEpisode(2), updated]))
  expect(childOf(channel, 'lastBuildDate').text).toBe('Sun, 01 Feb 2026 00:00:00 GMT')
})

test('shows the notes, or what it is given in their place', () => {
  const content = (document: string) => childOf(childOf(channelOf(document), 'item'), 'content:encoded').text
  const episode = sampleEpisode(1)
  expect(content(renderFeed(rss, sampleShow(), [episode]))).toBe(episode.notesHtml)
  expect(content(renderFeed(rss, sampleShow(), [episode], ({ title }) => `<b>${title}</b>`))).toBe(
    `<b>${episode.title}</b>`,
  )
})

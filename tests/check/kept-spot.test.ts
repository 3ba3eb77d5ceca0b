import { expect, test } from 'vitest'
import { keptSpot } from '../../src/check/kept-spot.ts'
import type { FeedNode } from '../../src/model/feed-node.ts'
import { placesIn } from '../../src/text/place.ts'
import { feedWith, read } from './reading.ts'

const document = feedWith('<item>\n  <enclosure\n    url="https://soil.example/a.mp3"/></item>')
const { at } = placesIn('feed.xml', document)
const enclosure = read(document).items[0]?.children[0] as FeedNode

test('the place of a part is kept, whatever is asked of it later, and its line', () => {
  const spot = keptSpot(enclosure, '@url')
  const place = at(document.indexOf('https://soil'))
  expect([spot.place(), spot.place('element'), spot.place('@type', 'x')]).toEqual([place, place, place])
  expect(spot.excerpt?.(place)).toEqual({ text: 'url="https://soil.example/a.mp3"/></item>', column: 6 })
})

test('of an element, it is that of its tag', () =>
  expect(keptSpot(enclosure).place()).toEqual(at(document.indexOf('<enclosure'))))

test('where there is no line at hand, none is kept', () => {
  const place = { file: 'podcast.yaml', line: 3, column: 1, offset: 20 }
  const spot = keptSpot({ ...enclosure, place: () => place, excerpt: () => undefined })
  expect([spot.place(), spot.excerpt?.(place)]).toEqual([place, undefined])
})

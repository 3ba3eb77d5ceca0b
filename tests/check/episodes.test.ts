import { expect, test } from 'vitest'
import { episodeTypeOf, isSerial, numberIn } from '../../src/check/episodes.ts'
import type { FeedNode } from '../../src/model/feed-node.ts'

const node = (name: string, text: string, children: readonly FeedNode[] = []): FeedNode => ({
  name,
  written: name,
  namespace: '',
  attributes: {},
  children,
  text,
  place: () => ({ file: 'feed.xml', line: 1, column: 1, offset: 0 }),
})

test.each([
  [' 12\n', 12],
  ['007', 7],
  ['0', undefined],
  ['1.5', undefined],
  ['-1', undefined],
  ['', undefined],
  ['1'.repeat(20), undefined],
])('the number in %j is %j', (text, number) =>
  expect(numberIn(node('item', '', [node('itunes:episode', text)]), 'itunes:episode')).toBe(number),
)

test('an episode is full unless it says something else', () => {
  expect(episodeTypeOf(node('item', ''))).toBe('full')
  expect(episodeTypeOf(node('item', '', [node('itunes:episodeType', ' ')]))).toBe('full')
  expect(episodeTypeOf(node('item', '', [node('itunes:episodeType', ' Trailer ')]))).toBe('trailer')
})

test('a show is serial only if it says so', () => {
  expect(isSerial(node('channel', '', [node('itunes:type', 'Serial')]))).toBe(true)
  expect(isSerial(node('channel', '', [node('itunes:type', 'episodic')]))).toBe(false)
  expect(isSerial(node('channel', ''))).toBe(false)
})

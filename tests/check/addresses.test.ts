import { expect, test } from 'vitest'
import { isSameAddress } from '../../src/check/addresses.ts'

test.each([
  ['https://soil.example/feed.xml', 'http://www.SOIL.example:80/feed.xml#top'],
  ['https://soil.example/', ' https://soil.example'],
  ['https://soil.example/feed/', 'https://soil.example/feed'],
  ['https://soil.example/feed/?a=1', 'https://soil.example/feed?a=1'],
])('%j and %j are the same', (one, other) => expect(isSameAddress(one, other)).toBe(true))

test.each([
  ['https://soil.example/feed.xml', 'https://soil.example/Feed.xml'],
  ['https://soil.example/feed', 'https://soil.example/feed?page=2'],
  ['https://soil.example/feed', 'https://feeds.soil.example/feed'],
  ['feed.xml', 'feed.xml'],
  ['', ''],
])('%j and %j are not', (one, other) => expect(isSameAddress(one, other)).toBe(false))

import { expect, test } from 'vitest'
import { feedReader } from '../../src/check/read-feed.ts'
import { feedSize } from '../../src/check/rules/feed-size.ts'
import { startCheck } from '../../src/check/run.ts'

test.each([
  [undefined, []],
  [1_000_000, []],
  [1_000_001, ['info The feed has 1.0 MB.']],
  [5_000_001, ['warning The feed has 5.0 MB; some readers stop at 5.0 MB.']],
  [123_456_789, ['warning The feed has 123.5 MB; some readers stop at 5.0 MB.']],
])('a feed of %s bytes', (bytes, found) => {
  const check = startCheck([feedSize], {}, { nowMs: 0 })
  const reader = feedReader('feed.xml', check)
  reader.write('<rss version="2.0"><channel><title>Soil</title></channel></rss>')
  reader.end({ encoding: 'utf-8', bytes })
  expect(check.findings().map(({ severity, message }) => `${severity} ${message}`)).toEqual(found)
})

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { feedDecoder } from '../../src/check/decode.ts'
import { keptSpot } from '../../src/check/kept-spot.ts'
import { keptText } from '../../src/check/kept-text.ts'
import { type FeedHandlers, feedReader } from '../../src/check/read-feed.ts'
import { startCheck } from '../../src/check/run.ts'
import { startTally } from '../../src/check/tally.ts'
import { targetsOf } from '../../src/check/targets.ts'
import type { FeedNode } from '../../src/model/feed-node.ts'
import type { Rule } from '../../src/model/rule.ts'

/** What is in memory and still needed, in bytes. */
function used(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

const items = 200
/** More than a piece of the file, so that each item comes in a piece of its own. */
const itemLength = 70_000

/** A feed of 14 MB, as bytes that come in pieces. */
function* longFeed(): Generator<Uint8Array> {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  yield bytes('<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Soil and Seed</title>')
  for (let number = 0; number < items; number++)
    yield bytes(
      `<item><title>Number ${number} of the roots</title><guid>soil-and-seed-${number}</guid>` +
        `<enclosure url="https://soil.example/audio/number-${number}.mp3"/><description>${'words '.repeat(itemLength / 6)}</description></item>` +
        `<podcast:funding url="https://soil.example/fund/${number}">Buy us a coffee, or ${number}</podcast:funding>`,
    )
  yield bytes('</channel></rss>')
}

function readLongFeed(handlers: Partial<FeedHandlers>): void {
  const none = (): void => {}
  const reader = feedReader('feed.xml', {
    syntax: none,
    item: none,
    liveItem: none,
    channel: none,
    document: none,
    ...handlers,
  })
  const decoder = feedDecoder()
  for (const piece of longFeed()) reader.write(decoder.write(piece).text)
  reader.end({ encoding: 'utf-8' })
}

const child = (item: FeedNode, name: string): FeedNode => item.children.find((one) => one.name === name) as FeedNode

/** Things that are kept of each item; each would hold on to the whole feed if it were cut from it. */
const keepers: Readonly<Record<string, () => Partial<FeedHandlers>>> = {
  'nothing but what the channel has': () => ({}),
  'the text of an element': () => {
    const kept: string[] = []
    return {
      item: (item) => kept.push(keptText(child(item, 'guid').text)),
      document: () => expect(kept).toHaveLength(items),
    }
  },
  'a spot': () => {
    const kept: unknown[] = []
    return {
      item: (item) => kept.push(keptSpot(child(item, 'guid'), 'text')),
      document: () => expect(kept).toHaveLength(items),
    }
  },
  'a target': () => {
    const kept: unknown[] = []
    return { item: (item) => kept.push(...targetsOf(item)), document: () => expect(kept).toHaveLength(items) }
  },
  'a word that is counted': () => {
    const tally = startTally()
    return {
      item: (item) => tally.add(child(item, 'guid').text, item),
      document: () => expect([...tally.entries()]).toHaveLength(items),
    }
  },
  'a finding': () => {
    const rule: Rule = {
      id: 'a-rule',
      level: 'info',
      platforms: 'all',
      summary: '',
      why: '',
      mend: '',
      source: '',
      examples: { bad: [], good: [] },
      check: (report) => ({
        item: (item) => {
          const title = child(item, 'title')
          report(title, title.text, { hint: title.text, related: { message: title.text, spot: title } })
        },
      }),
    }
    const check = startCheck([rule], { all: true }, { nowMs: 0 })
    return { ...check, document: () => expect(check.findings()).toHaveLength(items) }
  },
}

test.each(Object.keys(keepers))('of a feed of 14 MB, hardly anything stays in memory: %s', (name) => {
  const handlers = keepers[name]?.() ?? {}
  let after = 0
  const before = used()
  readLongFeed({
    ...handlers,
    document: (document, channel) => {
      after = used()
      handlers.document?.(document, channel)
      expect(channel?.children).toHaveLength(items + 1)
    },
  })
  expect(after).toBeGreaterThan(0)
  expect(after - before).toBeLessThan(6_000_000)
})

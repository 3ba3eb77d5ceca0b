import { childNamed, type FeedNode, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { readFeedDate } from '../dates.ts'
import { episodeTypeOf, isSerial } from '../episodes.ts'
import { mediumOf } from '../medium.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

interface Dated {
  readonly ms: number
  readonly spot: Spot
}

/** What an episode is called in a message. */
const nameOf = (item: FeedNode): string => {
  const title = textOf(childNamed(item, 'title'))
  return title === '' ? 'An episode' : `The episode ${quoted(title)}`
}

/** What is heard in an order of its own, such as the songs of an album. @see spec/podcast-namespace.md §1 medium */
const inOwnOrder: ReadonlySet<string> = new Set(['music', 'audiobook', 'course'])

export const dateOrder = defineRule({
  id: 'date-order',
  level: 'info',
  platforms: ['apple', 'podcast-index'],
  summary: 'The newest episode comes first in the feed.',
  why: 'Some readers look only at the first items for what is new.',
  mend: 'Sort the items by date, the newest one first; castwright does that itself.',
  source: sources.apple,
  examples: {
    bad: [
      {
        item: [
          '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>',
          '<pubDate>Mon, 12 Jan 2026 10:00:00 +0000</pubDate>',
        ],
      },
    ],
    good: [
      {
        item: [
          '<pubDate>Mon, 12 Jan 2026 10:00:00 +0000</pubDate>',
          '<pubDate>soon</pubDate>',
          '<pubDate>Mon, 12 Jan 2026 11:00:00 +0100</pubDate>',
          '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>',
        ],
      },
      {
        channel: '<itunes:type>serial</itunes:type>',
        item: [
          '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>',
          '<pubDate>Mon, 12 Jan 2026 10:00:00 +0000</pubDate>',
        ],
      },
      {
        channel: '<podcast:medium>music</podcast:medium>',
        item: [
          '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>',
          '<pubDate>Mon, 12 Jan 2026 10:00:00 +0000</pubDate>',
        ],
      },
      // Shows keep their trailer at the top.
      {
        item: [
          '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate><itunes:episodeType>trailer</itunes:episodeType>',
          '<pubDate>Mon, 12 Jan 2026 10:00:00 +0000</pubDate>',
        ],
      },
    ],
  },
  check: (report) => {
    let above: Dated | undefined
    let isSaid = false
    return {
      item: (item, channel) => {
        const date = childNamed(item, 'pubDate')
        const text = textOf(date)
        if (isSaid || date === undefined || text === '' || episodeTypeOf(item) === 'trailer') return
        if (isSerial(channel) || inOwnOrder.has(mediumOf(channel))) return
        const { ms } = readFeedDate(text)
        if (ms === undefined) return
        if (above !== undefined && ms > above.ms) {
          isSaid = true
          report(date, `${nameOf(item)} is newer than the one above it.`, {
            part: 'text',
            related: { message: 'the one above it', spot: above.spot },
          })
          return
        }
        const place = date.place('text')
        above = { ms, spot: { place: () => place } }
      },
    }
  },
})

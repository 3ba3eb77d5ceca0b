import { childNamed, childrenNamed, type FeedNode, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { parseDate } from '../../text/date.ts'
import { keptSpot } from '../kept-spot.ts'
import { sources } from '../sources.ts'

/** Since when a show is complete is nowhere said; but what has yet to come is newer for sure. */
export const completeButNew = defineRule({
  id: 'complete-but-new',
  level: 'info',
  platforms: ['apple'],
  summary: 'A show that says it is complete has no episodes to come.',
  why: 'Apple Podcasts stops looking for episodes of a complete show.',
  mend: 'Leave `complete` out of podcast.yaml, and itunes:complete out of the feed, until the last episode is out.',
  source: sources.apple,
  examples: {
    bad: [
      {
        channel: '<itunes:complete>Yes</itunes:complete>',
        item: '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>',
        facts: { nowMs: Date.UTC(2026, 0, 1) },
      },
      {
        channel:
          '<itunes:complete>yes</itunes:complete><podcast:liveItem status="pending" start="2026-07-01T10:00:00Z"><title>Live</title><guid isPermaLink="false">live</guid><enclosure url="https://soil.example/live.mp3" length="0" type="audio/mpeg"/><podcast:contentLink href="https://soil.example/live">Listen</podcast:contentLink></podcast:liveItem>',
      },
    ],
    good: [
      { channel: '<itunes:complete>Yes</itunes:complete>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>', facts: { nowMs: Date.UTC(2026, 0, 1) } },
      {
        channel: '<itunes:complete>no</itunes:complete>',
        item: '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>',
        facts: { nowMs: Date.UTC(2026, 0, 1) },
      },
    ],
  },
  check: (report, { nowMs }) => {
    let coming: Spot | undefined
    const look = (node: FeedNode | undefined, date: string): void => {
      const ms = parseDate(date, 'UTC')?.ms
      if (node !== undefined && ms !== undefined && ms > nowMs) coming ??= keptSpot(node)
    }
    return {
      item: (item) => {
        const date = childNamed(item, 'pubDate')
        look(date, textOf(date))
      },
      liveItem: (item) => {
        if (item.attributes.status?.trim().toLowerCase() !== 'ended') look(item, item.attributes.start ?? '')
      },
      channel: (channel) => {
        const complete = childrenNamed(channel, 'itunes:complete').find((node) => textOf(node).toLowerCase() === 'yes')
        if (complete === undefined || coming === undefined) return
        report(complete, 'The show says that it is complete, but has an episode that is still to come.', {
          related: { message: 'an episode to come', spot: coming },
        })
      },
    }
  },
})

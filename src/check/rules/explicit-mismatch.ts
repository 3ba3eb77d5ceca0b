import { childNamed, type FeedNode, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { explicitMeaning } from '../explicit.ts'
import { keptSpot } from '../kept-spot.ts'
import { sources } from '../sources.ts'

export const explicitMismatch = defineRule({
  id: 'explicit-mismatch',
  level: 'info',
  platforms: ['apple'],
  summary: 'A show that is not explicit has no explicit episodes.',
  why: 'Listeners who want no explicit content find the show, and then such episodes in it.',
  mend: 'Write `explicit: true` in podcast.yaml if it is more than a rare exception.',
  source: sources.apple,
  examples: {
    bad: [{ item: '<itunes:explicit>true</itunes:explicit>' }, { item: '<itunes:explicit>yes</itunes:explicit>' }],
    good: [
      { channel: '<itunes:explicit>true</itunes:explicit>', item: '<itunes:explicit>true</itunes:explicit>' },
      { channel: '<itunes:explicit>true</itunes:explicit>', item: '<itunes:explicit>false</itunes:explicit>' },
      { without: ['itunes:explicit'], item: '<itunes:explicit>true</itunes:explicit>' },
    ],
  },
  check: (report) => {
    let first: Spot | undefined
    let count = 0
    const look = (item: FeedNode): void => {
      const explicit = childNamed(item, 'itunes:explicit')
      if (explicit === undefined || explicitMeaning(textOf(explicit)) !== true) return
      first ??= keptSpot(explicit)
      count++
    }
    return {
      item: look,
      liveItem: look,
      channel: (channel) => {
        const explicit = childNamed(channel, 'itunes:explicit')
        if (explicit === undefined || first === undefined || explicitMeaning(textOf(explicit)) !== false) return
        const episodes = count === 1 ? 'one of its episodes is' : `${count} of its episodes are`
        report(explicit, `The show says that it is not explicit, but ${episodes}.`, {
          related: { message: 'an explicit episode', spot: first },
        })
      },
    }
  },
})

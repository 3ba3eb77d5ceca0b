import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isPublisherFeed } from '../medium.ts'
import { sources } from '../sources.ts'

export const channelExplicit = defineRule({
  id: 'channel-explicit',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'The show says whether there is explicit content in it.',
  why: 'Apple Podcasts requires it, for parents and for countries that forbid such content.',
  mend: 'Write `explicit: false` in podcast.yaml, or `true`; in a feed: <itunes:explicit>false</itunes:explicit>.',
  source: sources.apple,
  sameAs: ['show/missing'],
  examples: {
    bad: [{ without: ['itunes:explicit'] }, { channel: '<itunes:explicit/>' }],
    good: [
      { channel: '<itunes:explicit>true</itunes:explicit>' },
      { channel: '<podcast:medium>publisher</podcast:medium>', without: ['itunes:explicit'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const explicit = childNamed(channel, 'itunes:explicit')
      if (isPublisherFeed(channel)) return
      if (explicit === undefined) report(channel, 'The show does not say whether it is explicit.')
      else if (textOf(explicit) === '') report(explicit, 'The show’s mark for explicit content is empty.')
    },
  }),
})

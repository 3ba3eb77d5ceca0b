import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

export const channelDescription = defineRule({
  id: 'channel-description',
  level: 'error',
  platforms: 'all',
  summary: 'The show has a description.',
  why: 'Directories refuse a feed without one.',
  mend: 'Write in a few sentences what the show is about, as `description` in podcast.yaml.',
  source: sources.apple,
  sameAs: ['show/missing'],
  examples: {
    bad: [{ without: ['description'] }, { channel: '<description> <![CDATA[ ]]></description>' }],
    good: [{ channel: '<description><![CDATA[<p>How things grow.</p>]]></description>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      const description = childNamed(channel, 'description')
      if (description === undefined) report(channel, 'The show has no description.')
      else if (textOf(description) === '') report(description, 'The show’s description is empty.')
    },
  }),
})

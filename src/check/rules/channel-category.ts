import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { categoriesIn } from '../itunes-categories.ts'
import { isPublisherFeed } from '../medium.ts'
import { sources } from '../sources.ts'

export const channelCategory = defineRule({
  id: 'channel-category',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'The show has a category.',
  why: 'Directories do not list a show that they cannot sort.',
  mend: 'Write one of Apple’s categories, such as Technology or Society & Culture > Documentary, as `categories` in podcast.yaml; in a feed: <itunes:category text="Technology"/>.',
  source: sources.apple,
  sameAs: ['show/missing'],
  examples: {
    bad: [
      { without: ['itunes:category'] },
      { channel: '<itunes:category text=""/>' },
      { channel: '<itunes:category>Technology</itunes:category>' },
      { without: ['itunes:category'], channel: '<category>Technology</category>' },
    ],
    good: [
      { channel: '<itunes:category text=""/><itunes:category text="Technology"/>' },
      { channel: '<podcast:medium>publisher</podcast:medium>', without: ['itunes:category'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      if (categoriesIn(channel).length > 0 || isPublisherFeed(channel)) return
      const empty = childNamed(channel, 'itunes:category')
      if (empty === undefined) report(channel, 'The show has no category for podcast apps (itunes:category).')
      else report(empty, 'The show’s category has no name in its attribute “text”.')
    },
  }),
})

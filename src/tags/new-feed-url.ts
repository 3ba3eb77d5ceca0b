import { url } from './fields.ts'
import { defineTag } from './tag.ts'

export const newFeedUrl = defineTag({
  key: 'newFeedUrl',
  levels: ['channel'],
  schema: url,
  write: (value) => [{ name: 'itunes:new-feed-url', content: value }],
  docs: {
    summary: 'After a move: the address that the feed has now.',
    spec: 'migration.md §2',
    example: 'newFeedUrl: https://example.com/feed.xml',
    elements: ['itunes:new-feed-url'],
    usedBy: 'Apple Podcasts and most apps, when a show moves.',
  },
})

import { line } from './fields.ts'
import { defineTag } from './tag.ts'

export const appleVerify = defineTag({
  key: 'appleVerify',
  levels: ['channel'],
  schema: line,
  write: (value) => [{ name: 'itunes:applepodcastsverify', content: value }],
  docs: {
    summary: 'The code by which Apple Podcasts Connect checks that the feed is yours.',
    spec: 'rss-itunes-psp.md §2 itunes:applepodcastsverify',
    example: 'appleVerify: 3f2a-77c1',
    elements: ['itunes:applepodcastsverify'],
    usedBy: 'Apple Podcasts Connect.',
  },
})

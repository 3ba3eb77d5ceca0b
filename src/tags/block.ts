import { flag } from './fields.ts'
import { defineTag } from './tag.ts'

export const block = defineTag({
  key: 'block',
  levels: ['channel', 'item'],
  schema: flag,
  // Only `Yes` has a meaning; any other value would be noise. @see spec/rss-itunes-psp.md §2 itunes:block
  write: (value, _all, level) =>
    value
      ? [
          { name: 'itunes:block', content: 'Yes' },
          ...(level === 'channel' ? [{ name: 'podcast:block', content: 'yes' }] : []),
        ]
      : [],
  docs: {
    summary: 'Keeps the show or the episode out of the directories.',
    spec: 'rss-itunes-psp.md §2 itunes:block, podcast-namespace.md §1 block',
    example: 'block: true',
  },
})

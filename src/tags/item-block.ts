import { flag } from './fields.ts'
import { defineTag } from './tag.ts'

export const itemBlock = defineTag({
  key: 'block',
  levels: ['item'],
  schema: flag,
  write: (value) => (value ? [{ name: 'itunes:block', content: 'Yes' }] : []),
  docs: {
    summary: 'Keeps the episode out of Apple Podcasts.',
    spec: 'rss-itunes-psp.md §3 itunes:block',
    example: 'block: true',
    elements: ['itunes:block'],
    usedBy: 'Apple Podcasts and some other apps.',
  },
})

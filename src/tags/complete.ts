import { flag } from './fields.ts'
import { defineTag } from './tag.ts'

export const complete = defineTag({
  key: 'complete',
  levels: ['channel'],
  schema: flag,
  write: (value) => (value ? [{ name: 'itunes:complete', content: 'Yes' }] : []),
  docs: {
    summary: 'The show has ended: there will be no further episode.',
    spec: 'rss-itunes-psp.md §2 itunes:complete',
    example: 'complete: true',
    elements: ['itunes:complete'],
    usedBy: 'Apple Podcasts stops asking for new episodes.',
  },
})

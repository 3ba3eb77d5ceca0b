import { line } from './fields.ts'
import { defineTag } from './tag.ts'

export const itunesTitle = defineTag({
  key: 'itunesTitle',
  levels: ['channel', 'item'],
  schema: line,
  write: (value) => [{ name: 'itunes:title', content: value }],
  docs: {
    summary: 'The title for Apple Podcasts, where it should be another one than for everybody else.',
    spec: 'rss-itunes-psp.md §2, §3 itunes:title',
    example: 'itunesTitle: Roots',
    elements: ['itunes:title'],
    usedBy: 'Apple Podcasts, Overcast.',
  },
})

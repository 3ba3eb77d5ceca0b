import { flag } from './fields.ts'
import { defineTag } from './tag.ts'

export const explicit = defineTag({
  key: 'explicit',
  levels: ['channel', 'item'],
  schema: flag,
  write: (value) => [{ name: 'itunes:explicit', content: String(value) }],
  docs: {
    summary: 'Whether there is strong language or adult content.',
    spec: 'rss-itunes-psp.md §4 explicit',
    example: 'explicit: false',
    elements: ['itunes:explicit'],
    usedBy: 'Apple Podcasts, Spotify and nearly every app; required.',
  },
})

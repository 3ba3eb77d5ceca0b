import { z } from 'zod'
import { defineTag } from './tag.ts'

export const episodeType = defineTag({
  key: 'episodeType',
  levels: ['item'],
  schema: z.enum(['full', 'trailer', 'bonus'], { error: 'must be full, trailer or bonus' }),
  write: (value) => [{ name: 'itunes:episodeType', content: value }],
  docs: {
    summary: 'full, trailer or bonus.',
    spec: 'rss-itunes-psp.md §3 itunes:episodeType',
    example: 'episodeType: trailer',
    elements: ['itunes:episodeType'],
    usedBy: 'Apple Podcasts, Spotify, Overcast, Pocket Casts.',
  },
})

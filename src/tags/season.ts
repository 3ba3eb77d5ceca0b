import { z } from 'zod'
import { line, positiveInteger } from './fields.ts'
import { defineTag } from './tag.ts'

export const season = defineTag({
  key: 'season',
  levels: ['item'],
  schema: z.union(
    [
      positiveInteger.transform((number) => ({ number, name: undefined })),
      z.object({
        number: positiveInteger.meta({ description: 'The number, from 1.' }),
        name: line.optional().meta({ description: 'A name for the season, as apps show it.' }),
      }),
    ],
    { error: 'must be a whole number of 1 or more, or { number, name }' },
  ),
  write: (value) => [
    { name: 'itunes:season', content: value.number },
    { name: 'podcast:season', attributes: { name: value.name }, content: value.number },
  ],
  docs: {
    summary: 'The season that the episode belongs to.',
    spec: 'rss-itunes-psp.md §3 itunes:season, podcast-namespace.md §1 season',
    example: 'season: 2',
    elements: ['itunes:season', 'podcast:season'],
    usedBy: 'Apple Podcasts, Spotify and most apps; 16 apps of the Podcast Index list read podcast:season.',
  },
})

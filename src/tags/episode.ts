import { z } from 'zod'
import { line, positiveDecimal } from './fields.ts'
import { defineTag } from './tag.ts'

export const episode = defineTag({
  key: 'episode',
  levels: ['item'],
  schema: z.union(
    [
      positiveDecimal.transform((number) => ({ number, display: undefined })),
      z.object({
        number: positiveDecimal.meta({ description: 'The number, greater than 0; 12.5 comes between 12 and 13.' }),
        display: line.optional().meta({ description: 'What apps show instead of the number, such as "Ch. 3".' }),
      }),
    ],
    { error: 'must be a number greater than 0, or { number, display }' },
  ),
  // Apple takes whole numbers only. @see spec/podcast-namespace.md §1 episode
  write: (value) => [
    ...(Number.isInteger(value.number) ? [{ name: 'itunes:episode', content: value.number }] : []),
    { name: 'podcast:episode', attributes: { display: value.display }, content: value.number },
  ],
  docs: {
    summary: 'The episode’s number within its season, or in the show.',
    spec: 'rss-itunes-psp.md §3 itunes:episode, podcast-namespace.md §1 episode',
    example: 'episode: 7',
    elements: ['itunes:episode', 'podcast:episode'],
    usedBy: 'Apple Podcasts and most apps; 23 apps of the Podcast Index list read podcast:episode.',
  },
})

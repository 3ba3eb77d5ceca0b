import { z } from 'zod'
import { line, positiveInteger } from './fields.ts'
import { defineTag } from './tag.ts'

export const episode = defineTag({
  key: 'episode',
  levels: ['item'],
  schema: z.union(
    [
      positiveInteger.transform((number) => ({ number, display: undefined })),
      z.object({
        number: positiveInteger.meta({ description: 'The number, from 1.' }),
        display: line.optional().meta({ description: 'What apps show instead of the number, such as "Ch. 3".' }),
      }),
    ],
    { error: 'must be a whole number of 1 or more, or { number, display }' },
  ),
  write: (value) => [
    { name: 'itunes:episode', content: value.number },
    { name: 'podcast:episode', attributes: { display: value.display }, content: value.number },
  ],
  docs: {
    summary: 'The episode’s number within its season, or in the show.',
    spec: 'rss-itunes-psp.md §3 itunes:episode, podcast-namespace.md §1 episode',
    example: 'episode: 7',
  },
})

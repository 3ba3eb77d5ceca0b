import { z } from 'zod'
import { listOf, positiveInteger } from './fields.ts'
import { defineTag } from './tag.ts'

const country = z.string().regex(/^[a-z]{2}$/i, { error: 'must be a country of two letters, such as de' })

export const spotify = defineTag({
  key: 'spotify',
  levels: ['channel'],
  schema: z.object(
    {
      recent: positiveInteger
        .optional()
        .meta({ description: 'How many of the newest episodes Spotify shows at most.' }),
      countries: listOf(country)
        .optional()
        .meta({ description: 'The countries that the show is made for: de, at, ch.' }),
    },
    { error: 'must be { recent, countries }' },
  ),
  write: ({ recent, countries }) => [
    ...(recent === undefined ? [] : [{ name: 'spotify:limit', attributes: { recentCount: recent } }]),
    ...(countries === undefined
      ? []
      : [{ name: 'spotify:countryOfOrigin', content: countries.map((name) => name.toLowerCase()).join(' ') }]),
  ],
  docs: {
    summary: 'What Spotify alone reads: how many episodes it shows, and the countries that the show is for.',
    spec: 'rss-itunes-psp.md §2 spotify:limit, spotify:countryOfOrigin',
    example: 'spotify: { recent: 100, countries: [de, at, ch] }',
    elements: ['spotify:limit', 'spotify:countryOfOrigin'],
    usedBy: 'Spotify.',
  },
})

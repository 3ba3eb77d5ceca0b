import { z } from 'zod'
import { line, listOf } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

const geo = line.refine(
  (value) => /^geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(,-?\d+(\.\d+)?)?(;u=\d+(\.\d+)?)?$/.test(value),
  {
    error: 'must be a geo URI such as geo:52.52,13.40: latitude, then longitude',
  },
)

const one = z.union(
  [
    line.transform((name) => ({ name })),
    z.object({
      name: line.meta({ description: 'The place in words: Austin, Texas.' }),
      rel: z
        .enum(['subject', 'creator'], { error: 'must be subject or creator' })
        .optional()
        .meta({ description: 'subject (default): what it is about; creator: where it is made.' }),
      geo: geo.optional().meta({ description: 'geo:latitude,longitude. A town is close enough: a home is private.' }),
      osm: line
        .refine((value) => /^[NWR]\d+(#\d+)?$/.test(value), {
          error: 'must be an OpenStreetMap object such as R113314',
        })
        .optional()
        .meta({ description: 'The OpenStreetMap object: N, W or R and its number.' }),
      country: line
        .refine((value) => /^[A-Z]{2}$/.test(value) && value !== 'UK', {
          error: 'must be a country of two capital letters, such as DE or GB',
        })
        .optional()
        .meta({ description: 'The country: DE, GB, US.' }),
    }),
  ],
  { error: 'must be a place’s name, or { name, rel, geo, osm, country }' },
)

interface Location {
  readonly name: string
  readonly rel?: string | undefined
  readonly geo?: string | undefined
  readonly osm?: string | undefined
  readonly country?: string | undefined
}

export const location = defineTag({
  key: 'location',
  levels: ['channel', 'item'],
  schema: listOf(one),
  write: (values: readonly Location[]) =>
    writeEach(values, ({ name, rel, geo: coordinates, osm, country }) => ({
      name: 'podcast:location',
      attributes: { rel, geo: coordinates, osm, country },
      content: name,
    })),
  docs: {
    summary: 'The place that it is about, or at which it is made.',
    spec: 'podcast-namespace.md §1 location',
    example: "location: { name: 'Austin, TX', geo: 'geo:30.2672,-97.7431', osm: R113314, country: US }",
    elements: ['podcast:location'],
    usedBy: '10 apps of the Podcast Index list.',
  },
})

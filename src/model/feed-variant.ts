import { z } from 'zod'
import { flag, line, listOf, positiveInteger, text, uuid } from '../tags/fields.ts'
import { isSlug } from '../text/slug.ts'

const selectionShape = {
  season: listOf(positiveInteger).optional().meta({ description: 'Season numbers.' }),
  language: listOf(line).optional().meta({ description: 'Languages; `de` takes de-at, too.' }),
  keyword: listOf(line).optional().meta({ description: 'Keywords.' }),
  episodeType: listOf(z.enum(['full', 'trailer', 'bonus'], { error: 'must be full, trailer or bonus' }))
    .optional()
    .meta({ description: 'full, trailer, bonus.' }),
} as const

const selection = z.object(selectionShape, { error: 'must have season, language, keyword or episodeType' })

/** Which episodes: those that have one of the values of each key. */
export type FeedSelection = z.output<typeof selection>

/** A further feed of the show, as a podcaster writes it. */
export const feedVariantSchema = z.object(
  {
    id: line
      .refine((id) => isSlug(id) && !id.startsWith('.'), {
        error: 'must be letters, digits, "-", "_" and ".", as it names a file',
      })
      .meta({ description: 'Its name: the feed is written to `ID.xml`. Never change it once published.' }),
    title: line.optional().meta({ description: 'Its title. Default: the show’s.' }),
    description: text.optional().meta({ description: 'Its description. Default: the show’s.' }),
    language: line.optional().meta({ description: 'Its language. Default: the show’s.' }),
    guid: uuid.optional().meta({ description: 'Its podcast:guid. Default: derived from its first address.' }),
    enclosure: line.optional().meta({
      description:
        'Which of the alternateEnclosures is its audio: a MIME type, a rel or a title. Episodes without one are left out.',
    }),
    only: selection.optional().meta({ description: 'Only these episodes.' }),
    without: selection.optional().meta({ description: 'All but these episodes.' }),
    private: flag.optional().meta({ description: 'true: kept out of directories (itunes:block, podcast:block).' }),
    pageSize: positiveInteger.optional().meta({ description: 'At most so many items in one file. Default: all.' }),
  },
  { error: 'must be { id, … }' },
)

/** A further feed of the show, complete. */
export interface FeedVariant {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly language: string
  /** Absolute. */
  readonly feedUrl: string
  readonly guid: string
  /** The guid stands in podcast.yaml; else it was derived from the first address. */
  readonly guidIsWritten: boolean
  /** A MIME type, rel or title of alternate enclosures. Absent: the episodes' own audio. */
  readonly enclosure?: string | undefined
  readonly only?: FeedSelection | undefined
  readonly without?: FeedSelection | undefined
  readonly private: boolean
  readonly pageSize?: number | undefined
}

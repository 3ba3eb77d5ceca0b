import { z } from 'zod'
import { flag, line, listOf, text, url } from '../tags/fields.ts'
import { itemShape } from '../tags/index.ts'
import { person } from '../tags/persons.ts'
import { isSlug } from '../text/slug.ts'
import { parseClock } from '../text/time.ts'

/** The longest playing time that is believed: 100 hours, in seconds. */
export const maxDuration = 360_000

/** A time in seconds: a number, or a clock such as `43:21` or `1:02:03`. */
const clockTime = z.union([z.number(), z.string().transform((value) => parseClock(value) ?? Number.NaN)], {
  error: 'must be seconds, m:ss or h:mm:ss',
})

const seconds = clockTime.refine((value) => value >= 0 && value <= maxDuration, {
  error: 'must be seconds, m:ss or h:mm:ss, from 0 to 100 hours',
})

/** Exact size in bytes; `"60946851"` counts as a number. */
const bytes = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
    ],
    { error: 'must be a size in bytes' },
  )
  .refine((value) => Number.isSafeInteger(value) && value >= 0, { error: 'must be a size in bytes, 0 or more' })

/** A MIME type. */
const mediaType = z
  .string({ error: 'must be a MIME type such as audio/mpeg' })
  .regex(/^[a-z]+\/[a-z0-9.+-]+$/i, { error: 'must be a MIME type such as audio/mpeg' })

/** ISO 8601, a date alone, RFC 2822, or epoch milliseconds. Read later, with the show's time zone. */
const date = z.union([z.string(), z.number()], {
  error: 'must be a date such as 2026-02-23 or 2026-02-23T10:00:00+01:00',
})

const audio = z.union(
  [
    line.transform((value) => ({ url: value, length: undefined, type: undefined, duration: undefined })),
    z.object({
      url: line,
      length: bytes.optional(),
      type: mediaType.optional(),
      duration: seconds.optional(),
    }),
  ],
  { error: 'must be a URL or a path, or { url, length, type, duration }' },
)

const transcript = z.union(
  [
    line.transform((value) => ({ url: value, type: undefined, language: undefined, rel: undefined })),
    z.object({
      url: line,
      type: mediaType.optional(),
      language: line.optional(),
      rel: z.literal('captions', { error: 'must be captions' }).optional(),
    }),
  ],
  { error: 'must be a URL or a path, or { url, type, language, rel }' },
)

const chapter = z.object(
  {
    start: clockTime,
    title: line,
    end: clockTime.optional(),
    url: url.optional(),
    img: url.optional(),
    toc: flag.optional(),
  },
  { error: 'must be { start, title }' },
)

/** An episode's frontmatter, key by key, as a podcaster writes it. */
export const frontmatterShape = {
  title: line.meta({ description: 'The episode’s title, without show name or number.' }),
  date: date.meta({ description: 'When it is published. A date without a zone is read in the show’s timezone.' }),
  audio: audio.meta({ description: 'The audio: a file in the show’s folder, or a URL with length and duration.' }),
  guid: line.optional().meta({ description: 'Its identity in the feed. Never change it once published.' }),
  slug: z
    .union([z.string(), z.number()], { error: 'must be text' })
    .transform(String)
    .refine(isSlug, { error: 'must be letters, digits, "-", "_" and ".", as it names a folder' })
    .optional()
    .meta({ description: 'Its name in addresses. Default: the file’s name without date and extension.' }),
  summary: text
    .optional()
    .meta({ description: 'A short plain text for lists. Default: the first paragraph of the notes.' }),
  description: text.optional().meta({ description: 'Another name for summary.' }),
  subtitle: line.optional().meta({ description: 'One line below the title.' }),
  link: url
    .optional()
    .meta({ description: 'The page that the episode is about or comes from. Default: its own page.' }),
  keywords: listOf(line).optional().meta({ description: 'Words to find it by.' }),
  authors: listOf(person).optional().meta({ description: 'Who wrote it: persons with the role author.' }),
  transcripts: listOf(transcript).optional().meta({ description: 'Transcripts: files in the show’s folder, or URLs.' }),
  transcript: listOf(transcript).optional().meta({ description: 'Another name for transcripts.' }),
  chapters: z
    .array(chapter, { error: 'must be a list of { start, title }' })
    .optional()
    .meta({ description: 'Chapters, instead of the outline in the notes.' }),
  draft: flag.optional().meta({ description: 'true: left out, unless the build is asked for drafts.' }),
  updated: date.optional().meta({ description: 'When the notes were last changed.' }),
  ...itemShape,
} as const

export const frontmatterSchema = z
  .object(frontmatterShape)
  .meta({ title: 'Episode frontmatter', description: 'The frontmatter of a castwright episode.' })

export type Frontmatter = z.output<typeof frontmatterSchema>

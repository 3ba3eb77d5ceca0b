import { z } from 'zod'
import {
  bytes,
  dateText as date,
  fileOrUrl,
  flag,
  line,
  listOf,
  mediaType,
  seconds,
  text,
  url,
} from '../tags/fields.ts'
import { itemShape } from '../tags/index.ts'
import { person } from '../tags/persons.ts'
import { isSlug } from '../text/slug.ts'

const audioShape = {
  url: line.meta({ description: 'Where the audio is: a file in the show’s folder, or an absolute URL.' }),
  length: bytes
    .optional()
    .meta({ description: 'Its exact size in bytes. Needed for a URL; a file in the folder is measured.' }),
  type: mediaType.optional().meta({ description: 'Its MIME type. Default: by the file’s content or extension.' }),
  duration: seconds
    .optional()
    .meta({ description: 'Its playing time: seconds, m:ss or h:mm:ss. Needed for a URL; a file is measured.' }),
  prefix: z
    .union([z.literal(false).transform(() => []), listOf(url)], { error: 'must be false, or the URLs of redirects' })
    .optional()
    .meta({ description: 'Other redirects that count downloads than those of the show; false: none.' }),
} as const

const audio = z.union(
  [
    z.object(audioShape),
    line.transform((value) => ({
      url: value,
      length: undefined,
      type: undefined,
      duration: undefined,
      prefix: undefined,
    })),
  ],
  { error: 'must be a URL or a path, or { url, length, type, duration }' },
)

const transcript = z.union(
  [
    line.transform((value) => ({ url: value, type: undefined, language: undefined, rel: undefined })),
    z.object({
      url: line.meta({ description: 'Where the transcript is: a file in the show’s folder, or an absolute URL.' }),
      type: mediaType.optional().meta({ description: 'Its MIME type, such as text/vtt. Default: by its extension.' }),
      language: line.optional().meta({ description: 'Its language. Default: the show’s.' }),
      rel: z
        .literal('captions', { error: 'must be captions' })
        .optional()
        .meta({ description: 'captions: it has timestamps and can be shown while the audio plays.' }),
    }),
  ],
  { error: 'must be a URL or a path, or { url, type, language, rel }' },
)

const chapter = z.object(
  {
    start: seconds.meta({ description: 'Where it starts: seconds, m:ss or h:mm:ss.' }),
    title: line.meta({ description: 'What it is about, in a few words.' }),
    end: seconds.optional().meta({ description: 'Where it ends. Default: where the next one starts.' }),
    url: url.optional().meta({ description: 'A page about it.' }),
    img: fileOrUrl
      .optional()
      .meta({ description: 'A picture to show while it plays: a file in the show’s folder, or an absolute URL.' }),
    toc: flag.optional().meta({ description: 'false: apps follow it but do not list it. Default true.' }),
  },
  { error: 'must be { start, title }' },
)

export type WrittenChapter = z.output<typeof chapter>

/** One word or phrase a piece; a line of them may have commas between. */
const keywords = z.union([
  z.array(line),
  line.transform((value) =>
    value
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
])

/** An episode's frontmatter, key by key, as a podcaster writes it. */
export const frontmatterShape = {
  title: line.meta({ description: 'The episode’s title, without show name or number.' }),
  date: date.meta({ description: 'When it is published. A date without a zone is read in the show’s timezone.' }),
  audio: audio.optional().meta({
    description:
      'The audio: a file in the show’s folder, or a URL with length and duration. Default: the file that has the episode’s name.',
  }),
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
  language: line
    .optional()
    .meta({ description: 'The language that it is in, where that is not the show’s: de, pt-br.' }),
  keywords: keywords.optional().meta({ description: 'Words to find it by: a list, or a line with commas.' }),
  authors: listOf(person).optional().meta({ description: 'Who wrote it: persons with the role author.' }),
  transcripts: listOf(transcript).optional().meta({ description: 'Transcripts: files in the show’s folder, or URLs.' }),
  transcript: listOf(transcript).optional().meta({ description: 'Another name for transcripts.' }),
  chapters: z
    .union([z.array(chapter), line], { error: 'must be a list of { start, title }, or the path of a chapter file' })
    .optional()
    .meta({ description: 'Chapters, instead of the outline in the notes: a list, or a file in the show’s folder.' }),
  draft: flag.optional().meta({ description: 'true: left out, unless the build is asked for drafts.' }),
  updated: date.optional().meta({ description: 'When the notes were last changed.' }),
  ...itemShape,
} as const

/** What a show may say for all of its episodes: the same keys, each of them optional, inside of `audio` too. */
export const defaultsSchema = z
  .object({
    ...frontmatterShape,
    audio: z.object(audioShape).partial().meta({ description: 'What is the same for the audio of all episodes.' }),
  })
  .partial()

export const frontmatterSchema = z
  .object(frontmatterShape)
  .meta({ title: 'Episode frontmatter', description: 'The frontmatter of a castwright episode.' })

export type Frontmatter = z.output<typeof frontmatterSchema>

import { z } from 'zod'
import { flag, line, listOf, positiveInteger, text, url } from '../tags/fields.ts'
import type { Image } from '../tags/images.ts'
import { type ChannelValues, channelShape } from '../tags/index.ts'
import { type FeedVariant, feedVariantSchema } from './feed-variant.ts'
import { defaultsSchema } from './frontmatter.ts'
import { type Platform, platforms, type RuleLevel } from './rule.ts'

/** A regular expression: each of its blanks counts. */
const pattern = z.string({ error: 'must be text' }).min(1, { error: 'must not be empty' })

/** How the outline in the show notes is found and cleaned. */
const outlineSchema = z
  .object({
    labels: listOf(line).optional().meta({
      description: 'Further headings and labels that announce an outline, beside Outline, Chapters, Timestamps …',
    }),
    tails: listOf(pattern)
      .optional()
      .meta({ description: 'Regular expressions; what one matches at the end of a chapter title is cut off.' }),
    nested: z.enum(['list', 'hide'], { error: 'must be list or hide' }).optional().meta({
      description: 'hide: apps follow chapters of inner lists, but do not list them. Default list.',
    }),
    first: line.optional().meta({
      description: 'Title of a chapter at 0:00 that is added where the first one starts later. Default: none is added.',
    }),
  })
  .meta({ description: 'How the outline in the show notes becomes chapters.' })

/** How much a rule counts. @see RuleLevel */
const ruleLevel = z.union(
  [z.enum(['off', 'error', 'warning', 'info']), z.literal(false).transform(() => 'off' as const)],
  {
    error: 'must be off, error, warning or info',
  },
)

/** What `castwright check` looks for. */
const checkSchema = z
  .object({
    profile: z
      .enum(platforms, { error: `must be one of ${platforms.join(', ')}` })
      .optional()
      .meta({ description: 'Only what this platform cares about: apple, spotify, psp-1, podcast-index, w3c.' }),
    rules: z.record(z.string(), ruleLevel).optional().meta({ description: 'Rule → off, error, warning or info.' }),
  })
  .meta({ description: 'What `castwright check` looks for, and how much it counts.' })

/** A folder of the show: a path that does not leave it. */
const folder = line.refine((path) => !/^[/\\]|^[a-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path), {
  error: 'must be a folder in the show’s folder, such as audio',
})

/** Where audio lies, and by which addresses it is public. */
const mediaSchema = z
  .object({
    folders: listOf(folder)
      .optional()
      .meta({ description: 'Further folders in which audio is looked for, beside those of the episodes and `audio`.' }),
    baseUrl: url.optional().meta({
      description: 'Where local audio is published, if not with the rest: its path in the show’s folder follows.',
    }),
    prefix: listOf(url).optional().meta({
      description: 'Redirects that count downloads, such as https://op3.dev/e/; the first one is asked first.',
    }),
  })
  .meta({ description: 'Where audio lies, and by which addresses it is public.' })

/** What the episodes of a season share. */
const seasonSchema = z
  .object(
    {
      number: positiveInteger.meta({ description: 'The number, from 1.' }),
      name: line.optional().meta({ description: 'Its name, for the episodes that do not say it themselves.' }),
      image: line.optional().meta({
        description: 'Artwork of the episodes that have none of their own: a file of the show’s folder, or a URL.',
      }),
    },
    { error: 'must be { number, name, image }' },
  )
  .meta({ description: 'A season of the show.' })

const transcriptFormatIds = ['vtt', 'srt', 'json', 'html', 'text'] as const

/** What the build writes, and how. */
const outputSchema = z
  .object({
    atom: flag.optional().meta({ description: 'Write feed.atom. Default true.' }),
    json: flag.optional().meta({ description: 'Write feed.json. Default true.' }),
    site: flag.optional().meta({ description: 'Write index.html and a page for each episode. Default true.' }),
    simpleChapters: flag.optional().meta({
      description:
        'Write Podlove Simple Chapters into the feed. Default true, but for items of more than 100 chapters.',
    }),
    timestamps: flag
      .optional()
      .meta({ description: 'Write chapters as lines with timestamps into each item’s description. Default true.' }),
    embed: flag.optional().meta({
      description: 'Write chapters, title and artwork into the published copies of local MP3s. Default false.',
    }),
    artwork: flag.optional().meta({
      description: 'Publish local artwork also in the smaller sizes that apps and pages ask for. Default true.',
    }),
    transcripts: z
      .union(
        [flag.transform((wanted) => (wanted ? [...transcriptFormatIds] : [])), listOf(z.enum(transcriptFormatIds))],
        {
          error: `must be true, false, or some of ${transcriptFormatIds.join(', ')}`,
        },
      )
      .optional()
      .meta({
        description:
          'The formats in which local transcripts are published: vtt, srt, json, html, text. Default true: all; false: as they are.',
      }),
    sanitize: flag
      .optional()
      .meta({ description: 'Remove scripts and other active content from HTML in show notes. Default true.' }),
  })
  .meta({ description: 'What the build writes.' })

/** `podcast.yaml` as a podcaster writes it. */
export const showSchema = z
  .object({
    title: line.meta({ description: 'The show’s name, and nothing else.' }),
    description: text.meta({ description: 'What the show is about: plain text, at most 4000 bytes.' }),
    link: url.optional().meta({ description: 'The show’s website. Default: baseUrl.' }),
    baseUrl: url
      .optional()
      .meta({ description: 'Where the output folder is published. Default: the folder of feedUrl.' }),
    feedUrl: url.optional().meta({ description: 'The feed’s public address. Default: feed.xml under baseUrl.' }),
    language: line.meta({ description: 'ISO 639 code with an optional region: en, de, pt-br.' }),
    timezone: line.optional().meta({ description: 'IANA name of the zone for dates that state none. Default UTC.' }),
    guid: line
      .optional()
      .meta({ description: 'podcast:guid. Default: derived from the feed’s first address. Never change it.' }),
    ...channelShape,
    episodeGuid: line
      .optional()
      .meta({ description: 'How the guid of an episode that states none is made, e.g. "example/episode/{slug}/".' }),
    defaults: defaultsSchema
      .optional()
      .meta({ description: 'Frontmatter for every episode that does not say otherwise.' }),
    frontmatter: z
      .record(z.string(), z.string({ error: 'must be the name of a key' }))
      .optional()
      .meta({ description: 'Our key → the key that your files use: `audio.url: file`.' }),
    ignoreKeys: listOf(line)
      .optional()
      .meta({ description: 'Frontmatter keys that belong to other tools: no warning about them.' }),
    pageSize: positiveInteger.optional().meta({
      description:
        'At most so many items in one file of the feed; the others follow in feed-2.xml … Default: all in one.',
    }),
    feeds: listOf(feedVariantSchema)
      .optional()
      .meta({ description: 'Further feeds of the same episodes: another format, one season, one language …' }),
    seasons: listOf(seasonSchema)
      .refine((seasons) => new Set(seasons.map(({ number }) => number)).size === seasons.length, {
        error: 'must have each number once',
      })
      .optional()
      .meta({ description: 'Names and artwork of seasons.' }),
    media: mediaSchema.optional(),
    outline: outlineSchema.optional(),
    output: outputSchema.optional(),
    check: checkSchema.optional(),
  })
  .meta({ title: 'podcast.yaml', description: 'The settings of a castwright show.' })

export type ShowFile = z.output<typeof showSchema>

/** The show, complete: every default filled, every address absolute. Plain data, so that it can cross threads. */
export interface Show {
  readonly title: string
  /** Plain text. */
  readonly description: string
  /** The website, absolute. */
  readonly link: string
  /** Where the output folder is published; ends in `/`. */
  readonly baseUrl: string
  readonly feedUrl: string
  readonly language: string
  /** IANA name. */
  readonly timeZone: string
  /** podcast:guid. */
  readonly guid: string
  /** What the channel's tags say; `image` is an absolute URL here. */
  readonly values: ChannelValues
  /** How many items a page of the feed has at most. Absent: there is one page. */
  readonly pageSize?: number | undefined
  /** Further feeds of the same episodes. */
  readonly feeds: readonly FeedVariant[]
  readonly seasons: readonly Season[]
  readonly episodeGuid?: string | undefined
  /** Lies below each episode's frontmatter, as written. */
  readonly defaults: Readonly<Record<string, unknown>>
  /** Our key path → theirs. */
  readonly mapping: Readonly<Record<string, string>>
  readonly ignoreKeys: readonly string[]
  readonly outline: {
    readonly labels: readonly string[]
    readonly tails: readonly string[]
    /** Whether chapters of inner lists are listed. Absent: they are. */
    readonly nested?: 'list' | 'hide' | undefined
    /** Title of a chapter at 0 that is added where the first one starts later. */
    readonly first?: string | undefined
  }
  readonly output: {
    readonly atom: boolean
    readonly json: boolean
    readonly site: boolean
    /** Podlove Simple Chapters; `auto`: in each item that is short enough for them. */
    readonly simpleChapters: boolean | 'auto'
    /** Lines with timestamps in each item's description. */
    readonly timestamps: boolean
    /** Published copies of local MP3s carry chapters, title and artwork in their tags. */
    readonly embed: boolean
    /** Local artwork is published in smaller sizes, too. */
    readonly artwork: boolean
    /** The formats in which local transcripts are published; none: as they are. */
    readonly transcripts: readonly (typeof transcriptFormatIds)[number][]
    readonly sanitize: boolean
  }
  readonly audio: {
    /** Further folders in which audio is looked for, relative to the show's. */
    readonly folders: readonly string[]
    /** Where local audio is published; ends in `/`. Absent: with the rest. */
    readonly baseUrl?: string | undefined
    /** Redirects that count downloads; the first one is asked first. */
    readonly prefix: readonly string[]
  }
  /** What `castwright check` looks for. */
  readonly check: {
    readonly profile?: Platform | undefined
    /** Rule → how much it counts. */
    readonly rules: Readonly<Record<string, RuleLevel>>
  }
  /** Local files that the show's settings name, to be published. */
  readonly media: readonly LocalFile[]
}

/** A season, and what its episodes take from it. */
export interface Season {
  readonly number: number
  readonly name?: string | undefined
  /** Absolute URL. */
  readonly image?: string | undefined
  /** The artwork in all sizes, the largest first; none if it lies elsewhere. */
  readonly images?: readonly Image[] | undefined
}

/** A file of the show that is published as it is. Both paths have `/` and leave neither folder. */
export interface LocalFile {
  /** Relative to the show's folder. */
  readonly from: string
  /** Relative to the output folder. */
  readonly to: string
  /** The key of a picture that was made of it and is published in its place. */
  readonly made?: string | undefined
}

import type { z } from 'zod'
import { author } from './author.ts'
import { block } from './block.ts'
import { categories } from './categories.ts'
import { complete } from './complete.ts'
import { copyright } from './copyright.ts'
import { episode } from './episode.ts'
import { episodeType } from './episode-type.ts'
import { explicit } from './explicit.ts'
import { funding } from './funding.ts'
import { image } from './image.ts'
import { locked } from './locked.ts'
import { medium } from './medium.ts'
import { newFeedUrl } from './new-feed-url.ts'
import { owner } from './owner.ts'
import { persons } from './persons.ts'
import { season } from './season.ts'
import type { Level, Tag } from './tag.ts'
import { type } from './type.ts'

/** What can be written in `podcast.yaml`, in the order in which the feed has it. */
export const channelTags = [
  author,
  owner,
  image,
  categories,
  explicit,
  type,
  copyright,
  block,
  complete,
  newFeedUrl,
  locked,
  medium,
  funding,
  persons,
] as const

/** What can be written in an episode's frontmatter, in the order in which the item has it. */
export const itemTags = [season, episode, episodeType, explicit, image, block, funding, persons] as const

type ValuesOf<Tags extends readonly Tag[]> = {
  readonly [T in Tags[number] as T['key']]?: z.output<T['schema']> | undefined
}
type ShapeOf<Tags extends readonly Tag[]> = {
  [T in Tags[number] as T['key']]: z.ZodOptional<T['schema']>
}

export type ChannelValues = ValuesOf<typeof channelTags>
export type ItemValues = ValuesOf<typeof itemTags>

/** The tags' part of a schema: every key optional, documented from the tag. */
function shapeOf<Tags extends readonly Tag[]>(tags: Tags): ShapeOf<Tags> {
  return Object.fromEntries(
    tags.map(({ key, schema, docs }) => [key, schema.optional().meta({ description: docs.summary })]),
  ) as ShapeOf<Tags>
}

export const channelShape = shapeOf(channelTags)
export const itemShape = shapeOf(itemTags)

/** The elements of one level for a set of values, in the registry's order. */
export function writeTags(level: Level, values: ChannelValues | ItemValues) {
  const tags: readonly Tag[] = level === 'channel' ? channelTags : itemTags
  const all: Readonly<Record<string, unknown>> = values
  return tags.flatMap((tag) => (all[tag.key] === undefined ? [] : tag.write(all[tag.key], all, level)))
}

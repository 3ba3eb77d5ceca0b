import type { z } from 'zod'
import type { XmlElement } from '../text/xml.ts'
import { alternateEnclosures } from './alternate-enclosures.ts'
import { appleVerify } from './apple-verify.ts'
import { author } from './author.ts'
import { block } from './block.ts'
import { categories } from './categories.ts'
import { chat } from './chat.ts'
import { comments } from './comments.ts'
import { complete } from './complete.ts'
import { contentLinks } from './content-links.ts'
import { copyright } from './copyright.ts'
import { episode } from './episode.ts'
import { episodeType } from './episode-type.ts'
import { explicit } from './explicit.ts'
import { funding } from './funding.ts'
import { hubs } from './hubs.ts'
import { image } from './image.ts'
import { images } from './images.ts'
import { itemBlock } from './item-block.ts'
import { itunesTitle } from './itunes-title.ts'
import { license } from './license.ts'
import { liveTag } from './live.ts'
import { location } from './location.ts'
import { locked } from './locked.ts'
import { managingEditor } from './managing-editor.ts'
import { medium } from './medium.ts'
import { newFeedUrl } from './new-feed-url.ts'
import { owner } from './owner.ts'
import { persons } from './persons.ts'
import { podping } from './podping.ts'
import { podroll } from './podroll.ts'
import { publisher } from './publisher.ts'
import { remoteItems } from './remote-items.ts'
import { season } from './season.ts'
import { socialInteract } from './social-interact.ts'
import { soundbites } from './soundbites.ts'
import { spotify } from './spotify.ts'
import type { FindFile, Level, Tag, WriteContext } from './tag.ts'
import { trailers } from './trailers.ts'
import { ttl } from './ttl.ts'
import { txt } from './txt.ts'
import { type } from './type.ts'
import { updateFrequency } from './update-frequency.ts'
import { value } from './value.ts'
import { webMaster } from './web-master.ts'

/** What can be written in an episode's frontmatter, in the order in which the item has it. */
export const itemTags = [
  itunesTitle,
  season,
  episode,
  episodeType,
  explicit,
  image,
  itemBlock,
  comments,
  funding,
  persons,
  location,
  license,
  images,
  soundbites,
  alternateEnclosures,
  contentLinks,
  socialInteract,
  chat,
  value,
  txt,
] as const

export const itemShape = shapeOf(itemTags)

/** What can be written in `podcast.yaml`, in the order in which the feed has it. */
export const channelTags = [
  itunesTitle,
  author,
  owner,
  image,
  categories,
  explicit,
  type,
  copyright,
  managingEditor,
  webMaster,
  ttl,
  hubs,
  block,
  complete,
  newFeedUrl,
  appleVerify,
  spotify,
  locked,
  medium,
  funding,
  persons,
  location,
  license,
  images,
  trailers,
  updateFrequency,
  podping,
  socialInteract,
  chat,
  value,
  txt,
  podroll,
  publisher,
  remoteItems,
  liveTag(itemShape, (values, context) => writeAll(itemTags, values, context)),
] as const

export const channelShape = shapeOf(channelTags)

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

export const tagsOf = (level: Level): readonly Tag[] => (level === 'channel' ? channelTags : itemTags)

/** The elements of one level for a set of values, in the registry's order. Each tells which key it comes from. */
export const writeTags = (
  level: Level,
  values: ChannelValues | ItemValues,
  { timeZone = 'UTC' }: { readonly timeZone?: string } = {},
): XmlElement[] => writeAll(tagsOf(level), values, { level, all: values, timeZone })

function writeAll(tags: readonly Tag[], values: object, context: WriteContext): XmlElement[] {
  const all = values as Readonly<Record<string, unknown>>
  const written: XmlElement[] = []
  for (const tag of tags) {
    const own = all[tag.key]
    if (own === undefined) continue
    for (const element of tag.write(own, context))
      written.push({ ...element, from: element.from === undefined ? [tag.key] : [tag.key, ...element.from] })
  }
  return written
}

/** The values of those tags that may name files, with the public addresses of these. */
export function publicFiles<Values extends ChannelValues | ItemValues>(
  level: Level,
  values: Values,
  find: FindFile,
): Values {
  const all = values as Readonly<Record<string, unknown>>
  const found = tagsOf(level).flatMap((tag) => {
    const own = all[tag.key]
    if (own === undefined || tag.files === undefined) return []
    return [[tag.key, tag.files(own, (reference, key, kind) => find(reference, [tag.key, ...key], kind))]]
  })
  return found.length === 0 ? values : { ...values, ...Object.fromEntries(found) }
}

import type { Diagnostic } from '../model/diagnostic.ts'
import type { EpisodeSource } from '../model/episode.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { Image } from '../tags/images.ts'
import { type ChannelValues, type ItemValues, itemTags, publicFiles, tagsOf } from '../tags/index.ts'
import type { Person } from '../tags/persons.ts'
import type { Level } from '../tags/tag.ts'
import type { Place } from '../text/place.ts'
import type { PublicArtwork } from './pictures.ts'

/** Whether a tag of these values may name files. */
const mayNameFiles = (level: Level, values: object): boolean =>
  tagsOf(level).some(({ key, files }) => files !== undefined && Object.hasOwn(values, key))

/** Who names the files: an episode. */
interface Naming {
  readonly source: EpisodeSource
  readonly show: Show
  readonly showDir: string
  readonly media: LocalFile[]
  readonly diagnostics: Diagnostic[]
}

/**
 * What an episode's tags say, with the public address of every file; authors are among the persons.
 * @param artwork its own artwork, if it has any
 */
export async function itemValues(
  naming: Naming,
  artwork: Pick<PublicArtwork, 'url' | 'images'> | undefined,
): Promise<ItemValues> {
  const { source, ...rest } = naming
  const { frontmatter, placeOf, path } = source
  const written: Record<string, unknown> = {}
  for (const { key } of itemTags) if (frontmatter[key] !== undefined) written[key] = frontmatter[key]
  if (artwork === undefined) delete written.image
  else written.image = artwork.url
  if (frontmatter.season !== undefined) written.season = withName(frontmatter.season, rest.show)
  const persons = (frontmatter.persons ?? []) as readonly Person[]
  const authors = ((frontmatter.authors ?? []) as readonly Person[]).map(asAuthor)
  if (authors.length > 0) written.persons = [...persons, ...authors]
  const values = written as ItemValues
  const sizes = artwork?.images ?? []
  if (!mayNameFiles('item', values)) return withSizes(values, sizes)
  const { fileFinder } = await import('./public-files.ts')
  const find = fileFinder({ ...rest, namedBy: path, placeOf })
  const found = publicFiles('item', values, (reference, [key, index, ...inner], kind) => {
    const isAuthor = key === 'persons' && typeof index === 'number' && index >= persons.length
    const at = isAuthor ? ['authors', index - persons.length, ...inner] : [key, index, ...inner]
    return find(
      reference,
      at.filter((part) => part !== undefined),
      kind,
    )
  })
  return withSizes(found, sizes)
}

/** The artwork in its sizes comes before other pictures, unless the podcaster says which artwork there is. */
function withSizes<Values extends ItemValues | ChannelValues>(values: Values, sizes: readonly Image[]): Values {
  const own = (values.images ?? []) as readonly Image[]
  const isSaid = own.some(({ purpose }) => purpose?.split(/\s+/).includes('artwork') === true)
  return sizes.length === 0 || isSaid ? values : { ...values, images: [...sizes, ...own] }
}

/** The season, by the name that the show gives it unless the episode does. */
function withName(season: NonNullable<ItemValues['season']>, { seasons }: Show): ItemValues['season'] {
  const name = season.name ?? seasons.find(({ number }) => number === season.number)?.name
  return { ...season, name }
}

const asAuthor = (author: Person): Person => ({
  ...author,
  role: author.role ?? 'author',
  group: author.group ?? 'writing',
})

/**
 * What the channel's tags say, with the public address of every file but the artwork.
 * @param sizes of the artwork
 */
export async function channelValues(
  show: Show,
  showDir: string,
  namedBy: string,
  placeOf: (key: readonly (string | number)[]) => Place,
  sizes: readonly Image[],
): Promise<{ values: ChannelValues; media: readonly LocalFile[]; diagnostics: readonly Diagnostic[] }> {
  if (!mayNameFiles('channel', show.values))
    return { values: withSizes(show.values, sizes), media: [], diagnostics: [] }
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  const { fileFinder } = await import('./public-files.ts')
  const find = fileFinder({ show, showDir, namedBy, placeOf, media, diagnostics })
  return { values: withSizes(publicFiles('channel', show.values, find), sizes), media, diagnostics }
}

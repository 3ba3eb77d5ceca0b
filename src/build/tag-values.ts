import type { Diagnostic } from '../model/diagnostic.ts'
import type { EpisodeSource } from '../model/episode.ts'
import type { LocalFile, Show } from '../model/show.ts'
import { type ChannelValues, type ItemValues, itemTags, publicFiles, tagsOf } from '../tags/index.ts'
import type { Person } from '../tags/persons.ts'
import type { Level } from '../tags/tag.ts'
import type { Place } from '../text/place.ts'

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
 * @param image the public address of its artwork
 */
export async function itemValues(naming: Naming, image: string | undefined): Promise<ItemValues> {
  const { source, ...rest } = naming
  const { frontmatter, placeOf, path } = source
  const written: Record<string, unknown> = {}
  for (const { key } of itemTags) if (frontmatter[key] !== undefined) written[key] = frontmatter[key]
  if (image === undefined) delete written.image
  else written.image = image
  const persons = (frontmatter.persons ?? []) as readonly Person[]
  const authors = ((frontmatter.authors ?? []) as readonly Person[]).map(asAuthor)
  if (authors.length > 0) written.persons = [...persons, ...authors]
  const values = written as ItemValues
  if (!mayNameFiles('item', values)) return values
  const { fileFinder } = await import('./public-files.ts')
  const find = fileFinder({ ...rest, namedBy: path, placeOf })
  return publicFiles('item', values, (reference, [key, index, ...inner], kind) => {
    const isAuthor = key === 'persons' && typeof index === 'number' && index >= persons.length
    const at = isAuthor ? ['authors', index - persons.length, ...inner] : [key, index, ...inner]
    return find(
      reference,
      at.filter((part) => part !== undefined),
      kind,
    )
  })
}

const asAuthor = (author: Person): Person => ({
  ...author,
  role: author.role ?? 'author',
  group: author.group ?? 'writing',
})

/** What the channel's tags say, with the public address of every file but the artwork. */
export async function channelValues(
  show: Show,
  showDir: string,
  namedBy: string,
  placeOf: (key: readonly (string | number)[]) => Place,
): Promise<{ values: ChannelValues; media: readonly LocalFile[]; diagnostics: readonly Diagnostic[] }> {
  if (!mayNameFiles('channel', show.values)) return { values: show.values, media: [], diagnostics: [] }
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  const { fileFinder } = await import('./public-files.ts')
  const find = fileFinder({ show, showDir, namedBy, placeOf, media, diagnostics })
  return { values: publicFiles('channel', show.values, find), media, diagnostics }
}

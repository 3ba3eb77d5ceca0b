import { join } from 'node:path'
import { addressOf, publishedFile } from '../episode/addresses.ts'
import { checkArtwork, maxArtworkSide, minArtworkSide, readImage, usualSides } from '../media/image.ts'
import type { Recipe, Rendition, RenditionStore } from '../media/renditions.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ImageFacts } from '../model/media.ts'
import type { LocalFile, Show } from '../model/show.ts'
import type { Image } from '../tags/images.ts'
import type { Place } from '../text/place.ts'
import { toSlug } from '../text/slug.ts'

/** Artwork that lies in the show's folder. */
export interface ArtworkSearch {
  /** Relative to the show's folder. */
  readonly path: string
  readonly place: Place
  readonly level: 'show' | 'episode'
  /** Of the show or the episode: what is to be seen. */
  readonly title: string
  readonly show: Pick<Show, 'baseUrl' | 'output'>
  readonly showDir: string
  /** Keeps renditions between builds. Absent: none are made. */
  readonly store?: RenditionStore | undefined
}

/** Artwork as it is public. */
export interface PublicArtwork {
  /** What apps that want one picture get. Absolute. */
  readonly url: string
  /** All sizes, the largest first. */
  readonly images: readonly Image[]
  /** The files that are to be published. */
  readonly media: readonly LocalFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The sizes beside that of the original. */
const [, ...smallerSides] = usualSides

/** What a rendition mends: too large a picture, transparent pixels, colours for print. */
const mendable: ReadonlySet<string> = new Set(['media/artwork-size', 'media/artwork-colours'])

/** Checks artwork, and makes it in the sizes that apps ask for. What only is too large, or in other colours, is mended. */
export async function publicArtwork(search: ArtworkSearch): Promise<PublicArtwork> {
  const { path, place, level, show, showDir, store } = search
  const file = publishedFile(path)
  const original = { url: addressOf(file, show), images: [], media: [file] }
  const read = readImage(join(showDir, path), path, place)
  if (read.value === undefined) return { ...original, diagnostics: read.diagnostics }
  const found = checkArtwork(read.value, path, place, level)
  if (!show.output.artwork || !isMendable(read.value)) return { ...original, diagnostics: found }
  const told = found.filter(({ code }) => !mendable.has(code))
  if (store === undefined) return { ...original, diagnostics: told }
  const { renderArtwork } = await import('../media/renditions.ts')
  const needsAnother = told.length < found.length
  const made = await renderArtwork(join(showDir, path), recipesFor(read.value, needsAnother), path, place, store)
  if (made.value === undefined || made.value.length === 0)
    return { ...original, diagnostics: [...found, ...made.diagnostics] }
  return { ...publicRenditions(search, file, read.value, made.value, needsAnother), diagnostics: told }
}

/** Square, and large enough for Apple: smaller ones cannot be made larger. */
const isMendable = ({ type, width, height }: ImageFacts): boolean =>
  width === height && width >= minArtworkSide && (type === 'image/jpeg' || type === 'image/png')

/** What an image will say of itself once it is published: what a rendition mends is mended. */
export const asPublished = (facts: ImageFacts, { output }: Pick<Show, 'output'>): ImageFacts => {
  if (!output.artwork || !isMendable(facts)) return facts
  const { colours: _mended, ...rest } = facts
  return { ...rest, width: Math.min(facts.width, maxArtworkSide), height: Math.min(facts.height, maxArtworkSide) }
}

const recipesFor = ({ width }: ImageFacts, needsAnother: boolean): Recipe[] => [
  ...(needsAnother ? [{ side: maxArtworkSide, format: 'jpeg' as const }] : []),
  ...smallerSides.filter((side) => side < width).map((side) => ({ side, format: 'jpeg' as const })),
]

function publicRenditions(
  { path, title, show }: ArtworkSearch,
  file: LocalFile,
  facts: ImageFacts,
  made: readonly Rendition[],
  needsAnother: boolean,
): Omit<PublicArtwork, 'diagnostics'> {
  const stem = toSlug(path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')) || 'artwork'
  const files = made.map(({ key, width }) => ({
    from: path,
    // Apple looks again only if the name is another one. @see spec/rss-itunes-psp.md §4 Artwork
    to: `artwork/${stem}-${width}-${key.slice(0, 8)}.jpg`,
    made: key,
  }))
  const images = made.map(({ width, height, type }, index) =>
    toImage(addressOf(files[index] as LocalFile, show), width, height, type, title),
  )
  const [first] = images
  if (needsAnother && first !== undefined) return { url: first.href, images, media: files }
  const url = addressOf(file, show)
  const all = [toImage(url, facts.width, facts.height, facts.type, title), ...images]
  return { url, images: all, media: [file, ...files] }
}

const toImage = (href: string, width: number, height: number, type: string, alt: string): Image => ({
  href,
  alt,
  width,
  height,
  type,
  purpose: 'artwork',
})

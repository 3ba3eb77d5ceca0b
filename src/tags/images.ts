import { z } from 'zod'
import { count, fileOrUrl, line, listOf, mediaType } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

const one = z.union(
  [
    fileOrUrl.transform((href) => ({ href })),
    z.object({
      href: fileOrUrl.meta({ description: 'A file in the show’s folder, or an absolute URL.' }),
      alt: line.optional().meta({ description: 'What is to be seen, for people who cannot see it.' }),
      aspectRatio: line.optional().meta({ description: 'Width to height, such as 16/9.' }),
      width: count.optional().meta({ description: 'In pixels. Default: measured, for a file.' }),
      height: count.optional().meta({ description: 'In pixels. Default: measured, for a file.' }),
      type: mediaType.optional().meta({ description: 'Its MIME type. Default: by its name.' }),
      purpose: line.optional().meta({
        description:
          'What it is made for: artwork, social, canvas, banner, publisher, circular, poster; several are fine.',
      }),
    }),
  ],
  { error: 'must be a file or URL, or { href, alt, aspectRatio, width, height, type, purpose }' },
)

/** A picture for a purpose. */
export interface Image {
  readonly href: string
  readonly alt?: string | undefined
  readonly aspectRatio?: string | undefined
  /** In pixels. */
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly type?: string | undefined
  readonly purpose?: string | undefined
}

/** Enough for a picture of 240 pixels on a dense screen. */
const thumbnailSide = 480

/** The smallest artwork that is large enough for a page, among pictures with their widths; else the artwork itself. */
export function thumbnailOf({
  image,
  images = [],
}: {
  image?: string | undefined
  images?: readonly Image[] | undefined
}): string | undefined {
  const sizes = images.filter(({ purpose, width = 0 }) => purpose === 'artwork' && width >= thumbnailSide)
  return sizes.sort((a, b) => (a.width ?? 0) - (b.width ?? 0))[0]?.href ?? image
}

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b))

/** As written, else by the sides: 1920 and 1080 are `16/9`. */
function ratioOf({ aspectRatio, width, height }: Image): string | undefined {
  if (aspectRatio !== undefined || !width || !height) return aspectRatio
  const divisor = greatestDivisor(width, height)
  return `${width / divisor}/${height / divisor}`
}

export const images = defineTag({
  key: 'images',
  levels: ['channel', 'item'],
  schema: listOf(one),
  files: (values: Image[], find): Image[] =>
    values.flatMap((image, index) => {
      const file = find(image.href, [index, 'href'], 'image')
      if (file === undefined) return []
      const { url, width, height, type } = file
      return [
        { ...image, href: url, width: image.width ?? width, height: image.height ?? height, type: image.type ?? type },
      ]
    }),
  write: (values: readonly Image[]) =>
    writeEach(values, (image) => ({
      name: 'podcast:image',
      attributes: {
        href: image.href,
        alt: image.alt,
        'aspect-ratio': ratioOf(image),
        width: image.width,
        height: image.height,
        type: image.type,
        purpose: image.purpose,
      },
    })),
  docs: {
    summary: 'Pictures beside the artwork, each for a purpose: a banner, a canvas for the player, a social card.',
    spec: 'podcast-namespace.md §1 image',
    example: 'images: [{ href: https://example.com/banner.jpg, alt: A forest, aspectRatio: 16/9, purpose: banner }]',
    elements: ['podcast:image'],
    usedBy: '5 apps of the Podcast Index list.',
  },
})

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { imageSize } from 'image-size'
import { type Diagnostic, type Outcome, reporter } from '../model/diagnostic.ts'
import type { ImageFacts } from '../model/media.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import type { Place } from '../text/place.ts'
import { has, uint32 } from './bytes.ts'
import { codes } from './codes.ts'
import { type Unreadable, whyUnreadable } from './unreadable.ts'

const report = reporter(codes)

/** Sides of artwork in pixels. @see spec/rss-itunes-psp.md §4 Artwork */
export const minArtworkSide = 1400
export const maxArtworkSide = 3000
/** Many hosts and apps advise less; Apple does not say. @see spec/rss-itunes-psp.md §4 Artwork bytes */
const adviceBytes = 512 * 1024
/** In pixels, what apps and pages ask for. @see spec/rss-itunes-psp.md §4 Artwork */
export const usualSides = [maxArtworkSide, 1400, 600, 300] as const

/** Where the size stands in nearly every image; and in a JPEG with colour profile and preview before it. */
const headSizes = [64 * 1024, 2 * 1024 * 1024] as const

/**
 * Reads what an image file says about itself, from its first bytes.
 * @param label the file as the user knows it
 * @returns media/unreadable-image if it is no image
 */
export function readImage(absolutePath: string, label: string, place: Place): Outcome<ImageFacts> {
  const read = readFacts(absolutePath)
  if (!('why' in read)) return { value: read, diagnostics: [] }
  return { value: undefined, diagnostics: [report('media/unreadable-image', { file: label, why: read.why }, place)] }
}

function readFacts(path: string): ImageFacts | Unreadable {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const length = fstatSync(file).size
    for (const headSize of headSizes) {
      const head = new Uint8Array(Math.min(headSize, length))
      const facts = imageFactsIn(head.subarray(0, readSync(file, head, 0, head.length, 0)), length)
      if (facts !== undefined) return facts
    }
    return { why: 'it is not an image, or is damaged' }
  } catch (error) {
    return whyUnreadable(error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/**
 * What Apple would refuse about a local image. On the show's artwork these are errors, as the show is not listed
 * without it; on an episode's they are warnings, as apps then show the artwork of the show.
 * @see spec/rss-itunes-psp.md §4 Artwork, §8 rules 14 to 17
 */
export function checkArtwork(
  facts: ImageFacts,
  label: string,
  place: Place,
  level: 'show' | 'episode' = 'show',
): Diagnostic[] {
  const { type, width, height, colours } = facts
  const size = { file: label, width, height }
  const found: Diagnostic[] = []
  const extension = ({ 'image/jpeg': 'jpg', 'image/png': 'png' } as const)[type]
  if (extension === undefined) found.push(report('media/artwork-format', { file: label, type: nameOf(type) }, place))
  else if (mediaTypeOfName(label) !== type)
    found.push(report('media/artwork-extension', { file: label, extension }, place))
  if (width !== height) found.push(report('media/artwork-not-square', size, place))
  if (Math.min(width, height) < minArtworkSide || Math.max(width, height) > maxArtworkSide)
    found.push(report('media/artwork-size', size, place))
  if (extension !== undefined && colours !== undefined)
    found.push(report('media/artwork-colours', { file: label, colours }, place))
  const bytes =
    facts.length > adviceBytes ? [report('media/artwork-bytes', { file: label, bytes: facts.length }, place)] : []
  if (level === 'show') return [...found, ...bytes]
  return [...found.map((diagnostic): Diagnostic => ({ ...diagnostic, severity: 'warning' })), ...bytes]
}

const nameOf = (type: string): string =>
  type
    .replace(/^image\//, '')
    .replace(/\+.*$/, '')
    .toUpperCase()

/**
 * What an image says in its first bytes.
 * @param length of the whole, in bytes
 * @returns undefined where they are not those of an image, or end before its size is told
 */
export function imageFactsIn(head: Uint8Array, length: number): ImageFacts | undefined {
  const size = sizeIn(head)
  if (size?.type === undefined || !(size.width > 0 && size.height > 0)) return undefined
  const type = mediaTypeOfName(`image.${size.type}`) ?? `image/${size.type}`
  const colours = type === 'image/png' ? pngColours(head) : type === 'image/jpeg' ? jpegColours(head) : undefined
  return { type, width: size.width, height: size.height, length, ...(colours === undefined ? {} : { colours }) }
}

function sizeIn(head: Uint8Array): ReturnType<typeof imageSize> | undefined {
  try {
    return imageSize(head)
  } catch {
    // Its only way to say that it does not know the bytes, or that they end too early.
    return undefined
  }
}

/**
 * Colour types 4 and 6 have an alpha channel; of others a chunk before the pixels tells which colours are transparent.
 * @see PNG specification, IHDR, tRNS
 */
function pngColours(head: Uint8Array): ImageFacts['colours'] {
  if ([4, 6].includes(head[25] ?? 0)) return 'transparent'
  for (let at = 8; at + 8 <= head.length && !has(head, at + 4, 'IDAT'); at += 12 + uint32(head, at)) {
    if (has(head, at + 4, 'tRNS')) return 'transparent'
  }
  return undefined
}

/** Finds the start of frame, whose tenth byte is the number of colour components: 4 are inks. @see ITU T.81 §B.2.2 */
function jpegColours(head: Uint8Array): ImageFacts['colours'] {
  let at = 2
  while (at + 9 < head.length) {
    const marker = head[at + 1] ?? 0
    if (head[at] !== 0xff || marker === 0xff) {
      at++
      continue
    }
    // C4, C8 and CC are tables and reserved codes among the start-of-frame markers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return head[at + 9] === 4 ? 'cmyk' : undefined
    at += 2 + ((head[at + 2] ?? 0) << 8) + (head[at + 3] ?? 0)
  }
  return undefined
}

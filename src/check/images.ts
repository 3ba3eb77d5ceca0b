/** The artwork of a feed: where it stands, and what its address and its bytes say. @see spec/rss-itunes-psp.md §4 Artwork */

import { childrenNamed, type FeedNode, type Spot } from '../model/feed-node.ts'
import type { AnsweredImage, Visitor } from '../model/rule.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import { webUrl } from '../text/url.ts'
import { keptText } from './kept-text.ts'

/** Sides of artwork in pixels. */
export const smallestSide = 1400
export const largestSide = 3000

/** What an image belongs to. Without the show's there is no listing; without an episode's, apps show that of the show. */
export type ImageOwner = 'show' | 'episode'

/** How a message begins that is about an image. */
export const imageOf = (owner: ImageOwner): string => (owner === 'show' ? 'The show’s image' : 'The episode’s image')

/** How much it counts that an image is not as it must be. */
export const imageLevel = (owner: ImageOwner): 'error' | 'warning' => (owner === 'show' ? 'error' : 'warning')

const addressOf = (image: FeedNode): string => image.attributes.href?.trim() ?? ''
const imagesOf = (node: FeedNode): FeedNode[] =>
  childrenNamed(node, 'itunes:image').filter((image) => addressOf(image) !== '')

/** Shows a rule every `itunes:image` that has an address, but each address only once: many feeds repeat the show's. */
export function visitImages(visit: (image: FeedNode, address: string, owner: ImageOwner) => void): Visitor {
  const seen = new Set<string>()
  const ofShow = new Set<string>()
  // The channel only grows while its items are read.
  let looked = 0
  const lookAtShow = ({ children }: FeedNode): void => {
    for (; looked < children.length; looked++) {
      const child = children[looked]
      if (child?.name === 'itunes:image') ofShow.add(addressOf(child))
    }
  }
  const ofEpisode = (item: FeedNode, channel: FeedNode): void => {
    lookAtShow(channel)
    for (const image of imagesOf(item)) {
      const address = addressOf(image)
      if (seen.has(address) || ofShow.has(address)) continue
      seen.add(keptText(address))
      visit(image, address, 'episode')
    }
  }
  return {
    item: ofEpisode,
    liveItem: ofEpisode,
    channel: (channel) => {
      for (const image of imagesOf(channel)) visit(image, addressOf(image), 'show')
    },
  }
}

/** The same for those images that answered, with what they are. */
export function visitAnsweredImages(
  visit: (spot: Spot, image: AnsweredImage, owner: ImageOwner, url: string) => void,
): Visitor {
  const seen = new Set<string>()
  const ofShow = new Map<string, FeedNode>()
  return {
    channel: (channel) => {
      for (const image of imagesOf(channel)) ofShow.set(webUrl(addressOf(image)) ?? '', image)
    },
    answer: ({ kind, url, node, ...target }, { image }) => {
      if (kind !== 'image' || node.name !== 'itunes:image' || image === undefined || seen.has(url)) return
      seen.add(keptText(url))
      const shown = ofShow.get(url)
      visit(shown ?? target, image, shown === undefined ? 'episode' : 'show', url)
    },
  }
}

/**
 * The type that an image's address promises by its end: the end of its path or, as some hosts write, of the whole:
 * `…/artwork?.jpg`.
 */
export function imageTypeOfAddress(address: string): string | undefined {
  const types = [address, `image${/\.[a-z0-9]{2,4}$/i.exec(address)?.[0] ?? ''}`].map(mediaTypeOfName)
  return types.find((type) => type?.startsWith('image/'))
}

/** `image/jpeg` → `JPEG`. */
export const nameOfImageType = (type: string): string =>
  type
    .replace(/^image\//, '')
    .replace(/\+.*$/, '')
    .toUpperCase()

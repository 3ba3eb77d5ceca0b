/** What an item says of its episode's place in the show. Pure. */

import { childNamed, type FeedNode, textOf } from '../model/feed-node.ts'

/** `full`, `trailer`, `bonus`, or whatever else is written, in lower case. Full where nothing is said. */
export function episodeTypeOf(item: FeedNode): string {
  const type = textOf(childNamed(item, 'itunes:episodeType')).toLowerCase()
  return type === '' ? 'full' : type
}

/** Whether the episodes are meant to be heard in order, the oldest first. */
export const isSerial = (channel: FeedNode): boolean =>
  textOf(childNamed(channel, 'itunes:type')).toLowerCase() === 'serial'

/** The whole number, above zero, that an element has; undefined if it is none or there is no such element. */
export function numberIn(item: FeedNode, name: string): number | undefined {
  const text = textOf(childNamed(item, name))
  return /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

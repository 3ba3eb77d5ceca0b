/** What kind of feed it is, by its podcast:medium. Pure. */

import { childNamed, type FeedNode, textOf } from '../model/feed-node.ts'

/** podcast:medium in lower case; `podcast` where nothing is said. */
export const mediumOf = (channel: FeedNode): string => {
  const medium = textOf(childNamed(channel, 'podcast:medium')).toLowerCase()
  return medium === '' ? 'podcast' : medium
}

/** Whether it lists the shows of a publisher: nobody hears it, and no directory lists it as a show. */
export const isPublisherFeed = (channel: FeedNode): boolean => mediumOf(channel) === 'publisher'

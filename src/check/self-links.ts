import { childrenNamed, type FeedNode } from '../model/feed-node.ts'

/** What a link is to the feed: `self`, `hub` … ; its name in the register is as good as the bare word. */
export const relOf = (link: FeedNode): string =>
  (link.attributes.rel ?? 'alternate')
    .trim()
    .toLowerCase()
    .replace(/^http:\/\/www\.iana\.org\/assignments\/relation\//, '')

/** The links by which a feed says where it is itself. */
export const selfLinks = (channel: FeedNode): FeedNode[] =>
  childrenNamed(channel, 'atom:link').filter((link) => relOf(link) === 'self')

import { type Limits, limits } from '../../src/check/feed-limits.ts'
import { type FeedEnd, type FeedHandlers, feedReader } from '../../src/check/read-feed.ts'
import type { FeedNode, Spot } from '../../src/model/feed-node.ts'
import type { Place } from '../../src/text/place.ts'

/** What a reader told of a document. */
export interface Reading {
  /** In the order in which it came: `item`, `syntax: unclosed tag: a` … */
  readonly events: readonly string[]
  readonly items: readonly FeedNode[]
  readonly liveItems: readonly FeedNode[]
  readonly late: readonly FeedNode[]
  readonly channel: FeedNode | undefined
  readonly document: Parameters<FeedHandlers['document']>[0] | undefined
  readonly problems: readonly { readonly kind: string; readonly problem: string; readonly spot: Spot }[]
  readonly comments: readonly { readonly rule: string; readonly level: string; readonly spot: Spot }[]
  /** How many pieces were taken before the reader wanted no more; undefined if it took all. */
  readonly refusedAt: number | undefined
}

/** Reads a document that comes in pieces, as `feed.xml`. */
export function read(pieces: string | Iterable<string>, end: Partial<FeedEnd> = {}, most: Limits = limits): Reading {
  const events: string[] = []
  const items: FeedNode[] = []
  const liveItems: FeedNode[] = []
  const problems: Reading['problems'][number][] = []
  const comments: Reading['comments'][number][] = []
  let rest: Pick<Reading, 'late' | 'channel' | 'document'> = { late: [], channel: undefined, document: undefined }
  const reader = feedReader(
    'feed.xml',
    {
      syntax: ({ kind, problem, ...spot }) => {
        events.push(`${kind}: ${problem}`)
        problems.push({ kind, problem, spot })
      },
      comment: ({ rule, level }, spot) => {
        events.push(`comment: ${level} ${rule}`)
        comments.push({ rule, level, spot })
      },
      item: (item) => {
        events.push('item')
        items.push(item)
      },
      liveItem: (item) => {
        events.push('live item')
        liveItems.push(item)
      },
      channel: (channel, late) => {
        events.push('channel')
        rest = { ...rest, channel, late }
      },
      document: (document) => {
        events.push('document')
        rest = { ...rest, document }
      },
    },
    most,
  )
  let given = 0
  let refusedAt: number | undefined
  for (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
    given++
    if (reader.write(piece)) continue
    refusedAt = given
    break
  }
  reader.end({ encoding: 'utf-8', ...end })
  return { events, items, liveItems, problems, comments, refusedAt, ...rest }
}

/** A document with this inside of its channel. */
export const feedWith = (inside: string): string =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>${inside}</channel></rss>`

/** The mark in a piece of XML that says: this place is meant. It is no part of it. */
export const mark = '¦'

/** A marked document without its mark, and where that stood. */
export function unmarked(marked: string): { readonly document: string; readonly offset: number } {
  const offset = marked.indexOf(mark)
  if (offset === -1) throw new Error(`no ${mark} in ${marked}`)
  return { document: marked.replace(mark, ''), offset }
}

/** An element and all inside of it, in their order. */
export const flat = (node: FeedNode): FeedNode[] => [node, ...node.children.flatMap(flat)]

/** All that can be seen of an element, its places among it. */
export const seen = (node: FeedNode): object => ({
  name: node.name,
  written: node.written,
  namespace: node.namespace,
  attributes: node.attributes,
  text: node.text,
  places: [node.place(), node.place('text'), ...Object.keys(node.attributes).map((name) => node.place(`@${name}`))],
  excerpt: excerptAt(node, node.place()),
  children: node.children.map(seen),
})

const excerptAt = (spot: Spot, place: Place): object | undefined => spot.excerpt?.(place)

/** All that can be seen of a reading. */
export const seenOf = ({ events, items, liveItems, channel, document, problems, comments }: Reading): object => ({
  events,
  items: [...items, ...liveItems].map(seen),
  channel: channel && seen(channel),
  document: document && { ...document, root: seen(document.root), place: document.place() },
  spots: [...problems, ...comments].map(({ spot }) => [spot.place(), excerptAt(spot, spot.place())]),
})

/** Cuts a text into pieces at these offsets. */
export function cutAt(text: string, offsets: readonly number[]): string[] {
  const sorted = [...new Set([0, ...offsets.filter((offset) => offset < text.length)])].sort((a, b) => a - b)
  return sorted.map((start, index) => text.slice(start, sorted[index + 1]))
}

import type { Episode } from '../model/episode.ts'
import type { FeedFormat, PageLinks } from '../model/feed-format.ts'
import type { FeedVariant } from '../model/feed-variant.ts'
import type { Show } from '../model/show.ts'
import { feedFormats } from './formats/index.ts'
import { rss } from './formats/rss.ts'
import { episodeIn } from './variant.ts'

/** One feed of a show. */
export interface FeedPlan {
  /** The format's, or the variant's. */
  readonly id: string
  readonly format: FeedFormat
  /** Of its first page, relative to the output folder. */
  readonly path: string
  /** The show, as this feed describes it. */
  readonly show: Show
  /** Feeds of one name here have the same items, which are rendered once. */
  readonly items: string
  /** How many items a page has at most. */
  readonly pageSize: number
  /** The episode as this feed has it; undefined if it does not. */
  readonly episodeIn: (episode: Episode) => Episode | undefined
  /** Every episode is in it. */
  readonly isMain: boolean
}

const remembered = new WeakMap<Show, readonly FeedPlan[]>()

/** All feeds of a show: one in each format that it wants, and its variants. */
export function feedPlans(show: Show): readonly FeedPlan[] {
  const known = remembered.get(show)
  if (known !== undefined) return known
  const main = feedFormats
    .filter((format) => format.wanted(show))
    .map((format): FeedPlan => {
      const { id, path } = format
      const pageSize = format === rss ? (show.pageSize ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
      return { id, format, path, show, items: id, pageSize, episodeIn: (episode) => episode, isMain: true }
    })
  const plans = [...main, ...show.feeds.map((variant) => variantPlan(show, variant))]
  remembered.set(show, plans)
  return plans
}

function variantPlan(show: Show, variant: FeedVariant): FeedPlan {
  const { id, title, description, language, guid, feedUrl, enclosure, pageSize = Number.POSITIVE_INFINITY } = variant
  const values = {
    ...show.values,
    // Where the show's own feed moved to, or what it is called, is not what this one is.
    newFeedUrl: undefined,
    itunesTitle: title === show.title ? show.values.itunesTitle : undefined,
    ...(variant.private ? { block: { all: true } } : {}),
  }
  return {
    id,
    format: rss,
    path: `${id}.xml`,
    show: { ...show, title, description, language, guid, feedUrl, values },
    items: enclosure === undefined ? rss.id : id,
    pageSize,
    episodeIn: (episode) => episodeIn(variant, episode, show.language),
    isMain: false,
  }
}

/** The path of a page: `feed.xml`, then `feed-2.xml` … */
const pagePath = (path: string, number: number): string =>
  number === 1 ? path : path.replace(/\.xml$/, `-${number}.xml`)

/** One file of a feed: its place, its part of the episodes, and where its neighbours are. */
export interface FeedPage<Entry> {
  readonly path: string
  readonly entries: readonly Entry[]
  /** Absent: the feed has one page only. */
  readonly links?: PageLinks | undefined
}

/** Divides a feed's episodes into pages, the newest first. @see RFC 5005 §3 */
export function feedPages<Entry>(plan: FeedPlan, entries: readonly Entry[]): FeedPage<Entry>[] {
  const count = Math.max(1, Math.ceil(entries.length / plan.pageSize))
  if (count === 1) return [{ path: plan.path, entries }]
  const { feedUrl } = plan.show
  const address = (number: number): string =>
    number === 1 ? feedUrl : new URL(pagePath(plan.path, number), plan.show.baseUrl).href
  return Array.from({ length: count }, (_, index) => ({
    path: pagePath(plan.path, index + 1),
    entries: entries.slice(index * plan.pageSize, (index + 1) * plan.pageSize),
    links: {
      self: address(index + 1),
      first: feedUrl,
      last: address(count),
      previous: index === 0 ? undefined : address(index),
      next: index + 1 === count ? undefined : address(index + 2),
    },
  }))
}

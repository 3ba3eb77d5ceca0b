import type { Episode } from './episode.ts'
import type { Show } from './show.ts'

/** What a feed's frame says about its items. */
export interface FeedFrame {
  /** Where the other pages are, if the feed has several. */
  readonly links?: PageLinks | undefined
  /** The newest date in the content, epoch milliseconds. */
  readonly updatedMs: number
}

/** The addresses of a page of a feed and of its neighbours. Absolute. @see RFC 5005 §3 */
export interface PageLinks {
  readonly self: string
  /** The page with the newest items. */
  readonly first: string
  readonly last: string
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

/** A kind of feed document. An item renders alone; the feed is `open + items joined by separator + close`. */
export interface FeedFormat {
  readonly id: string
  /** Relative to the output folder. */
  readonly path: string
  /** Whether this show wants it. */
  readonly wanted: (show: Show) => boolean
  /** One episode. `contentHtml` is its notes inside the show's template. */
  readonly item: (episode: Episode, show: Show, contentHtml: string) => string
  readonly open: (show: Show, frame: FeedFrame) => string
  readonly separator: string
  readonly close: (show: Show) => string
}

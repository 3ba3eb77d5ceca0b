import type { Episode } from './episode.ts'
import type { Show } from './show.ts'

/** What a feed's frame says about its items. */
export interface FeedFrame {
  /** The newest date in the content, epoch milliseconds. */
  readonly updatedMs: number
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

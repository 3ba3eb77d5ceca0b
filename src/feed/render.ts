import type { Episode } from '../model/episode.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import type { Show } from '../model/show.ts'
import { newestFirst } from './order.ts'

/**
 * A whole feed as one string, newest episode first; it says that it was updated when its newest content was.
 * @param contentHtmlOf what an episode's item shows: its notes, or whatever is made of them.
 */
export function renderFeed(
  format: FeedFormat,
  show: Show,
  episodes: readonly Episode[],
  contentHtmlOf: (episode: Episode) => string = ({ notesHtml }) => notesHtml,
): string {
  const placed = episodes.map((episode) => ({
    dateMs: episode.date.ms,
    episodeNumber: episode.values.episode?.number,
    slug: episode.slug,
    episode,
  }))
  const items = placed.sort(newestFirst).map(({ episode }) => format.item(episode, show, contentHtmlOf(episode)))
  const updatedMs = episodes.reduce((newest, { date, updated }) => Math.max(newest, date.ms, updated?.ms ?? 0), 0)
  return format.open(show, { updatedMs }) + items.join(format.separator) + format.close(show)
}

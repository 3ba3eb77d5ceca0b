import type { Episode } from '../model/episode.ts'
import { escapeHtml } from '../text/html.ts'

/**
 * An item's HTML, with links that stay on the episode's page (`#…`, as footnotes have them) leading there: in a reader
 * there is no such page around it. The HTML is what `safeHtml` writes: no attribute holds a `<` or `>`.
 * @see spec/rss-itunes-psp.md §8 description-relative-url
 */
export function itemHtml(html: string, { pageUrl }: Pick<Episode, 'pageUrl'>): string {
  if (!html.includes('="#')) return html
  const page = escapeHtml(pageUrl)
  return html.replace(/<a [^<>]*>/g, (tag) => tag.replace(' href="#', () => ` href="${page}#`))
}

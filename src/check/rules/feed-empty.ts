import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { listMedia } from '../../tags/vocabulary.ts'
import { sources } from '../sources.ts'

/** Feeds that list other feeds have no episodes of their own. */
const withoutEpisodes: readonly string[] = [...listMedia, 'publisher'].map((medium) => medium.toLowerCase())

const shell = (inside: string): string =>
  `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Soil</title>${inside}</channel></rss>`

export const feedEmpty = defineRule({
  id: 'feed-empty',
  level: 'warning',
  platforms: ['apple'],
  summary: 'There is an episode in the feed.',
  why: 'Apple Podcasts takes a show only if it has at least one, be it a trailer.',
  mend: 'Publish an episode: a Markdown file in `episodes/`, not a draft, and not dated in the future.',
  source: sources.appleRssErrors,
  sameAs: ['show/no-episodes'],
  examples: {
    bad: [{ document: shell('') }, { document: shell('<podcast:medium>podcast</podcast:medium>') }],
    good: [
      {},
      { document: shell('<podcast:medium>musicL</podcast:medium>') },
      { document: shell('<podcast:medium>publisher</podcast:medium>') },
    ],
  },
  check: (report) => ({
    document: ({ root, items }, channel) => {
      if (channel === undefined || root.name !== 'rss' || items > 0) return
      const medium = textOf(childNamed(channel, 'podcast:medium')).toLowerCase()
      if (!withoutEpisodes.includes(medium)) report(channel, 'There is no episode in the feed.')
    },
  }),
})

import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { w3cMessage } from '../sources.ts'

/** What apps read. Some hosts add elements of other namespaces at the end, where nobody misses them. */
const isRead = ({ name }: FeedNode): boolean => /^(?:itunes:|podcast:|atom:|[^:]+$)/.test(name)

/** How many names a message repeats. */
const mostNames = 3

const item = '<item><title>Roots</title><guid isPermaLink="false">a-1</guid></item>'
const shell = (inside: string): string =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Soil</title>${inside}</channel></rss>`

export const itemOrder = defineRule({
  id: 'item-order',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'All that is about the show stands before the first episode.',
  why: 'Apps that read a long feed only in part miss what comes after it.',
  mend: 'Move these elements to the beginning of the channel, before the first <item>.',
  source: w3cMessage('warning/MisplacedItem'),
  examples: {
    bad: [
      { document: shell(`${item}<link>https://soil.example/</link>`) },
      { document: shell(`${item}<itunes:author>Ada</itunes:author>${item}<language>en</language>`) },
    ],
    good: [
      {},
      { document: shell(`<link>https://soil.example/</link>${item}<!-- the end -->`) },
      { document: shell(`${item}<media:credit xmlns:media="http://search.yahoo.com/mrss/">Ada</media:credit>`) },
    ],
  },
  check: (report) => ({
    channel: (_channel, late) => {
      const misplaced = late.filter(isRead)
      const [first] = misplaced
      if (first === undefined) return
      const names = [...new Set(misplaced.map(({ written }) => `“${written}”`))]
      const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : ''
      report(
        first,
        `This is about the show, but stands behind an episode: ${names.slice(0, mostNames).join(', ')}${more}.`,
      )
    },
  }),
})

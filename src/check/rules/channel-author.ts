import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isPublisherFeed } from '../medium.ts'
import { sources } from '../sources.ts'

/** @see spec/rss-itunes-psp.md §1 Text limit */
const longest = 255

export const channelAuthor = defineRule({
  id: 'channel-author',
  level: 'warning',
  platforms: ['psp-1', 'w3c'],
  summary: `The show says who makes it, in at most ${longest} characters.`,
  why: 'Apps show the name below the title, and find the show by it.',
  mend: 'Write the name of whoever makes the show as `author` in podcast.yaml.',
  source: sources.psp,
  sameAs: ['show/recommended'],
  examples: {
    bad: [
      { without: ['itunes:author'] },
      { channel: '<itunes:author> </itunes:author>' },
      { channel: `<itunes:author>${'x'.repeat(256)}</itunes:author>` },
    ],
    good: [
      { channel: '<itunes:author><![CDATA[Ada Fern & Bo Fig]]></itunes:author>' },
      { channel: '<podcast:medium>publisher</podcast:medium>', without: ['itunes:author'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const author = childNamed(channel, 'itunes:author')
      const text = textOf(author)
      if (isPublisherFeed(channel)) return
      if (author === undefined) report(channel, 'The show does not say who makes it (itunes:author).')
      else if (text === '') report(author, 'The show’s author is empty.')
      else if (text.length > longest)
        report(author, `The show’s author has ${text.length} characters; apps take ${longest}.`, { part: 'text' })
    },
  }),
})

import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

/** @see spec/rss-itunes-psp.md §1 Text limit */
const longest = 255

export const channelTitle = defineRule({
  id: 'channel-title',
  level: 'error',
  platforms: 'all',
  summary: 'The show has a title of at most 255 characters.',
  why: 'Directories refuse a feed without a title.',
  mend: 'Write the show’s name, and nothing else, as `title` in podcast.yaml.',
  source: sources.apple,
  sameAs: ['show/missing'],
  examples: {
    bad: [{ without: ['title'] }, { channel: '<title> </title>' }, { channel: `<title>${'x'.repeat(256)}</title>` }],
    good: [{ channel: '<title>Soil &amp; Seed</title>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      const title = childNamed(channel, 'title')
      const text = textOf(title)
      if (title === undefined) report(channel, 'The show has no title.')
      else if (text === '') report(title, 'The show’s title is empty.')
      else if (text.length > longest)
        report(title, `The show’s title has ${text.length} characters; apps take ${longest}.`, {
          part: 'text',
          level: 'warning',
        })
    },
  }),
})

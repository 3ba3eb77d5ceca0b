import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

/** In bytes: the W3C validator reads no more. @see spec/rss-itunes-psp.md §1 Size */
const most = 5_000_000
/** In bytes: from here on it is worth a thought. */
const large = 1_000_000

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

export const feedSize = defineRule({
  id: 'feed-size',
  level: 'warning',
  platforms: ['w3c'],
  summary: `The feed has at most ${megabytes(most)}.`,
  why: 'Every app loads it again and again, and some give up on a long one.',
  mend: 'Shorten the show notes in the feed, leave out what is said twice, or let old episodes follow on further pages.',
  source: sources.paging,
  examples: {
    bad: [{ channel: `<copyright>${'x'.repeat(large)}</copyright>` }],
    good: [{}],
  },
  check: (report) => ({
    document: ({ root, bytes = 0 }) => {
      if (bytes > most) report(root, `The feed has ${megabytes(bytes)}; some readers stop at ${megabytes(most)}.`)
      else if (bytes > large) report(root, `The feed has ${megabytes(bytes)}.`, { level: 'info' })
    },
  }),
})

import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { listMedia, media } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const all: readonly string[] = [...media, ...listMedia]

export const pcMediumValue = defineRule({
  id: 'pc-medium-value',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'podcast:medium is one of the words that apps know.',
  why: 'Apps ignore any other word, and treat the feed as a podcast.',
  mend: `Write one of ${media.join(', ')} as \`medium\` in podcast.yaml, or leave it out.`,
  source: namespaceTag('medium'),
  examples: {
    bad: [
      { channel: '<podcast:medium>audio</podcast:medium>' },
      { channel: '<podcast:medium/>' },
      { channel: '<podcast:medium>Podcast</podcast:medium>' },
    ],
    good: [{ channel: '<podcast:medium> audiobook </podcast:medium>' }, {}],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const medium of childrenNamed(channel, 'podcast:medium')) {
        const text = textOf(medium)
        if (all.includes(text)) continue
        const same = all.find((word) => word.toLowerCase() === text.toLowerCase())
        const near = same ?? nearest(text, all)
        const hint = near === undefined ? {} : { hint: `Did you mean “${near}”?` }
        if (text === '') report(medium, 'podcast:medium is empty.')
        else if (same !== undefined)
          report(medium, `The medium ${quoted(text)} is spelled “${same}”: capital letters count.`, {
            part: 'text',
            level: 'warning',
            hint: `Write ${same}.`,
          })
        else report(medium, `${quoted(text)} is no medium that apps know.`, { part: 'text', ...hint })
      }
    },
  }),
})

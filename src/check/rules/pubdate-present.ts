import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isSerial } from '../episodes.ts'
import { sources } from '../sources.ts'

export const pubdatePresent = defineRule({
  id: 'pubdate-present',
  level: 'warning',
  platforms: ['apple', 'psp-1'],
  summary: 'Every episode says when it was published.',
  why: 'Apps sort episodes by their date; one without a date may appear last, or not at all.',
  mend: 'Write the day and time as `date`.',
  source: sources.apple,
  sameAs: ['frontmatter/missing'],
  examples: {
    bad: [
      { without: ['item/pubDate'] },
      { item: '<pubDate/>' },
      { channel: '<itunes:type>serial</itunes:type>', without: ['item/pubDate'] },
    ],
    good: [{ item: '<pubDate><![CDATA[Mon, 05 Jan 2026 10:00:00 GMT]]></pubDate>' }],
  },
  check: (report) => ({
    item: (item, channel) => {
      const date = childNamed(item, 'pubDate')
      if (textOf(date) !== '') return
      const options = { level: isSerial(channel) ? 'warning' : 'error' } as const
      if (date === undefined) report(item, 'The episode does not say when it was published.', options)
      else report(date, 'The date of publication is empty.', options)
    },
  }),
})

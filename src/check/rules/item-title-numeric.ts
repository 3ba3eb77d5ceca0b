import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const itemTitleNumeric = defineRule({
  id: 'item-title-numeric',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A title is more than a number.',
  why: 'A reader that many apps are built on takes such a title for a number and loses it.',
  mend: 'Add a word to `title`.',
  source: sources.partytime,
  examples: {
    bad: [{ item: '<title>12</title>' }, { item: '<title>1984</title>' }],
    good: [{ item: '<title>Twelve</title>' }, { item: '<title>9/11</title>' }, { item: '<title>1984 again</title>' }],
  },
  check: (report) => ({
    item: (item) => {
      const title = childNamed(item, 'title')
      const text = textOf(title)
      if (title !== undefined && /^[+-]?\d+(?:\.\d+)?$/.test(text))
        report(title, `The episode’s title is only a number: ${quoted(text)}.`, { part: 'text' })
    },
  }),
})

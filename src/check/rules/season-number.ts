import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { numberIn } from '../episodes.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const seasonNumber = defineRule({
  id: 'season-number',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'Season numbers are whole numbers from 1 on.',
  why: 'Apps do not group the episode with those of its season.',
  mend: 'Write the number as `season`, or leave it out.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<itunes:season>0</itunes:season>' },
      { item: '<itunes:season>Season 2</itunes:season>' },
      { item: '<itunes:season></itunes:season>' },
    ],
    good: [{ item: '<itunes:season>\n2\n</itunes:season>' }, {}],
  },
  check: (report) => ({
    item: (item) => {
      const node = childNamed(item, 'itunes:season')
      const text = textOf(node)
      if (node === undefined || numberIn(item, 'itunes:season') !== undefined) return
      if (text === '') report(node, 'The season’s number is empty.', { level: 'info', cause: 'empty' })
      else if (/^0+$/.test(text))
        report(node, 'The season’s number is 0; seasons count from 1.', { part: 'text', level: 'warning', cause: '0' })
      else report(node, `The season’s number is no whole number above 0: ${quoted(text)}.`, { part: 'text' })
    },
  }),
})

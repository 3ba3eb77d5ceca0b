import { textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

export const pcSeasonInteger = defineRule({
  id: 'pc-season-integer',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A season has a whole number.',
  why: 'Apps sort and group episodes by that number, and ignore a season without one.',
  mend: 'Write a whole number from 1 on; a name goes into the attribute `name`.',
  source: namespaceTag('season'),
  examples: {
    bad: [
      { item: '<podcast:season>Autumn</podcast:season>' },
      { item: '<podcast:season>1.5</podcast:season>' },
      { item: '<podcast:season>-1</podcast:season>' },
      { item: '<podcast:season>0</podcast:season>' },
    ],
    good: [
      { item: '<podcast:season name="Autumn"> 2024 </podcast:season>' },
      // Told by pc-text-required.
      { item: '<podcast:season/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const text = node.name === 'podcast:season' ? textOf(node) : ''
      if (text === '') return
      if (!/^\d+$/.test(text)) report(node, `The season ${quoted(text)} is not a whole number.`, { part: 'text' })
      else if (Number(text) === 0)
        report(node, 'The season has the number 0, which some apps ignore.', { part: 'text', level: 'warning' })
    },
  }),
})

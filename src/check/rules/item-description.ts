import { childNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

const has = (item: FeedNode, name: string): boolean => textOf(childNamed(item, name)) !== ''

export const itemDescription = defineRule({
  id: 'item-description',
  level: 'warning',
  platforms: ['apple', 'psp-1'],
  summary: 'Every episode has a description.',
  why: 'Apps show and search it; listeners decide by it whether they listen.',
  mend: 'Write a `summary`, or show notes below the frontmatter: their first paragraph becomes the description.',
  source: sources.apple,
  examples: {
    bad: [
      { without: ['item/description'] },
      { item: '<description> </description>' },
      { item: '<itunes:summary>All about roots.</itunes:summary>', without: ['item/description'] },
    ],
    good: [
      { item: '<description><![CDATA[<p>All about roots.</p>]]></description>' },
      { item: '<content:encoded><![CDATA[<p>Roots.</p>]]></content:encoded>', without: ['item/description'] },
    ],
  },
  check: (report) => ({
    item: (item) => {
      // Show notes without a description are another rule's.
      if (has(item, 'description') || has(item, 'content:encoded')) return
      const node = childNamed(item, 'description')
      if (has(item, 'itunes:summary'))
        report(node ?? item, 'The episode has a description only in itunes:summary, which is retired.', {
          level: 'info',
          cause: 'summary',
        })
      else if (node === undefined) report(item, 'The episode has no description.')
      else report(node, 'The episode’s description is empty.')
    },
  }),
})

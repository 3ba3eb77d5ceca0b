import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { w3cMessage } from '../sources.ts'

export const contentBeforeDescription = defineRule({
  id: 'content-before-description',
  level: 'warning',
  platforms: ['w3c', 'apple', 'psp-1'],
  summary: 'An episode with show notes has a description, too, before them.',
  why: 'Readers that know only one text take the first: they would show the long one in place of the short one, or none.',
  mend: 'Write a short text as `summary`; in the feed, description stands before content:encoded.',
  source: w3cMessage('warning/NeedDescriptionBeforeContent'),
  examples: {
    bad: [
      {
        item: '<content:encoded><![CDATA[<p>Roots.</p>]]></content:encoded><description>Roots.</description>',
      },
      { item: '<content:encoded><![CDATA[<p>Roots.</p>]]></content:encoded>', without: ['item/description'] },
      { item: '<description/><content:encoded><![CDATA[<p>Roots.</p>]]></content:encoded>' },
    ],
    good: [
      { item: '<description>Roots.</description><content:encoded><![CDATA[<p>Roots.</p>]]></content:encoded>' },
      { item: '<content:encoded/>', without: ['item/description'] },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const content = childNamed(item, 'content:encoded')
      if (content === undefined || textOf(content) === '') return
      const description = childNamed(item, 'description')
      if (description === undefined || textOf(description) === '')
        report(content, 'The episode has show notes, but no description.')
      else if (item.children.indexOf(content) < item.children.indexOf(description))
        report(content, 'The show notes (content:encoded) stand before the description.', {
          related: { message: 'the description', spot: description },
        })
    },
  }),
})

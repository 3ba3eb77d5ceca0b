import { defineRule } from '../../model/rule.ts'
import { categoriesIn } from '../itunes-categories.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const categoryExtra = defineRule({
  id: 'category-extra',
  level: 'info',
  platforms: ['apple'],
  summary: 'The first category with its first subcategory is the one that says best what the show is about.',
  why: 'Apple Podcasts looks at no other; other directories may.',
  mend: 'Let the most important category stand first in `categories` in podcast.yaml; you may keep the others.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: '<itunes:category text="Technology"/><itunes:category text="Science"/>' },
      {
        channel:
          '<itunes:category text="Science"><itunes:category text="Nature"/><itunes:category text="Physics"/></itunes:category>',
      },
    ],
    good: [
      { channel: '<itunes:category text="Science"><itunes:category text="Nature"/></itunes:category>' },
      // Some hosts write a category alone first, and then again with its subcategory.
      {
        channel:
          '<itunes:category text="Science"/><itunes:category text="Science"><itunes:category text="Nature"/></itunes:category>',
      },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const [first, ...others] = categoriesIn(channel)
      if (first === undefined) return
      const extra = first.inner[1] ?? others.find(({ name, inner }) => name !== first.name || inner.length > 1)
      if (extra === undefined) return
      const used = [first.name, ...(first.inner[0] === undefined ? [] : [first.inner[0].name])].join(' > ')
      report(extra.node, `Apple Podcasts lists the show under ${quoted(used)} only; this category is one more.`)
    },
  }),
})

import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

/** @see spec/rss-itunes-psp.md §1 Text limit */
const longest = 255

export const itemTitle = defineRule({
  id: 'item-title',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'Every episode has a title of at most 255 characters.',
  why: 'Apps have nothing to show in their list of episodes, and some leave the episode out.',
  mend: 'Write what the episode is about as its `title`.',
  source: sources.apple,
  sameAs: ['frontmatter/missing'],
  examples: {
    bad: [
      { without: ['item/title'] },
      { item: '<title>  </title>' },
      { item: `<title>${'x'.repeat(256)}</title>` },
      { item: '<itunes:title>Roots</itunes:title>', without: ['item/title'] },
    ],
    good: [{ item: `<title><![CDATA[Roots & shoots]]></title>` }, { item: `<title>${'🌱'.repeat(255)}</title>` }],
  },
  check: (report) => ({
    item: (item) => {
      const title = childNamed(item, 'title')
      const text = textOf(title)
      const ofApple = childNamed(item, 'itunes:title')
      if (text === '' && textOf(ofApple) !== '')
        // As in Apple's own example of a feed.
        return report(
          title ?? ofApple ?? item,
          'The episode has its title only in itunes:title, which few apps read.',
          {
            level: 'warning',
            hint: 'Write it as <title>, too.',
          },
        )
      if (title === undefined) return report(item, 'The episode has no title.')
      if (text === '') return report(title, 'The episode’s title is empty.')
      if (text.length <= longest) return
      const { length } = [...text]
      if (length > longest)
        report(title, `The episode’s title has ${length} characters; apps take ${longest}.`, {
          part: 'text',
          level: 'warning',
        })
    },
  }),
})

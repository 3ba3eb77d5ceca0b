import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

export const itemLink = defineRule({
  id: 'item-link',
  level: 'warning',
  platforms: ['apple', 'psp-1', 'w3c'],
  levels: { w3c: 'error' },
  summary: 'Where an episode has a link, it is a whole web address.',
  why: 'Apps offer it to listeners as the episode’s page; anything else leads nowhere.',
  mend: 'Write the whole address of the episode’s page, with https://, as `link`, or leave it out.',
  source: w3cMessage('error/InvalidFullLink'),
  examples: {
    bad: [
      { item: '<link>www.soil.example/roots</link>' },
      { item: '<link>/roots/</link>' },
      { item: '<link>href="https://soil.example/roots/</link>' },
    ],
    good: [
      { item: '<link> HTTP://soil.example/roots?a=1&amp;b=2 </link>' },
      { item: '<link/>' },
      { without: ['item/link'] },
      // That of Atom says it in an attribute.
      { item: '<link xmlns="http://www.w3.org/2005/Atom" href="/roots/"/>' },
    ],
  },
  check: (report) => {
    const visit = (item: FeedNode): void => {
      for (const link of childrenNamed(item, 'link')) {
        const text = textOf(link)
        if (text === '' || webUrl(text) !== undefined) continue
        report(link, `The episode’s link ${quoted(text)} is not a whole web address.`, {
          part: 'text',
          cause: 'link',
          ...(/^www\./i.test(text) ? { hint: `Write https://${text}.` } : {}),
        })
      }
    }
    return { item: visit, liveItem: visit }
  },
})

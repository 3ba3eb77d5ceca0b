import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

const hasRel = (rel: string) => (link: FeedNode) => link.attributes.rel?.trim().toLowerCase() === rel

export const hubWithoutSelf = defineRule({
  id: 'hub-without-self',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A feed that names a WebSub hub names its own address, too.',
  why: 'Readers subscribe at the hub by that address: without it the hub may tell nobody of new episodes.',
  mend: 'Add <atom:link rel="self" type="application/rss+xml" href="…"/> with the feed’s public address.',
  source: sources.webSub,
  examples: {
    bad: [{ channel: '<atom:link rel="hub" href="https://hub.soil.example/"/>' }],
    good: [
      {
        channel:
          '<atom:link rel="hub" href="https://hub.soil.example/"/><atom:link rel="Self" href="https://soil.example/feed.xml"/>',
      },
      { without: ['atom:link'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const links = childrenNamed(channel, 'atom:link')
      const hub = links.find(hasRel('hub'))
      if (hub !== undefined && !links.some(hasRel('self')))
        report(hub, 'The feed names a hub, but not its own address.')
    },
  }),
})

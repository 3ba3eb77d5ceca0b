import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

interface Link {
  readonly node: FeedNode
  readonly part: 'text' | '@href'
  readonly url: string
}

/** RSS’s links and Atom’s. Hubs are asked by servers, and old ones have no https. */
const linksOf = (parent: FeedNode): Link[] => [
  ...childrenNamed(parent, 'link').map((node) => ({ node, part: 'text' as const, url: textOf(node) })),
  ...childrenNamed(parent, 'atom:link')
    .filter(({ attributes }) => attributes.rel?.trim().toLowerCase() !== 'hub')
    .map((node) => ({ node, part: '@href' as const, url: node.attributes.href?.trim() ?? '' })),
]

const insecureLink = (parent: FeedNode): Link | undefined => linksOf(parent).find(({ url }) => /^http:\/\//i.test(url))

export const urlHttps = defineRule({
  id: 'url-https',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'Links in the feed have https addresses.',
  why: 'Browsers warn of pages that are not encrypted, and anybody on the way can change them.',
  mend: 'Write https:// as the `link`, if the server answers there.',
  source: sources.namespace,
  examples: {
    bad: [
      { channel: '<link>http://soil.example/</link>' },
      { item: '<link>http://soil.example/roots/</link>' },
      { channel: '<atom:link rel="self" type="application/rss+xml" href="http://soil.example/feed.xml"/>' },
    ],
    good: [
      { channel: '<link>\n  HTTPS://soil.example/\n</link>', item: '<link/>' },
      { item: '<link>https://soil.example/?from=http://leaf.example</link>' },
      {
        channel:
          '<atom:link rel="hub" href="http://hub.soil.example/"/><atom:link rel="self" href="https://soil.example/feed.xml"/>',
      },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const link = insecureLink(item)
      if (link !== undefined)
        report(link.node, `The episode’s link is not encrypted: ${quoted(link.url)}.`, {
          part: link.part,
          cause: 'episode',
        })
    },
    channel: (channel) => {
      const link = insecureLink(channel)
      if (link === undefined) return
      const which = link.node.name === 'link' ? '' : ' to a feed'
      report(link.node, `The show’s link${which} is not encrypted: ${quoted(link.url)}.`, { part: link.part })
    },
  }),
})

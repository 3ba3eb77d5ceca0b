import { defineRule } from '../../model/rule.ts'
import { selfLinks } from '../self-links.ts'
import { sources } from '../sources.ts'

/** RSS and W3C recommend it; only the Podcast Standards Project requires it. */
export const atomSelf = defineRule({
  id: 'atom-self',
  level: 'warning',
  platforms: ['psp-1', 'w3c'],
  levels: { 'psp-1': 'error' },
  summary: 'The feed says what its own address is.',
  why: 'Apps that get the feed by a detour, or as a file, cannot tell where it comes from.',
  mend: 'Write `feedUrl` or `baseUrl` in podcast.yaml; in a feed: <atom:link rel="self" type="application/rss+xml" href="https://…"/>.',
  source: sources.psp,
  sameAs: ['show/no-address'],
  examples: {
    bad: [
      { without: ['atom:link'] },
      { channel: '<atom:link rel="hub" href="https://hub.example/"/>' },
      { channel: '<atom:link href="https://soil.example/feed.xml"/>' },
      { channel: '<atom:link rel="self"/>' },
    ],
    good: [
      {
        channel:
          '<atom:link rel="hub" href="https://hub.example/"/><atom:link href="https://soil.example/feed.xml" rel="self" type="application/rss+xml"/>',
      },
      {
        channel: '<a10:link xmlns:a10="http://www.w3.org/2005/Atom" rel="self" href="https://soil.example/feed.xml"/>',
        without: ['atom:link'],
      },
      {
        channel:
          '<link xmlns="http://www.w3.org/2005/Atom" rel="self" href="https://soil.example/feed.xml"/><link>https://soil.example/</link>',
        without: ['atom:link'],
      },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const links = selfLinks(channel)
      const [first] = links
      if (first === undefined) report(channel, 'The feed does not say what its own address is (atom:link, rel="self").')
      else if (links.every(({ attributes }) => (attributes.href?.trim() ?? '') === ''))
        report(first, 'The link to the feed itself has no address.')
    },
  }),
})

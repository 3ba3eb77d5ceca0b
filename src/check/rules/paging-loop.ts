import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const relOf = ({ attributes }: FeedNode): string => attributes.rel?.trim().toLowerCase() ?? ''
const addressOf = ({ attributes }: FeedNode): string | undefined => webUrl(attributes.href?.trim() ?? '')

/** What each kind of link must not lead to. `here` is the feed itself. @see RFC 5005 §3, §4 */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  next: ['here', 'first', 'previous', 'prev'],
  previous: ['here', 'last', 'next'],
  prev: ['here', 'last', 'next'],
  'prev-archive': ['here', 'next-archive'],
  'next-archive': ['here'],
}

const meanings: Readonly<Record<string, string>> = {
  here: 'this feed itself',
  first: 'the first page',
  last: 'the last page',
  previous: 'the page before',
  prev: 'the page before',
  next: 'the page behind',
  'next-archive': 'the page behind',
}

export const pagingLoop = defineRule({
  id: 'paging-loop',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A feed of several pages leads from each page to the next one, and never back.',
  why: 'Readers that follow the pages go round in a circle, and get the same episodes again and again.',
  mend: 'Let the link rel="next" of each page lead to the page with the next older episodes, and leave it out on the last one.',
  source: sources.paging,
  examples: {
    bad: [
      {
        channel:
          '<atom:link rel="self" href="https://soil.example/feed.xml"/><atom:link rel="next" href="https://soil.example/feed.xml"/>',
      },
      {
        channel: '<atom:link rel="next" href="https://soil.example/feed.xml?page=2"/>',
        facts: { url: 'https://soil.example/feed.xml?page=2' },
      },
      {
        channel:
          '<atom:link rel="self" href="https://soil.example/2.xml"/><atom:link rel="next" href="https://soil.example/1.xml"/><atom:link rel="previous" href="https://soil.example/1.xml"/>',
      },
    ],
    good: [
      {
        channel:
          '<atom:link rel="self" href="https://soil.example/feed.xml"/><atom:link rel="first" href="https://soil.example/feed.xml"/><atom:link rel="next" href="https://soil.example/feed.xml?page=2"/><atom:link rel="last" href="https://soil.example/feed.xml?page=2"/>',
        facts: { url: 'https://soil.example/feed.xml' },
      },
      {
        channel:
          '<atom:link rel="self" href="https://soil.example/2.xml"/><atom:link rel="previous" href="https://soil.example/1.xml"/><atom:link rel="first" href="https://soil.example/1.xml"/><atom:link rel="last" href="https://soil.example/2.xml"/>',
      },
      { channel: '<atom:link rel="next" href=""/>' },
    ],
  },
  check: (report, { url }) => ({
    channel: (channel) => {
      const links = childrenNamed(channel, 'atom:link')
      const leadTo = (rel: string): (string | undefined)[] =>
        rel === 'here'
          ? [webUrl(url ?? ''), ...leadTo('self')]
          : links.filter((link) => relOf(link) === rel).map(addressOf)
      for (const link of links) {
        const rel = relOf(link)
        const address = addressOf(link)
        if (address === undefined || !Object.hasOwn(elsewhere, rel)) continue
        const same = elsewhere[rel]?.find((other) => leadTo(other).includes(address))
        if (same !== undefined)
          report(link, `The link rel="${rel}" leads to ${meanings[same]}: ${quoted(address)}.`, { part: '@href' })
      }
    },
  }),
})

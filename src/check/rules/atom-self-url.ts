import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { isSameAddress } from '../addresses.ts'
import { quoted } from '../quoted.ts'
import { selfLinks } from '../self-links.ts'
import { w3cMessage } from '../sources.ts'

const addressOf = ({ attributes }: FeedNode): string => attributes.href?.trim() ?? ''

/** Without parameters. */
const typeOf = ({ attributes }: FeedNode): string => (attributes.type ?? '').replace(/;.*$/s, '').trim().toLowerCase()

const self = (href: string, type = 'application/rss+xml'): string =>
  `<atom:link rel="self" type="${type}" href="${href}"/>`

export const atomSelfUrl = defineRule({
  id: 'atom-self-url',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'The address that the feed calls its own is the one at which it is found.',
  why: 'Apps may go on with the address that the feed names, and then miss new episodes.',
  mend: 'Write the feed’s public address as `feedUrl` in podcast.yaml, or leave it out if `baseUrl` is right.',
  source: w3cMessage('warning/SelfDoesntMatchLocation'),
  examples: {
    bad: [
      { channel: self('/feed.xml') },
      { channel: self('soil.example/feed.xml') },
      { channel: self('https://soil.example/feed.xml', 'text/html') },
      { channel: self('https://soil.example/feed.xml', 'application/atom+xml') },
      { channel: self('https://soil.example/feed.xml'), facts: { url: 'https://seed.example/feed.xml' } },
      { channel: self('https://soil.example/feed.xml'), facts: { url: 'https://soil.example/feed.xml?page=2' } },
    ],
    good: [
      { channel: self('https://soil.example/feed.xml'), facts: { url: 'https://soil.example/feed.xml' } },
      { channel: self('http://www.soil.example/feed/'), facts: { url: 'https://SOIL.example/feed#top' } },
      { channel: self(' https://soil.example/feed.xml ', 'application/rss+xml; charset=utf-8') },
      {
        channel: `${self('https://feeds.example/soil')}${self('https://soil.example/feed.xml')}`,
        facts: { url: 'https://soil.example/feed.xml' },
      },
      { channel: '<atom:link rel="self" href="https://soil.example/feed.xml"/>', facts: { url: 'feed.xml' } },
    ],
  },
  check: (report, { url }) => ({
    channel: (channel) => {
      const links = selfLinks(channel).filter((link) => addressOf(link) !== '')
      for (const link of links) {
        const type = typeOf(link)
        if (webUrl(addressOf(link)) === undefined)
          report(link, `The feed calls ${quoted(addressOf(link))} its own address, which is not a whole web address.`, {
            part: '@href',
          })
        if (type !== '' && type !== 'application/rss+xml')
          report(link, `The link to the feed itself says that it is ${quoted(type)}.`, {
            part: '@type',
            hint: 'Write type="application/rss+xml".',
            // Big hosts write that of Atom, and all apps find the feed.
            ...(/\bxml$/.test(type) ? { level: 'info' } : {}),
          })
      }
      const whole = links.filter((link) => webUrl(addressOf(link)) !== undefined)
      const [first] = whole
      if (first === undefined || url === undefined || webUrl(url) === undefined) return
      if (!whole.some((link) => isSameAddress(addressOf(link), url)))
        report(first, `The feed calls ${quoted(addressOf(first))} its own address, but was found at ${quoted(url)}.`, {
          part: '@href',
        })
    },
  }),
})

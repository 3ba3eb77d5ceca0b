import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { isSameAddress } from '../addresses.ts'
import { quoted } from '../quoted.ts'
import { selfLinks } from '../self-links.ts'
import { sources } from '../sources.ts'

const moved = (address: string): string => `<itunes:new-feed-url>${address}</itunes:new-feed-url>`

export const newFeedUrl = defineRule({
  id: 'new-feed-url',
  level: 'warning',
  platforms: ['apple'],
  summary: 'The new address that a feed announces is a whole web address, and in the end its own.',
  why: 'Apps go to that address for good, and lose the show if there is no feed.',
  mend: 'Write the address that the feed has now as `newFeedUrl` in podcast.yaml, or leave it out.',
  source: sources.apple,
  examples: {
    bad: [
      { channel: moved('feed.xml') },
      { channel: moved('seed.example/feed.xml') },
      { channel: moved('https://seed.example/feed.xml') },
    ],
    good: [
      { channel: moved('\nhttps://soil.example/feed.xml\n') },
      { channel: moved('http://www.soil.example/feed.xml/') },
      { channel: moved('https://seed.example/feed.xml'), facts: { url: 'https://seed.example/feed.xml' } },
      { channel: moved('https://seed.example/feed.xml'), without: ['atom:link'] },
      { channel: moved('') },
    ],
  },
  check: (report, { url }) => ({
    channel: (channel) => {
      const own = [...selfLinks(channel).map(({ attributes }) => attributes.href ?? ''), url ?? ''].filter(
        (address) => webUrl(address.trim()) !== undefined,
      )
      for (const node of childrenNamed(channel, 'itunes:new-feed-url')) {
        const address = textOf(node)
        if (address === '') continue
        if (webUrl(address) === undefined)
          report(node, `The feed’s new address ${quoted(address)} is not a whole web address.`, { part: 'text' })
        else if (own.length > 0 && !own.some((mine) => isSameAddress(mine, address)))
          report(node, `The feed sends its subscribers to another address: ${quoted(address)}.`, {
            part: 'text',
            level: 'info',
            hint: 'That is right while you move the show to that address; otherwise remove the element.',
          })
      }
    },
  }),
})

import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** RSS lets it have any scheme. */
const isAbsolute = (address: string): boolean =>
  /^https?:/i.test(address) ? webUrl(address) !== undefined : /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(address)

export const channelLink = defineRule({
  id: 'channel-link',
  level: 'error',
  platforms: 'all',
  summary: 'The show has the address of its website.',
  why: 'RSS requires it, and apps send listeners there.',
  mend: 'Write the full address of the show’s website, with https://, as `link` in podcast.yaml.',
  source: sources.rss,
  examples: {
    bad: [
      { without: ['link'] },
      { channel: '<link/>' },
      { channel: '<link>www.soil.example</link>' },
      { channel: '<link>/podcast</link>' },
      { channel: '<link>https://</link>' },
    ],
    good: [
      { channel: '<link>\n  http://soil.example\n</link>' },
      { channel: '<link><![CDATA[https://soil.example/?a=1&b=2]]></link>' },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      const link = childNamed(channel, 'link')
      const address = textOf(link)
      if (link === undefined) report(channel, 'The show has no link to a website.')
      else if (address === '') report(link, 'The show’s link is empty.')
      else if (!isAbsolute(address))
        report(link, `The show’s link ${quoted(address)} is not a whole web address.`, { part: 'text' })
    },
  }),
})

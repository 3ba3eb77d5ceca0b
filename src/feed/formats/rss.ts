import type { FeedFormat } from '../../model/feed-format.ts'
import type { Show } from '../../model/show.ts'
import { renderXml, type XmlElement } from '../../text/xml.ts'
import { channelElements } from '../rss-channel.ts'
import { itemElements } from '../rss-item.ts'

/** The prefixes stay as they are: some readers match them literally. @see spec/rss-itunes-psp.md §1 */
const always = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
}

/** The namespaces of a show's feed, by prefix. */
export const namespacesOf = (show: Pick<Show, 'output' | 'values'>): Readonly<Record<string, string>> => ({
  ...always,
  ...(show.output.simpleChapters === false ? {} : { psc: 'http://podlove.org/simple-chapters' }),
  ...(show.values.spotify === undefined ? {} : { spotify: 'http://www.spotify.com/ns/rss' }),
})

function open(show: Show, channel: readonly XmlElement[]): string {
  const declared = Object.entries(namespacesOf(show)).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${declared.join(' ')}>
  <channel>
${renderXml(channel, 2)}`
}

/** RSS 2.0 with the namespaces that podcast apps read. @see spec/rss-itunes-psp.md */
export const rss: FeedFormat = {
  id: 'rss',
  path: 'feed.xml',
  wanted: () => true,
  open: (show, frame) => open(show, channelElements(show, frame)),
  item: (episode, show, contentHtml) => `
    <item>
${renderXml(itemElements(episode, show, contentHtml), 3)}
    </item>`,
  separator: '',
  close: () => `
  </channel>
</rss>
`,
}

import type { FeedFrame } from '../model/feed-format.ts'
import type { Show } from '../model/show.ts'
import { writeTags } from '../tags/index.ts'
import { toRfc2822 } from '../text/date.ts'
import { generatorName, generatorVersion } from '../text/generator.ts'
import type { XmlElement } from '../text/xml.ts'

/** The elements of a feed's channel, without its items. */
export function channelElements(show: Show, frame: FeedFrame): XmlElement[] {
  const { title, link, description, language, guid, values, timeZone } = show
  const updated = toRfc2822(frame.updatedMs)
  return [
    { name: 'title', content: title, from: ['title'] },
    { name: 'link', content: link, from: ['link'] },
    { name: 'description', content: description, from: ['description'] },
    { name: 'language', content: language, from: ['language'] },
    { name: 'generator', content: `${generatorName} ${generatorVersion}` },
    { name: 'pubDate', content: updated },
    { name: 'lastBuildDate', content: updated },
    ...selfLinks(show, frame),
    ...imageBlock(show),
    { name: 'podcast:guid', content: guid, from: ['guid'] },
    ...writeTags('channel', values, { timeZone }),
  ]
}

/** Where the feed is, and its other pages. @see RFC 5005 §3, spec/rss-itunes-psp.md §7 `prev` vs `previous` */
function selfLinks({ feedUrl }: Show, { links }: FeedFrame): XmlElement[] {
  const { self = feedUrl, ...others } = links ?? {}
  const link = (rel: string, href: string): XmlElement => ({
    name: 'atom:link',
    attributes: { rel, type: 'application/rss+xml', href },
    from: ['feedUrl'],
  })
  return [
    link('self', self),
    ...Object.entries(others).flatMap(([rel, href]) => (href === undefined ? [] : [link(rel, href)])),
  ]
}

/** No width and height: the limits of 1999 are far below today's artwork. @see spec/rss-itunes-psp.md §2 image */
function imageBlock({ title, link, values }: Show): XmlElement[] {
  if (values.image === undefined) return []
  const content = [
    { name: 'url', content: values.image },
    { name: 'title', content: title },
    { name: 'link', content: link },
  ]
  return [{ name: 'image', content, from: ['image'] }]
}

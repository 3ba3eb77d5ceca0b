import type { Chapter } from '../../model/chapter.ts'
import type { Episode, TranscriptLink } from '../../model/episode.ts'
import type { FeedFormat, FeedFrame } from '../../model/feed-format.ts'
import type { Show } from '../../model/show.ts'
import { writeTags } from '../../tags/index.ts'
import { toRfc2822 } from '../../text/date.ts'
import { generatorName, generatorVersion } from '../../text/generator.ts'
import { toFullClock } from '../../text/time.ts'
import { renderXml, type XmlElement } from '../../text/xml.ts'
import { itemHtml } from '../content.ts'
import { itemDescription } from '../description.ts'

/** The prefixes stay as they are: some readers match them literally. @see spec/rss-itunes-psp.md §1 */
const namespaces = [
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
  'xmlns:podcast="https://podcastindex.org/namespace/1.0"',
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
]
const simpleChaptersNamespace = 'xmlns:psc="http://podlove.org/simple-chapters"'

function channel(show: Show, { updatedMs }: FeedFrame): XmlElement[] {
  const { title, link, description, language, feedUrl, guid, values } = show
  const updated = toRfc2822(updatedMs)
  return [
    { name: 'title', content: title },
    { name: 'link', content: link },
    { name: 'description', content: description },
    { name: 'language', content: language },
    { name: 'generator', content: `${generatorName} ${generatorVersion}` },
    { name: 'pubDate', content: updated },
    { name: 'lastBuildDate', content: updated },
    { name: 'atom:link', attributes: { rel: 'self', type: 'application/rss+xml', href: feedUrl } },
    ...imageBlock(show),
    { name: 'podcast:guid', content: guid },
    ...writeTags('channel', values),
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
  return [{ name: 'image', content }]
}

function item(episode: Episode, show: Show, contentHtml: string): XmlElement[] {
  const { title, link, guid, date, enclosure, keywords, chapters, chaptersUrl } = episode
  const { url, length, type, duration } = enclosure
  return [
    { name: 'title', content: title },
    { name: 'link', content: link },
    { name: 'guid', attributes: { isPermaLink: 'false' }, content: guid },
    { name: 'pubDate', content: toRfc2822(date.ms) },
    // Before content:encoded: readers that know both take the last. @see spec/rss-itunes-psp.md §1 Order
    { name: 'description', content: itemDescription(episode) },
    ...(contentHtml === '' ? [] : [{ name: 'content:encoded', cdata: itemHtml(contentHtml, episode) }]),
    { name: 'enclosure', attributes: { url, length, type } },
    ...(duration === undefined ? [] : [{ name: 'itunes:duration', content: Math.round(duration) }]),
    ...writeTags('item', itemValues(episode, show)),
    ...keywords.map((keyword) => ({ name: 'category', content: keyword })),
    ...(chaptersUrl === undefined
      ? []
      : [{ name: 'podcast:chapters', attributes: { url: chaptersUrl, type: 'application/json+chapters' } }]),
    ...transcriptLinks(episode.transcripts),
    ...simpleChapters(chapters, show.output.simpleChapters),
  ]
}

/** What apps look up on the item is restated there. @see spec/rss-itunes-psp.md §3, recommended */
const itemValues = ({ values }: Episode, show: Show): Episode['values'] => ({
  ...values,
  episodeType: values.episodeType ?? 'full',
  explicit: values.explicit ?? show.values.explicit,
  image: values.image ?? show.values.image,
})

/** Best first, as apps take the first that they know. @see spec/transcripts.md §1 Emit order */
const transcriptTypes = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'application/json',
  'text/html',
  'text/plain',
]

function transcriptLinks(transcripts: readonly TranscriptLink[]): XmlElement[] {
  const rank = ({ type }: TranscriptLink): number => {
    const at = transcriptTypes.indexOf(type)
    return at === -1 ? transcriptTypes.length : at
  }
  return transcripts
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ url, type, language, rel }) => ({ name: 'podcast:transcript', attributes: { url, type, language, rel } }))
}

/** An item with more chapters has no Simple Chapters unless the show asks: they make every reader's download longer. */
const mostSimpleChapters = 100

/** Podlove Simple Chapters, which know no hidden ones. @see spec/chapters.md §2 PSC */
function simpleChapters(chapters: readonly Chapter[], wanted: Show['output']['simpleChapters']): XmlElement[] {
  if (wanted === false) return []
  const visible = chapters.filter(({ toc }) => toc !== false)
  if (visible.length === 0 || (wanted === 'auto' && visible.length > mostSimpleChapters)) return []
  const content = visible.map(({ start, title, url, img }) => ({
    name: 'psc:chapter',
    attributes: { start: toFullClock(start), title, href: url, image: img },
  }))
  return [{ name: 'psc:chapters', attributes: { version: '1.2' }, content }]
}

/** RSS 2.0 with the namespaces that podcast apps read. @see spec/rss-itunes-psp.md */
export const rss: FeedFormat = {
  id: 'rss',
  path: 'feed.xml',
  wanted: () => true,
  open: (show, frame) => {
    const declared = [...namespaces, ...(show.output.simpleChapters === false ? [] : [simpleChaptersNamespace])].join(
      ' ',
    )
    return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${declared}>
  <channel>
${renderXml(channel(show, frame), 2)}`
  },
  item: (episode, show, contentHtml) => `
    <item>
${renderXml(item(episode, show, contentHtml), 3)}
    </item>`,
  separator: '',
  close: () => `
  </channel>
</rss>
`,
}

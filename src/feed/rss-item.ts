import type { Chapter } from '../model/chapter.ts'
import type { Episode, TranscriptLink } from '../model/episode.ts'
import type { Show } from '../model/show.ts'
import { writeTags } from '../tags/index.ts'
import { toRfc2822 } from '../text/date.ts'
import { toFullClock } from '../text/time.ts'
import type { XmlElement } from '../text/xml.ts'
import { authorsOf } from './authors.ts'
import { itemHtml } from './content.ts'
import { itemDescription } from './description.ts'

/** What stands for the show notes in `from`: they are no key. */
export const notesKey = '#notes'

/** The elements of an episode's item. `contentHtml` is its notes inside the show's template. */
export function itemElements(episode: Episode, show: Show, contentHtml: string): XmlElement[] {
  const { title, link, guid, date, enclosure, keywords, language, chapters, chaptersUrl } = episode
  const { url, length, type, duration } = enclosure
  return [
    { name: 'title', content: title, from: ['title'] },
    { name: 'link', content: link, from: ['link'] },
    { name: 'guid', attributes: { isPermaLink: 'false' }, content: guid, from: ['guid'] },
    { name: 'pubDate', content: toRfc2822(date.ms), from: ['date'] },
    // Before content:encoded: readers that know both take the last. @see spec/rss-itunes-psp.md §1 Order
    { name: 'description', content: itemDescription(episode), from: ['summary'] },
    ...(contentHtml === ''
      ? []
      : [{ name: 'content:encoded', cdata: itemHtml(contentHtml, episode), from: [notesKey] }]),
    { name: 'enclosure', attributes: { url, length, type }, from: ['audio'] },
    ...(duration === undefined
      ? []
      : [{ name: 'itunes:duration', content: Math.round(duration), from: ['audio', 'duration'] }]),
    ...writeTags('item', itemValues(episode, show), show),
    // Feed readers show authors from there: RSS's own element wants an e-mail address.
    ...authorsOf(episode).map(({ name }) => ({ name: 'dc:creator', content: name, from: ['authors'] })),
    ...(language === undefined ? [] : [{ name: 'dc:language', content: language, from: ['language'] }]),
    ...keywords.map((keyword) => ({ name: 'category', content: keyword, from: ['keywords'] })),
    ...(chaptersUrl === undefined
      ? []
      : [
          {
            name: 'podcast:chapters',
            attributes: { url: chaptersUrl, type: 'application/json+chapters' },
            from: ['chapters'],
          },
        ]),
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
const transcriptOrder = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'application/json',
  'text/html',
  'text/plain',
]

function transcriptLinks(transcripts: readonly TranscriptLink[]): XmlElement[] {
  const rank = ({ type }: TranscriptLink): number => {
    const at = transcriptOrder.indexOf(type)
    return at === -1 ? transcriptOrder.length : at
  }
  return transcripts
    .map((transcript, index) => ({ transcript, index }))
    .sort((a, b) => rank(a.transcript) - rank(b.transcript))
    .map(({ transcript: { url, type, language, rel }, index }) => ({
      name: 'podcast:transcript',
      attributes: { url, type, language, rel },
      from: ['transcripts', index],
    }))
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
  return [{ name: 'psc:chapters', attributes: { version: '1.2' }, content, from: ['chapters'] }]
}

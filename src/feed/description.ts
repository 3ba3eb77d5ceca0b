import type { Episode } from '../model/episode.ts'
import { maxDescriptionBytes } from '../model/episode.ts'
import { byteLength } from '../text/words.ts'

/**
 * An item's description is HTML to readers, also where it has no tags: what they would misread as a tag or a character
 * reference is escaped, and nothing else. @see RSS Best Practices Profile, description
 */
const asHtmlText = (text: string): string => text.replace(/&(?=[\w#])/g, '&amp;').replace(/</g, '&lt;')

const asHtmlLines = (text: string): string => asHtmlText(text).replace(/\n/g, '<br>\n')

/**
 * An item's description: the summary and, after a blank line, the chapters as lines that apps parse, if all of it is
 * within Apple's limit. Lines end in both a `<br>` and a line feed, as some apps read the one and some the other.
 *
 * The item's `content:encoded` gets no such lines: it is the show notes, where the author's own outline stands already,
 * or none on purpose. A summary that tells these times itself gets none either, only the ends of its lines.
 * @see spec/chapters.md §3, spec/rss-itunes-psp.md §3 description
 */
export function itemDescription({ summary, timestamps }: Pick<Episode, 'summary' | 'timestamps'>): string {
  if (timestamps === undefined) return asHtmlText(summary)
  const html = asHtmlLines(
    tellsTimes(summary, timestamps) ? summary : [summary.trimEnd(), '', ...timestamps].join('\n'),
  )
  return byteLength(html) <= maxDescriptionBytes ? html : asHtmlText(summary)
}

/** Whether a summary has the times of all lines but the first, which may not have been the author's. */
const tellsTimes = (summary: string, timestamps: readonly string[]): boolean =>
  timestamps.slice(1).every((line) => summary.includes(line.slice(0, line.indexOf(' '))))

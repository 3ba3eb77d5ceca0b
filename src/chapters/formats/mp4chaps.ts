import type { Chapter } from '../../model/chapter.ts'
import type { ChapterFormat } from '../../model/chapter-format.ts'
import { toFullClock } from '../../text/time.ts'
import { webUrl } from '../../text/url.ts'
import { ChapterReader, shortened } from '../chapter-reader.ts'
import { readClock } from '../clock.ts'
import { titleLine } from '../title-line.ts'

const line = /^(\d{1,3}:\d{1,2}:\d{1,2}(?:[.,]\d{1,9})?)(?:[ \t]+(.*))?$/

/** Other readers take a title to end at its first `<`. @see spec/chapters.md §2 mp4chaps */
const titleOf = (title: string): string => titleLine(title).replace(/</g, '‹')

const lineOf = ({ start, title, url }: Chapter): string =>
  `${toFullClock(start)} ${titleOf(title)}${url === undefined ? '' : ` <${url}>`}\n`

/** The first line that is neither blank nor a comment. */
const firstLine = (text: string): string =>
  text
    .slice(0, 4096)
    .split('\n')
    .map((written) => written.trim())
    .find((written) => written !== '' && !written.startsWith('##')) ?? ''

/** `Title <https://…>` */
function splitLink(text: string): { readonly title: string; readonly url: string | undefined } {
  const at = text.endsWith('>') ? text.lastIndexOf('<') : -1
  const url = at === -1 ? undefined : webUrl(text.slice(at + 1, -1).trim())
  return url === undefined ? { title: text, url } : { title: text.slice(0, at), url }
}

/** The chapter files of mp4chaps and Podlove. @see spec/chapters.md §2 mp4chaps */
export const mp4chaps: ChapterFormat = {
  id: 'mp4chaps',
  name: 'mp4chaps',
  extension: 'chapters.txt',
  print: (chapters) => chapters.map(lineOf).join(''),
  detects: (text) => /^\d{2,3}:\d{2}:\d{2}[.,]\d{1,9}[ \t]+(?!-->[ \t]*\d+:)\S/.test(firstLine(text)),
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    for (const { text: written, offset } of reader.lines()) {
      const trimmed = written.trim()
      if (trimmed === '' || trimmed.startsWith('##')) continue
      const [, time, rest = ''] = line.exec(trimmed) ?? []
      if (time === undefined) reader.report('mp4chaps/bad-line', { line: shortened(trimmed) }, offset)
      else reader.add({ offset, start: readClock(time) ?? Number.NaN, ...splitLink(rest) })
    }
    return reader.finish()
  },
}

import type { ChapterFormat } from '../../model/chapter-format.ts'
import { toFullClock } from '../../text/time.ts'
import { renderXml } from '../../text/xml.ts'
import { ChapterReader } from '../chapter-reader.ts'
import { readClock } from '../clock.ts'
import { titleLine } from '../title-line.ts'
import { descendants, readXml } from '../xml-document.ts'

const namespace = 'http://podlove.org/simple-chapters'

/** Podlove Simple Chapters: a document of their own, or inside of a feed. @see spec/chapters.md §2 PSC */
export const psc: ChapterFormat = {
  id: 'psc',
  name: 'Podlove Simple Chapters',
  extension: 'psc',
  print: (chapters) => {
    const content = chapters.map(({ start, title, url, img }) => ({
      name: 'psc:chapter',
      attributes: { start: toFullClock(start), title: titleLine(title), href: url, image: img },
    }))
    const root = { name: 'psc:chapters', attributes: { version: '1.2', 'xmlns:psc': namespace }, content }
    return `<?xml version="1.0" encoding="UTF-8"?>\n${renderXml([root])}\n`
  },
  detects: (text) => /^\s*</.test(text) && (text.includes(namespace) || text.includes('<psc:chapters')),
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    const roots = readXml(reader)
    if (roots === undefined) return reader.finish()
    const [list, second] = descendants(roots, 'chapters')
    const chapters = list?.children.filter(({ name }) => name === 'chapter') ?? []
    if (chapters.length === 0) reader.report('psc/not-chapters', {}, list?.offset ?? 0)
    if (second !== undefined) reader.report('psc/second-list', {}, second.offset)
    for (const { offset, attributes } of chapters) {
      const { start = '', title, href, image } = attributes
      reader.add({ offset, start: readClock(start) ?? Number.NaN, title, url: href, img: image })
    }
    return reader.finish()
  },
}

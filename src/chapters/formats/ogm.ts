import type { ChapterFormat } from '../../model/chapter-format.ts'
import { toFullClock } from '../../text/time.ts'
import { ChapterReader, shortened } from '../chapter-reader.ts'
import { readClock } from '../clock.ts'
import { titleLine } from '../title-line.ts'

const line = /^CHAPTER(\d{1,6})(NAME|URL)?=(.*)$/i

interface Numbered {
  readonly offset: number
  start?: number
  title?: string
  url?: string
}

/** OGM or “simple” chapters; Vorbis comments are written alike. @see spec/chapters.md §2 OGM */
export const ogm: ChapterFormat = {
  id: 'ogm',
  name: 'OGM simple chapters',
  extension: 'txt',
  print: (chapters) =>
    chapters
      .map(({ start, title }, index) => {
        const number = String(index + 1).padStart(2, '0')
        return `CHAPTER${number}=${toFullClock(start)}\nCHAPTER${number}NAME=${titleLine(title)}\n`
      })
      .join(''),
  detects: (text) => /^\s*CHAPTER\d{1,6}(?:NAME)?=/i.test(text),
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    const chapters = new Map<number, Numbered>()
    for (const { text: written, offset } of reader.lines()) {
      if (written.trim() === '') continue
      const [, number, kind, value = ''] = line.exec(written.trim()) ?? []
      if (number === undefined) {
        reader.report('ogm/bad-line', { line: shortened(written) }, offset)
        continue
      }
      const chapter = chapters.get(Number(number)) ?? { offset }
      chapters.set(Number(number), chapter)
      if (kind === undefined) chapter.start = readClock(value) ?? Number.NaN
      else if (kind.toUpperCase() === 'NAME') chapter.title = value
      else chapter.url = value
    }
    for (const [number, { offset, start, title, url }] of chapters) {
      if (start === undefined) reader.report('ogm/no-time', { number: String(number) }, offset)
      else reader.add({ offset, start, title, url })
    }
    return reader.finish()
  },
}

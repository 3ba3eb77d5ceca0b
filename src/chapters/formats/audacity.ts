import type { ChapterFormat } from '../../model/chapter-format.ts'
import { ChapterReader, shortened } from '../chapter-reader.ts'
import { titleLine } from '../title-line.ts'

const number = '(-?\\d{1,9}(?:[.,]\\d{1,9})?)'
const label = new RegExp(`^${number}\\t${number}(?:\\t(.*))?$`)
const first = new RegExp(`^(?:\\s*\\n)?${number}\\t${number}(?:\\t|\\n|$)`)

/** Audacity writes the decimal sign of the machine's language. */
const seconds = (written: string): number => Number(written.replace(',', '.'))

/** Audacity labels: a point has its start as its end. @see spec/chapters.md §2 Audacity */
export const audacity: ChapterFormat = {
  id: 'audacity',
  name: 'Audacity labels',
  extension: 'txt',
  print: (chapters) =>
    chapters
      .map(({ start, end = start, title }) => `${start.toFixed(6)}\t${end.toFixed(6)}\t${titleLine(title)}\n`)
      .join(''),
  detects: (text) => first.test(text.slice(0, 4096)),
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    for (const { text: written, offset } of reader.lines()) {
      // What starts with a backslash gives the label above it a range of pitch.
      if (written.trim() === '' || written.startsWith('\\')) continue
      const [, from, to = '', title] = label.exec(written) ?? []
      if (from === undefined) reader.report('audacity/bad-line', { line: shortened(written) }, offset)
      else {
        const [start, end] = [seconds(from), seconds(to)]
        const offsetOf = (part: string): number => (part === 'end' ? offset + from.length + 1 : offset)
        reader.add({ offset, start, end: end === start ? undefined : end, title, offsetOf })
      }
    }
    return reader.finish()
  },
}

import type { Chapter } from '../../model/chapter.ts'
import type { ChapterFormat } from '../../model/chapter-format.ts'
import { toFullClock } from '../../text/time.ts'
import { renderXml, type XmlElement } from '../../text/xml.ts'
import { ChapterReader } from '../chapter-reader.ts'
import { readClock } from '../clock.ts'
import { titleLine } from '../title-line.ts'
import { childNamed, descendants, readXml, type XmlNode } from '../xml-document.ts'

/** Matroska counts nanoseconds. */
const toNanoClock = (seconds: number): string => `${toFullClock(seconds)}000000`

function atomOf({ start, end, title, toc }: Chapter): XmlElement {
  const content: XmlElement[] = [
    { name: 'ChapterTimeStart', content: toNanoClock(start) },
    ...(end === undefined ? [] : [{ name: 'ChapterTimeEnd', content: toNanoClock(end) }]),
    ...(toc === false ? [{ name: 'ChapterFlagHidden', content: 1 }] : []),
    {
      name: 'ChapterDisplay',
      content: [
        { name: 'ChapterString', content: titleLine(title) },
        { name: 'ChapterLanguage', content: 'und' },
      ],
    },
  ]
  return { name: 'ChapterAtom', content }
}

const childText = (node: XmlNode, name: string): string | undefined => childNamed(node, name)?.text.trim()

/** `00:01:30.000000000`, or nanoseconds alone, as the file itself has them. */
function readNanoseconds(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  return /^\d{1,18}$/.test(written) ? Number(written) / 1e9 : readClock(written)
}

function readAtoms(parent: XmlNode, reader: ChapterReader): void {
  for (const atom of parent.children) {
    if (atom.name !== 'ChapterAtom') continue
    const end = childNamed(atom, 'ChapterTimeEnd')
    const start = readNanoseconds(childText(atom, 'ChapterTimeStart')) ?? Number.NaN
    const display = childNamed(atom, 'ChapterDisplay')
    const readEnd = end === undefined ? undefined : (readNanoseconds(end.text.trim()) ?? Number.NaN)
    reader.add({
      offset: atom.offset,
      start,
      // An end that is the start marks a point.
      end: readEnd === start ? undefined : readEnd,
      title: display === undefined ? undefined : childText(display, 'ChapterString'),
      toc: childText(atom, 'ChapterFlagHidden') !== '1',
      offsetOf: (part) => (part === 'end' && end !== undefined ? end.offset : atom.offset),
    })
    readAtoms(atom, reader)
  }
}

/** Matroska chapters as mkvmerge and mkvpropedit read them. @see spec/chapters.md §2 MKV */
export const matroska: ChapterFormat = {
  id: 'matroska',
  name: 'Matroska chapters (XML)',
  extension: 'xml',
  print: (chapters) => {
    const root = { name: 'Chapters', content: [{ name: 'EditionEntry', content: chapters.map(atomOf) }] }
    return `<?xml version="1.0" encoding="UTF-8"?>\n${renderXml([root])}\n`
  },
  detects: (text) => /^\s*</.test(text) && /<Chapters[\s>]/.test(text) && !text.includes('podlove.org/simple-chapters'),
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    const roots = readXml(reader)
    if (roots === undefined) return reader.finish()
    const editions = descendants(roots, 'EditionEntry')
    const edition = editions.find((entry) => childText(entry, 'EditionFlagDefault') === '1') ?? editions[0]
    if (edition === undefined || childNamed(edition, 'ChapterAtom') === undefined)
      reader.report('matroska/not-chapters', {}, edition?.offset ?? 0)
    if (editions[1] !== undefined) reader.report('matroska/second-edition', {}, editions[1].offset)
    if (edition !== undefined) readAtoms(edition, reader)
    return reader.finish()
  },
}

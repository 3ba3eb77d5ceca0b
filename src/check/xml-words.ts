/** Finds words in XML as readers see them: references may stand for their characters, and marks between them. Pure. */

/** How far words are searched, in characters: a finding is not worth going through megabytes. */
const searched = 256 * 1024

/** A piece of what is read, and where it is written. */
interface Run {
  /** Where it starts in what is read. */
  readonly read: number
  /** Where it starts in what is written. */
  readonly written: number
}

/**
 * The offset in a piece of XML at which words begin; -1 if they are not there.
 * @param isValue whether it is an attribute's value: its line breaks and tabs are read as spaces
 */
export function wordsInXml(xml: string, words: string, isValue: boolean): number {
  const { text, runs } = readXml(xml.slice(0, searched), isValue)
  const found = text.indexOf(words)
  const run = runs.findLast(({ read }) => read <= found)
  return found === -1 || run === undefined ? -1 : run.written + found - run.read
}

/** What stands for something else: in an attribute's value, in text, in a CDATA section. */
const special = { value: /[&\r\n\t]/g, text: /[<&\r]/g, cdata: /\r/g } as const

function readXml(xml: string, isValue: boolean): { readonly text: string; readonly runs: readonly Run[] } {
  const runs: Run[] = []
  let text = ''
  const add = (piece: string, written: number): void => {
    if (piece === '') return
    runs.push({ read: text.length, written })
    text += piece
  }
  const read = (start: number, end: number, kind: keyof typeof special): void => {
    for (let at = start; at < end; ) {
      const pattern = special[kind]
      pattern.lastIndex = at
      const next = Math.min(end, pattern.exec(xml)?.index ?? end)
      add(xml.slice(at, next), at)
      if (next === end) return
      const mark = markAt(xml, next, isValue)
      if (mark.cdata === undefined) add(mark.piece, next)
      else read(mark.cdata.start, mark.cdata.end, 'cdata')
      at = next + mark.length
    }
  }
  read(0, xml.length, isValue ? 'value' : 'text')
  return { text, runs }
}

/** Something that is not read as it is written. */
interface Mark {
  /** How long it is, as it is written. */
  readonly length: number
  /** What is read in its place. */
  readonly piece: string
  /** Where what is read in its place is written. */
  readonly cdata?: { readonly start: number; readonly end: number }
}

function markAt(xml: string, at: number, isValue: boolean): Mark {
  const first = xml.charAt(at)
  if (first === '&') return referenceAt(xml, at)
  if (first === '<') return markupAt(xml, at)
  return { length: xml.startsWith('\r\n', at) ? 2 : 1, piece: isValue ? ' ' : '\n' }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function referenceAt(xml: string, at: number): Mark {
  const [all = '', name = '', hex = '', decimal = ''] =
    /^&(?:([a-z]{2,4})|#x([\da-f]{1,6})|#(\d{1,7}));/i.exec(xml.slice(at, at + 12)) ?? []
  const code = hex === '' ? Number(decimal) : Number.parseInt(hex, 16)
  if (code > 0 && code <= 0x10ffff) return { length: all.length, piece: String.fromCodePoint(code) }
  const piece = Object.hasOwn(named, name) ? named[name] : undefined
  return piece === undefined ? { length: 1, piece: '&' } : { length: all.length, piece }
}

const cdata = '<![CDATA['

function markupAt(xml: string, at: number): Mark {
  const endOf = (end: string): number => {
    const found = xml.indexOf(end, at)
    return found === -1 ? xml.length : found + end.length
  }
  if (!xml.startsWith(cdata, at)) return { length: endOf(xml.startsWith('<!--', at) ? '-->' : '>') - at, piece: '' }
  const end = endOf(']]>')
  const inside = { start: at + cdata.length, end: xml.startsWith(']]>', end - 3) ? end - 3 : end }
  return { length: end - at, piece: '', cdata: inside }
}

import type { Excerpt } from '../model/diagnostic.ts'
import type { NodePart } from '../model/feed-node.ts'
import type { Place } from '../text/place.ts'

/** A piece of a document, and where it starts. Small: it is kept as long as somebody may ask for a place in it. */
export interface Segment {
  readonly file: string
  readonly text: string
  /** Of its first character, in the whole document. */
  readonly start: Omit<Place, 'file'>
}

/** Where an element's parts lie in its segment: offsets into its text. */
export interface Extent {
  /** Its `<`. */
  readonly start: number
  /** Behind the `>` of its start tag. */
  readonly open: number
  /** Behind its end. */
  readonly end: number
}

/** The longest piece of a line that is shown. */
const excerptLength = 120

/** The place of an offset into a segment's text. */
export function placeInSegment({ file, text, start }: Segment, offset: number): Place {
  const before = text.slice(0, offset)
  const lastBreak = before.lastIndexOf('\n')
  const breaks = lastBreak === -1 ? 0 : before.split('\n').length - 1
  return {
    file,
    line: start.line + breaks,
    column: lastBreak === -1 ? start.column + offset : offset - lastBreak,
    offset: start.offset + offset,
  }
}

/** The line around an offset into a segment's text, cut to what a terminal shows. */
export function excerptOfSegment({ text }: Segment, offset: number): Excerpt {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const found = text.indexOf('\n', offset)
  const lineEnd = found === -1 ? text.length : found
  const start = Math.max(lineStart, offset - excerptLength / 2)
  const cut = text.slice(start, Math.min(lineEnd, start + excerptLength))
  const trimmed = cut.trimStart()
  const column = offset - start + 1 - (cut.length - trimmed.length)
  return { text: trimmed.trimEnd(), column: Math.max(1, column) }
}

/** The offset of an element's part, or of words in it. */
export function offsetOfPart({ text }: Segment, extent: Extent, part: NodePart, near?: string): number {
  const whole = part === 'element' ? extent.start : part === 'text' ? textStart(text, extent) : undefined
  const start = whole ?? attributeStart(text, extent, part.slice(1)) ?? extent.start
  if (near === undefined || near === '') return start
  const end = part.startsWith('@') ? extent.open : extent.end
  // As it may be written: in CDATA, or with the characters escaped that must be, or those that may be.
  const escaped = near.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const found = [near, escaped, escaped.replaceAll('>', '&gt;')].map((words) => text.slice(start, end).indexOf(words))
  const first = found.find((index) => index !== -1)
  return first === undefined ? start : start + first
}

/** Where the text of an element starts: behind white space and the mark of a CDATA section. */
function textStart(text: string, { open, end }: Extent): number {
  const [space = ''] = /^\s*(?:<!\[CDATA\[\s*)?/.exec(text.slice(open, end)) ?? []
  return open + space.length
}

/** Where the value of an attribute starts; undefined if it is not there. */
function attributeStart(text: string, { start, open }: Extent, name: string): number | undefined {
  const tag = text.slice(start, open)
  for (const match of tag.matchAll(/([^\s=<>"'/]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)) {
    if (match[1] !== name) continue
    return start + match.index + match[0].search(/["']/) + 1
  }
  return undefined
}

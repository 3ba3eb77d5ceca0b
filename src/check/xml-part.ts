/** Finds the parts of an element in the XML that it was read from: its text, an attribute's value, words in them. Pure. */

import type { NodePart } from '../model/feed-node.ts'
import { wordsInXml } from './xml-words.ts'

/** Where an element's parts lie: offsets into the text of its segment. */
export interface Extent {
  /** Its `<`. */
  readonly start: number
  /** Behind the `>` of its start tag. */
  readonly open: number
  /** Behind its end. */
  readonly end: number
}

type Range = Pick<Extent, 'start' | 'end'>

/** The offset of an element's part, or of words in it; what is not there is pointed at by what is around it. */
export function offsetOfPart(text: string, extent: Extent, part: NodePart, near = ''): number {
  const range = rangeOf(text, extent, part)
  if (near === '') return range.start
  const isValue = part.startsWith('@')
  const raw = (): number => text.slice(range.start, range.end).indexOf(near)
  const found = part === 'element' ? raw() : wordsInXml(text.slice(range.start, range.end), near, isValue)
  if (found !== -1) return range.start + found
  const otherwise = part === 'element' ? wordsInXml(text.slice(range.start, range.end), near, false) : raw()
  return range.start + Math.max(0, otherwise)
}

function rangeOf(text: string, extent: Extent, part: NodePart): Range {
  if (part === 'element') return extent
  if (part !== 'text') return valueRange(text, extent, part.slice(1)) ?? { start: extent.start, end: extent.open }
  return { start: textStart(text, extent), end: extent.end }
}

/** What stands before the first words: white space, comments, instructions, the marks of CDATA sections. */
const beforeText: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ''],
  [']]>', ''],
]

/** Where the text of an element starts; where there is none, the element. */
function textStart(text: string, { start, open, end }: Extent): number {
  let at = open
  // There, a “<” is a character like others.
  let inCdata = false
  for (;;) {
    while (at < end && isSpace(text.charCodeAt(at))) at++
    const mark = beforeText.find(([opening]) => (!inCdata || opening === ']]>') && text.startsWith(opening, at))
    if (mark === undefined || at >= end) break
    const close = mark[1] === '' ? at + mark[0].length : text.indexOf(mark[1], at)
    if (close === -1) break
    at = close + mark[1].length
    inCdata = mark[0] === '<![CDATA['
  }
  return at >= end || (!inCdata && text.charAt(at) === '<') ? start : at
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

/** Where the value of an attribute lies; undefined if it is not there. Linear, whatever a broken tag looks like. */
function valueRange(text: string, { start, open }: Extent, name: string): Range | undefined {
  const tag = text.slice(start, open)
  const attribute = /[\s/]*([^\s=>/"'<]+)\s*=\s*(["'])/y
  const anything = /[\s/]*[^\s/]+/y
  for (let at = tag.search(/[\s/]/); at !== -1 && at < tag.length; ) {
    attribute.lastIndex = anything.lastIndex = at
    const [, found, quote = ''] = attribute.exec(tag) ?? []
    if (found === undefined) {
      if (!anything.test(tag)) return undefined
      at = anything.lastIndex
      continue
    }
    const value = attribute.lastIndex
    const close = tag.indexOf(quote, value)
    if (close === -1) return undefined
    if (found === name) return { start: start + value, end: start + close }
    at = close + 1
  }
  return undefined
}

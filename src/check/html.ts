/** The tags in a description's HTML, found in one pass. Takes any text; nothing is judged here. Pure. */

import { decodeReferences } from '../text/html-references.ts'

export interface HtmlTag {
  /** In lower case. */
  readonly name: string
  /** `</name>`. */
  readonly closing: boolean
  /** By name in lower case; the first of a name counts. Character references are decoded. */
  readonly attributes: ReadonlyMap<string, string>
  /** How it begins, exactly as it is written: `<Name`. */
  readonly written: string
}

/** Their content is no HTML. */
const rawElements: ReadonlySet<string> = new Set('script style textarea title xmp iframe noembed noframes'.split(' '))

const tagStart = /<(\/?)([a-z][^\s/>]*)/iy
const spaces = /[\s/]*/y
const attributeName = /[^\s=>/][^\s=>/]*/y
const equals = /\s*=\s*/y
const bareValue = /[^\s>]*/y

/** What a pattern finds exactly here. */
function at(pattern: RegExp, html: string, from: number): string | undefined {
  pattern.lastIndex = from
  return pattern.exec(html)?.[0]
}

const after = (html: string, mark: string, from: number): number => {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

interface Attributes {
  readonly values: ReadonlyMap<string, string>
  /** Behind the tag's `>`. */
  readonly end: number
}

const noAttributes: ReadonlyMap<string, string> = new Map()

/** The attributes of a tag, from behind its name on; undefined if it is never closed: then it is none to a browser. */
function readAttributes(html: string, from: number): Attributes | undefined {
  // Most tags have none.
  if (html[from] === '>') return { values: noAttributes, end: from + 1 }
  const values = new Map<string, string>()
  for (let here = from; here < html.length; ) {
    here += at(spaces, html, here)?.length ?? 0
    if (html[here] === '>') return { values, end: here + 1 }
    const name = at(attributeName, html, here) ?? html[here] ?? ''
    here += name.length
    const sign = at(equals, html, here)
    let value = ''
    if (sign !== undefined) {
      here += sign.length
      const quote = html[here]
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, here + 1)
        if (end === -1) return undefined
        value = html.slice(here + 1, end)
        here = end + 1
      } else {
        value = at(bareValue, html, here) ?? ''
        here += value.length
      }
    }
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, decodeReferences(value))
  }
  return undefined
}

/** Just behind the content of an element that is no HTML. */
function rawEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

/** Every tag, in order. Comments and the content of scripts have none. */
export function* tagsOf(html: string): Generator<HtmlTag, void> {
  for (let here = html.indexOf('<'); here !== -1; here = html.indexOf('<', here)) {
    if (html.startsWith('<!--', here)) {
      here = after(html, '-->', here + 2)
      continue
    }
    tagStart.lastIndex = here
    const match = tagStart.exec(html)
    if (match === null) {
      here++
      continue
    }
    const [written, slash, nameAsWritten = ''] = match
    const read = readAttributes(html, here + written.length)
    if (read === undefined) return
    const name = nameAsWritten.toLowerCase()
    yield { name, closing: slash === '/', attributes: read.values, written }
    here = slash === '' && rawElements.has(name) ? rawEnd(html, name, read.end) : read.end
  }
}

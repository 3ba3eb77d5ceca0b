/** HTML → plain text, for summaries and descriptions. Takes any HTML, in one pass. Pure. */

import { cleanText } from './clean.ts'
import { decodeReferences } from './html-references.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** A blank line stands before and after these … */
const paragraphs = words(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section figure hr details article aside header footer main nav form',
)
/** … and a line break around these. */
const lines = words('li tr dt dd div summary figcaption caption option address')
/** Inside these, a paragraph is a line. */
const items = words('li dd dt td th')
/** Not meant for readers, and not to be parsed as HTML. */
const hidden = words('script style template noscript iframe object svg math textarea select xmp title')

interface Token {
  readonly kind: 'text' | 'open' | 'close' | 'other'
  /** A tag's name, in lower case. */
  readonly name: string
  /** Just after it. */
  readonly end: number
}

const tagName = /<(\/?)([a-z][^\s/>]*)/iy
/** What can end a tag, and the only place where a quote hides that end: right after `=`. */
const tagMark = /=\s*["']|>/g

/** The end of the tag whose name ends at `from`; the end of the text if it is never closed, as browsers see it. */
function tagEnd(html: string, from: number): number {
  for (let at = from; ; ) {
    tagMark.lastIndex = at
    const mark = tagMark.exec(html)?.[0]
    if (mark === '>') return tagMark.lastIndex
    const quote = mark?.at(-1)
    const closing = quote === undefined ? -1 : html.indexOf(quote, tagMark.lastIndex)
    if (closing === -1) return html.length
    at = closing + 1
  }
}

const after = (html: string, mark: string, from: number): number => {
  const at = html.indexOf(mark, from)
  return at === -1 ? html.length : at + mark.length
}

function tokenAt(html: string, at: number): Token {
  if (html[at] === '<') {
    tagName.lastIndex = at
    const match = tagName.exec(html)
    if (match !== null) {
      const kind = match[1] === '/' ? 'close' : 'open'
      return { kind, name: (match[2] as string).toLowerCase(), end: tagEnd(html, tagName.lastIndex) }
    }
    if (html.startsWith('<!--', at)) return { kind: 'other', name: '', end: after(html, '-->', at + 2) }
    if (/[!?/]/.test(html[at + 1] ?? '')) return { kind: 'other', name: '', end: after(html, '>', at) }
  }
  const next = html.indexOf('<', at + 1)
  return { kind: 'text', name: '', end: next === -1 ? html.length : next }
}

/** Just after the end tag of an element whose content starts at `from`. */
function skipElement(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.test(html) ? tagEnd(html, closing.lastIndex) : html.length
}

/** Collects text, with white space folded; breaks between blocks appear only where text stands on both sides. */
class TextWriter {
  text = ''
  #breaks = 0
  #space = false

  /** At least so many line breaks before the next text. */
  breakLines(count: number): void {
    this.#breaks = Math.max(this.#breaks, count)
  }

  /** One line break; two of them make a paragraph. */
  breakLine(): void {
    this.#breaks = Math.min(this.#breaks + 1, 2)
  }

  space(): void {
    this.#space = true
  }

  write(text: string): void {
    const folded = text.replace(/\s+/g, ' ')
    const trimmed = folded.trim()
    if (folded.startsWith(' ')) this.#space = true
    if (trimmed === '') return
    if (this.text !== '') this.text += this.#breaks > 0 ? '\n'.repeat(this.#breaks) : this.#space ? ' ' : ''
    this.text += trimmed
    this.#breaks = 0
    this.#space = folded.endsWith(' ')
  }
}

const isFootnoteLink = (tag: string): boolean => tag.includes(' data-footnote-')

/**
 * HTML as plain text: a blank line between paragraphs, one line for each list item, white space folded, character
 * references decoded; no scripts, styles, pictures or footnote numbers.
 */
export function toPlainText(html: string): string {
  const writer = new TextWriter()
  let depth = 0
  let preformatted = 0
  for (let at = 0; at < html.length; ) {
    const { kind, name, end } = tokenAt(html, at)
    const raw = html.slice(at, end)
    at = end
    if (kind === 'text') {
      const text = decodeReferences(raw)
      if (preformatted === 0) writer.write(text)
      else
        text.split('\n').forEach((line, index) => {
          if (index > 0) writer.breakLine()
          writer.write(line)
        })
      continue
    }
    if (kind === 'other') continue
    const step = kind === 'open' ? 1 : -1
    if (kind === 'open' && (hidden.has(name) || (name === 'a' && isFootnoteLink(raw))))
      at = skipElement(html, name, end)
    else if (name === 'br') writer.breakLine()
    else if (paragraphs.has(name)) writer.breakLines(depth > 0 ? 1 : 2)
    else if (lines.has(name)) writer.breakLines(1)
    else if (name === 'td' || name === 'th') writer.space()
    if (items.has(name)) depth = Math.max(0, depth + step)
    if (name === 'pre') preformatted = Math.max(0, preformatted + step)
  }
  return cleanText(writer.text)
}

/** A line that starts with a time, tags aside, is part of an outline. */
const startsWithTime = /^(?:<[^<>\n]*>|[([@ \t•*-])*\d{1,3}:\d{2}/m

/** Paragraphs in these are not the notes' own. */
const asides = words('li dd td th aside figure footer')

/**
 * The plain text of the first paragraph that says something; empty if there is none. Labels (`Outline:`), lines of an
 * outline, and what stands in lists, tables and footnotes do not count.
 */
export function firstParagraph(html: string): string {
  let inside = 0
  let start: number | undefined
  for (let at = 0; at < html.length; ) {
    const { kind, name, end } = tokenAt(html, at)
    if (start !== undefined && (paragraphs.has(name) || end === html.length)) {
      const paragraph = html.slice(start, paragraphs.has(name) ? at : end)
      const text = toPlainText(paragraph)
      if (/\p{L}/u.test(text) && !text.endsWith(':') && !startsWithTime.test(paragraph)) return text
      start = undefined
    }
    at = kind === 'open' && hidden.has(name) ? skipElement(html, name, end) : end
    if (asides.has(name)) inside = Math.max(0, inside + (kind === 'open' ? 1 : -1))
    if (name === 'p' && kind === 'open' && inside === 0) start = end
  }
  return ''
}

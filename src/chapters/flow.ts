/** What a reader sees of a paragraph: its words in one string, with the links, pictures and code among them marked. Pure. */

import { type HtmlNode, type MarkdownNode, parseHtml } from '../text/markdown.ts'

/** A stretch of a flow's text. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface Link extends Stretch {
  /** As written. */
  readonly url: string
}

/** A picture has no text of its own: `from` equals `to`. */
export interface Picture extends Link {
  readonly alt: string
}

/** The inline content of a block; everything in order. */
export interface Flow {
  readonly text: string
  readonly links: readonly Link[]
  readonly codes: readonly Stretch[]
  readonly pictures: readonly Picture[]
}

/** The index of the first stretch that ends after `at`: it holds the character at `at`, or comes after it. */
export function indexAfter(stretches: readonly Stretch[], at: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle] as Stretch).to > at) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether the character at `at` is in one of the stretches. */
export const isIn = (stretches: readonly Stretch[], at: number): boolean =>
  (stretches[indexAfter(stretches, at)]?.from ?? Number.POSITIVE_INFINITY) <= at

/** A line of the source ends here, which Markdown shows as a space. */
export const softBreak = '\n'
/** A line of the source ends here, and so does the line that readers see. */
export const hardBreak = '\u2028'
/** A line ends for readers only: `<br>`. */
export const visualBreak = '\u2029'
/** A line of the source ends inside a link or code, so the line that readers see goes on. */
export const innerBreak = '\v'

/** Deeper than this, inline markup is no longer followed. */
const maxDepth = 32

/** The addresses of `[name]: https://…`, by name. */
export type Definitions = (identifier: string) => string | undefined

/** Raw `<a>` and `<code>` that are still open. */
interface OpenTag {
  readonly name: string
  readonly from: number
  readonly url: string
}

interface Writer {
  text: string
  links: Link[]
  codes: Stretch[]
  pictures: Picture[]
  open: OpenTag[]
  /** Raw tags that are closed somewhere in the flow: any other is a word in angle brackets, as in `Array<Dog>`. */
  readonly closed: ReadonlySet<string>
  readonly definitions: Definitions
}

/** Most flows have none of a kind, and there are many flows. */
const none: never[] = []

/** Adds to a list that may be the shared empty one. */
function added<T>(list: T[], entry: T): T[] {
  if (list.length === 0) return [entry]
  list.push(entry)
  return list
}

const noTags: ReadonlySet<string> = new Set()

const newWriter = (definitions: Definitions, closed: ReadonlySet<string>): Writer => ({
  text: '',
  links: none,
  codes: none,
  pictures: none,
  open: none,
  closed,
  definitions,
})

/** Reads the inline nodes of one block. */
export function flowOf(nodes: readonly MarkdownNode[], definitions: Definitions): Flow {
  const writer = newWriter(definitions, nodes.some(({ type }) => type === 'html') ? closedTags(nodes) : noTags)
  writeNodes(writer, nodes, softBreak, 0)
  return writer
}

function closedTags(nodes: readonly MarkdownNode[]): ReadonlySet<string> {
  const tags = nodes.map(({ type, value = '' }) => (type === 'html' ? tagName.exec(value) : null))
  return new Set(tags.filter((tag) => tag?.[1] === '/').map((tag) => (tag?.[2] ?? '').toLowerCase()))
}

/** @param lineBreak what a line break of the source becomes */
function writeText(writer: Writer, value: string, lineBreak: string): void {
  let text = value
  // Separators that only look like ours are taken as breaks and spaces.
  if (/[\r\v\u2028\u2029]/.test(text))
    text = text
      .replace(/\r\n?/g, '\n')
      .replace(/\v/g, ' ')
      .replace(/\u2028/g, visualBreak)
  writer.text += lineBreak === softBreak ? text : text.replaceAll('\n', lineBreak)
}

function writeNodes(writer: Writer, nodes: readonly MarkdownNode[], lineBreak: string, depth: number): void {
  if (depth < maxDepth) for (const node of nodes) writeNode(writer, node, lineBreak, depth)
}

function writeNode(writer: Writer, node: MarkdownNode, lineBreak: string, depth: number): void {
  const { type } = node
  if (type === 'text') writeText(writer, node.value ?? '', lineBreak)
  else if (type === 'break') writer.text += hardBreak
  else if (type === 'html') writeTag(writer, node.value ?? '')
  else if (type === 'image') writePicture(writer, node.url ?? '', node.alt ?? '')
  else if (type === 'imageReference') writePicture(writer, addressOf(writer, node), node.alt ?? '')
  else if (type === 'inlineCode') writeCode(writer, () => writeText(writer, node.value ?? '', innerBreak))
  else if (type === 'link' || type === 'linkReference') {
    const url = type === 'link' ? (node.url ?? '') : addressOf(writer, node)
    writeLink(writer, url, () => writeNodes(writer, node.children, innerBreak, depth + 1))
  } else writeNodes(writer, node.children, lineBreak, depth + 1)
}

const addressOf = (writer: Writer, node: MarkdownNode): string => writer.definitions(node.identifier ?? '') ?? ''

function writeCode(writer: Writer, write: () => void): void {
  const from = writer.text.length
  write()
  writer.codes = added(writer.codes, { from, to: writer.text.length })
}

function writeLink(writer: Writer, url: string, write: () => void): void {
  const from = writer.text.length
  write()
  writer.links = added(writer.links, { from, to: writer.text.length, url })
}

function writePicture(writer: Writer, url: string, alt: string): void {
  const from = writer.text.length
  writer.pictures = added(writer.pictures, { from, to: from, url, alt })
}

const codeTags = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style'])
/** Tags that authors use for looks; they leave nothing behind, closed or not. */
const lookTags = new Set(
  'abbr b big center cite del div em font h1 h2 h3 h4 h5 h6 hr i ins li mark p q s small span strike strong sub sup u wbr'.split(
    ' ',
  ),
)
const tagName = /^<(\/?)([a-z][a-z0-9]*)/i

/** A raw tag inside a paragraph. */
function writeTag(writer: Writer, tag: string): void {
  const [, slash, written = ''] = tagName.exec(tag) ?? []
  const name = written.toLowerCase()
  if (name === 'br') writer.text += visualBreak
  else if (name === 'img') writeElementPicture(writer, parseHtml(tag).children?.[0])
  else if (name === 'a' || codeTags.has(name)) {
    if (slash === '') {
      const url = name === 'a' ? property(parseHtml(tag).children?.[0], 'href') : ''
      writer.open = added(writer.open, { name, from: writer.text.length, url })
    } else closeTag(writer, name)
  } else if (name !== '' && slash === '' && !lookTags.has(name) && !writer.closed.has(name))
    writeText(writer, tag, innerBreak)
}

function closeTag(writer: Writer, name: string): void {
  const opened = writer.open.at(-1)
  if (opened?.name !== name) return
  writer.open.pop()
  const stretch = { from: opened.from, to: writer.text.length }
  if (name === 'a') writer.links = added(writer.links, { ...stretch, url: opened.url })
  else writer.codes = added(writer.codes, stretch)
}

const writeElementPicture = (writer: Writer, element: HtmlNode | undefined): void =>
  writePicture(writer, property(element, 'src'), property(element, 'alt'))

function property(element: HtmlNode | undefined, name: string): string {
  const value = element?.properties?.[name]
  return typeof value === 'string' ? value : ''
}

/** Elements of raw HTML that start a new line. */
const lineTags = new Set(
  (
    'address article aside blockquote br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p section summary table tbody td th thead tr ul'
  ).split(' '),
)
/** Elements whose text is not for readers. */
const silentTags = new Set(['script', 'style', 'template', 'textarea', 'title', 'svg', 'iframe', 'noscript', 'select'])

/** Reads a block of raw HTML; each of its elements that start a line becomes a line. */
export function flowOfHtml(html: string): Flow {
  const writer = newWriter(() => undefined, noTags)
  writeElement(writer, parseHtml(html), 0)
  return writer
}

function writeElement(writer: Writer, node: HtmlNode, depth: number): void {
  const name = node.tagName ?? ''
  if (node.type === 'text') writer.text += (node.value ?? '').replace(/[\s\u2028\u2029]+/g, ' ')
  if (node.type === 'text' || node.type === 'comment' || silentTags.has(name) || depth > maxDepth) return
  if (name === 'img') {
    writeElementPicture(writer, node)
    return
  }
  const inner = (): void => {
    for (const child of node.children ?? []) writeElement(writer, child, depth + 1)
  }
  if (name === 'a') writeLink(writer, property(node, 'href'), inner)
  else if (codeTags.has(name)) writeCode(writer, inner)
  else if (!lineTags.has(name)) inner()
  else {
    writer.text += visualBreak
    inner()
    writer.text += visualBreak
  }
}

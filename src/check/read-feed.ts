/** Reads a feed as a stream: one item is in memory at a time, however large the feed is. Pure. */

import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { FeedDocument, FeedNode, NodePart, Spot } from '../model/feed-node.ts'
import type { SyntaxProblem } from '../model/rule.ts'
import type { Place } from '../text/place.ts'
import { usualPrefix } from './namespaces.ts'
import { type CommentedRule, commentedRules } from './settings.ts'
import { excerptOfSegment, offsetOfPart, placeInSegment, type Segment } from './xml-place.ts'

/** What comes of reading, in the order of the feed. */
export interface FeedHandlers {
  readonly syntax: (problem: SyntaxProblem) => void
  /** A comment that speaks of a rule. */
  readonly comment?: (comment: CommentedRule, spot: Spot) => void
  /** `channel` has what was read of it so far. */
  readonly item: (item: FeedNode, channel: FeedNode) => void
  readonly liveItem: (item: FeedNode, channel: FeedNode) => void
  /** At the end of the feed; `late` are those children that stand after an item. */
  readonly channel: (channel: FeedNode, late: readonly FeedNode[]) => void
  /** Last of all. */
  readonly document: (document: FeedDocument, channel: FeedNode | undefined) => void
}

export interface FeedReader {
  /** Takes the next piece of the document's text. False: it is not read any further. */
  readonly write: (text: string) => boolean
  /** The document is over. */
  readonly end: (facts: {
    readonly encoding: string
    /** The encoding that the document names, if nobody knows it. */
    readonly unknownEncoding?: string | undefined
    readonly bytes?: number | undefined
  }) => void
}

/** What no feed needs, and what a hostile one would use to fill the memory. */
export const limits = {
  /** Elements inside of each other. */
  depth: 64,
  /** Elements in one child of the channel. */
  elements: 20_000,
  /** Characters in one child of the channel. */
  length: 16 * 1024 * 1024,
  /** Children of the channel that are no items. */
  channelChildren: 5000,
  /** Problems of XML that are told. */
  problems: 100,
} as const

interface OpenNode extends FeedNode {
  readonly children: OpenNode[]
  text: string
  /** Offsets in the document: they become those of the segment when it is cut. */
  readonly extent: { start: number; open: number; end: number }
  /** The segment that it lies in, once that is complete. */
  readonly home: { segment: Segment | undefined }
}

/** Reads until the document ends or is broken beyond use. @param file how places call it */
export function feedReader(file: string, handlers: FeedHandlers): FeedReader {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const namespaces = new Map<string, string>()
  const stack: OpenNode[] = []
  const late: FeedNode[] = []
  /** The text from the start of the current child of the channel on, and where it starts. */
  let window = ''
  let windowStart: Omit<Place, 'file'> = { offset: 0, line: 1, column: 1 }
  let root: OpenNode | undefined
  let channel: OpenNode | undefined
  let home: OpenNode['home'] = { segment: undefined }
  let tagStart = 0
  let elements = 0
  let items = 0
  let channels = 0
  let problems = 0
  let broken = false
  let beginsClean = true

  const here = (): number => parser.position
  const cut = (end: number): Segment => ({
    file,
    text: window.slice(0, end - windowStart.offset),
    start: windowStart,
  })
  const forget = (end: number): void => {
    const { line, column } = placeInSegment(cut(end), end - windowStart.offset)
    window = window.slice(end - windowStart.offset)
    windowStart = { offset: end, line, column }
  }
  const spotHere = (at = here() - 1): Spot => {
    const segment = cut(windowStart.offset + window.length)
    const offset = Math.min(Math.max(at, windowStart.offset), windowStart.offset + window.length)
    const place = placeInSegment(segment, offset - windowStart.offset)
    const excerpt = excerptOfSegment(segment, offset - windowStart.offset)
    return { place: () => place, excerpt: () => excerpt }
  }
  /** A single `&`: the parser takes all up to the next `;` for a name, and complains only there. */
  const ampersand = (): number => {
    const end = here() - 1 - windowStart.offset
    const at = window.indexOf('&', window.lastIndexOf(';', end - 1) + 1)
    return windowStart.offset + (at === -1 ? end : Math.min(at, end))
  }
  const report = (kind: SyntaxProblem['kind'], problem: string): void => {
    problems++
    const spot = problem === 'disallowed character in entity name' ? spotHere(ampersand()) : spotHere()
    if (problems <= limits.problems) handlers.syntax({ kind, problem, ...spot })
  }
  const giveUp = (problem: string): void => {
    report('limit', problem)
    broken = true
  }

  parser.on('error', ({ message }) => {
    const problem = message.replace(/^\S*?\d+:\d+: /, '').replace(/\.$/, '')
    const kind = /namespace prefix/.test(problem) ? 'prefix' : /entity/.test(problem) ? 'entity' : 'syntax'
    report(kind, problem)
    if (/unclosed tag|unmatched closing tag|unexpected end|text data outside|must contain a root/.test(problem))
      broken = true
  })
  parser.on('comment', (text) => {
    if (handlers.comment === undefined) return
    for (const comment of commentedRules(`<!--${text}`)) handlers.comment(comment, spotHere())
  })
  parser.on('doctype', () => report('doctype', 'a document type (DTD) stands here'))
  parser.on('opentagstart', ({ name }) => {
    // The parser has read one character behind the name.
    tagStart = here() - name.length - 2
  })
  parser.on('opentag', (tag) => {
    if (broken) return
    if (stack.length >= limits.depth) return giveUp(`elements lie more than ${limits.depth} deep in each other`)
    if (isChildOfChannel()) {
      forget(tagStart)
      home = { segment: undefined }
      elements = 0
    }
    if (++elements > limits.elements) return giveUp(`one element has more than ${limits.elements} elements inside`)
    for (const [prefix, uri] of Object.entries(tag.ns ?? {})) if (!namespaces.has(prefix)) namespaces.set(prefix, uri)
    const node = openNode(tag, { start: tagStart, open: here(), end: here() }, home)
    stack.at(-1)?.children.push(node)
    stack.push(node)
    if (stack.length === 1) root = node
    if (isChannel(node)) {
      channels++
      if (channels === 1) channel = node
      // What stands before the channel's children is where the document and the channel themselves have their places.
      home.segment = cut(here())
      forget(here())
    }
  })
  parser.on('closetag', () => {
    if (broken) return
    const node = stack.pop()
    if (node === undefined) return
    node.extent.end = here()
    if (isChildOfChannel() && stack.at(-1) === channel) leaveChild(node)
  })
  const addText = (text: string): void => {
    const node = stack.at(-1)
    // Between the children of the channel there is white space only.
    if (node !== undefined && !broken && !isChannel(node) && stack.length > 1) node.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)

  const isChannel = (node: OpenNode): boolean => node.name === 'channel' && stack.length === 2
  const isChildOfChannel = (): boolean => stack.length === 2 && stack[1]?.name === 'channel'

  /** A child of the channel is complete. Items go; what else the channel has is kept. */
  function leaveChild(node: OpenNode): void {
    if (channel === undefined) return
    node.home.segment = cut(here())
    const isItem = node.name === 'item'
    if (isItem || node.name === 'podcast:liveItem') {
      channel.children.pop()
      if (isItem) items++
      handlers[isItem ? 'item' : 'liveItem'](node, channel)
    } else if (items > 0) late.push(node)
    if (channel.children.length > limits.channelChildren)
      giveUp(`the channel has more than ${limits.channelChildren} elements beside its items`)
    forget(here())
  }

  return {
    write: (text) => {
      if (broken) return false
      if (here() === 0 && windowStart.offset === 0 && window === '') beginsClean = text.startsWith('<')
      if (window.length + text.length > limits.length) {
        giveUp(`one element is longer than ${limits.length / 1024 / 1024} MB`)
        return false
      }
      window += text
      parser.write(text)
      return !broken
    },
    end: ({ encoding, unknownEncoding, bytes }) => {
      if (unknownEncoding !== undefined) report('encoding', `the encoding “${unknownEncoding}” is not known`)
      if (!broken) parser.close()
      if (channel !== undefined && !broken) handlers.channel(channel, late)
      if (root === undefined || broken) return
      const document = { root, channels, items, namespaces, beginsClean, encoding, bytes, place: root.place }
      handlers.document(document, channel)
    },
  }

  function openNode(tag: SaxesTagNS, extent: OpenNode['extent'], itsHome: OpenNode['home']): OpenNode {
    const prefix = tag.uri === '' ? '' : usualPrefix(tag.uri)
    // The parser calls an undeclared prefix its own namespace.
    const isDeclared = tag.prefix === '' || tag.uri !== tag.prefix
    const name = prefix === undefined || !isDeclared ? tag.name : prefix === '' ? tag.local : `${prefix}:${tag.local}`
    const start = placeInSegment(cut(extent.start), extent.start - windowStart.offset)
    const locate = (part: NodePart, near?: string): { segment: Segment; offset: number } | undefined => {
      const { segment } = itsHome
      if (segment === undefined) return undefined
      const shift = segment.start.offset
      const inside = { start: extent.start - shift, open: extent.open - shift, end: extent.end - shift }
      return inside.start < 0 ? undefined : { segment, offset: offsetOfPart(segment, inside, part, near) }
    }
    return {
      name,
      written: tag.name,
      namespace: isDeclared ? tag.uri : '',
      attributes: Object.fromEntries(Object.values(tag.attributes).map((one) => [one.name, one.value])),
      children: [],
      text: '',
      extent,
      home: itsHome,
      place: (part = 'element', near) => {
        const found = locate(part, near)
        return found === undefined ? start : placeInSegment(found.segment, found.offset)
      },
      excerpt: (place) => {
        const { segment } = itsHome
        const offset = segment === undefined ? -1 : place.offset - segment.start.offset
        return segment === undefined || offset < 0 ? undefined : excerptOfSegment(segment, offset)
      },
    }
  }
}

import type { SaxesTagNS } from 'saxes'
import type { FeedDocument, FeedNode } from '../model/feed-node.ts'
import { keep, type OpenElement, openElement } from './feed-element.ts'
import type { Limits } from './feed-limits.ts'
import type { FeedWindow } from './feed-window.ts'
import { keptText } from './kept-text.ts'

/** What comes of a feed's elements, in their order. */
export interface FeedVisitor {
  /** `channel` has what was read of it so far. */
  readonly item: (item: FeedNode, channel: FeedNode) => void
  readonly liveItem: (item: FeedNode, channel: FeedNode) => void
  /** At the end of the feed; `late` are those children that stand after an item. */
  readonly channel: (channel: FeedNode, late: readonly FeedNode[]) => void
  /** Last of all. */
  readonly document: (document: FeedDocument, channel: FeedNode | undefined) => void
}

/** The elements that are open, and what is kept of those that are complete. Offsets are those in the document. */
export interface FeedTree {
  /** A start tag begins: its attributes follow, then `open`. */
  readonly begin: () => void
  readonly attribute: () => void
  readonly open: (tag: SaxesTagNS, start: number, end: number) => void
  readonly close: (end: number) => void
  readonly text: (text: string) => void
  /** Where the root element ends; undefined while it does not. */
  readonly rootEnd: () => number | undefined
  /** Tells of what is known only at the end. */
  readonly finish: (facts: Pick<FeedDocument, 'beginsClean' | 'encoding' | 'bytes'>) => void
}

/** @param giveUp takes why nothing more can be read: a sentence without its full stop */
export function feedTree(
  window: FeedWindow,
  visitor: FeedVisitor,
  limits: Limits,
  giveUp: (problem: string) => void,
): FeedTree {
  const namespaces = new Map<string, string>()
  const stack: OpenElement[] = []
  const late: FeedNode[] = []
  let root: OpenElement | undefined
  let rootEnd: number | undefined
  let channel: OpenElement | undefined
  /** What the elements share that are being read. */
  let home: OpenElement['home'] = { segment: undefined }
  let parts = 0
  let keptParts = 0
  let keptLength = 0
  let items = 0
  let channels = 0

  const isInChannel = (): boolean => stack.length === 2 && stack[1]?.name === 'channel'
  /** Whether a piece of the document begins or ends here that can be forgotten: each child of the channel is one. */
  const isBetweenPieces = (): boolean => stack.length === 1 || isInChannel()
  const countPart = (): void => {
    parts++
    if (parts > limits.parts) giveUp(`one element has more than ${limits.parts} elements and attributes inside`)
  }

  return {
    begin: () => {
      if (isBetweenPieces()) parts = 0
    },
    attribute: countPart,
    open: (tag, start, end) => {
      if (stack.length >= limits.depth) giveUp(`elements lie more than ${limits.depth} deep in each other`)
      countPart()
      if (isBetweenPieces()) startPiece(start)
      noteNamespaces(tag)
      const element = openElement(tag, { start, open: end, end }, home)
      // The document's root is told of without its children.
      if (stack.length > 1) stack.at(-1)?.children.push(element)
      stack.push(element)
      if (stack.length === 1) root = element
      if (stack.length === 1 || isInChannel()) keep(element)
      if (isInChannel()) enterChannel(element, end)
    },
    close: (end) => {
      const element = stack.pop()
      if (element === undefined) return
      element.extent.end = end
      if (stack.length === 0) {
        rootEnd = end
        element.home.segment ??= window.keep(end)
      } else if (isInChannel()) leaveChild(element, stack[1] as OpenElement, end)
      if (isBetweenPieces()) window.forget(end)
    },
    text: (text) => {
      const element = stack.at(-1)
      // Around the children of a channel there is white space only.
      if (element !== undefined && stack.length > 1 && !isInChannel()) element.text += text
    },
    rootEnd: () => rootEnd,
    finish: (facts) => {
      if (channel !== undefined) visitor.channel(channel, late)
      if (root === undefined) return
      const { place } = root
      visitor.document({ root, channels, items, namespaces, place, ...facts }, channel)
    },
  }

  function startPiece(start: number): void {
    // What stands before its children is where the root has its place.
    if (root !== undefined) root.home.segment ??= window.keep(start)
    window.forget(start)
    home = { segment: undefined }
  }

  function enterChannel(element: OpenElement, end: number): void {
    channels++
    channel ??= element
    element.home.segment = window.keep(end)
    window.forget(end)
  }

  function noteNamespaces({ ns = {} }: SaxesTagNS): void {
    for (const [prefix, uri] of Object.entries(ns))
      if (namespaces.size < limits.namespaces && !namespaces.has(prefix))
        namespaces.set(keptText(prefix.slice(0, limits.words)), keptText(uri.slice(0, limits.words)))
  }

  /** A child of a channel is complete. Items go; what else the first channel has is kept. */
  function leaveChild(element: OpenElement, parent: OpenElement, end: number): void {
    const isItem = element.name === 'item'
    const isKept = parent === channel && !isItem && element.name !== 'podcast:liveItem'
    if (isKept) keepChild(element, end)
    else parent.children.pop()
    if (isKept || parent !== channel) return
    element.home.segment = window.cut(end)
    if (isItem) items++
    visitor[isItem ? 'item' : 'liveItem'](element, parent)
  }

  function keepChild(element: OpenElement, end: number): void {
    element.home.segment = window.keep(end)
    keep(element)
    if (items > 0) late.push(element)
    keptParts += parts
    keptLength += end - element.extent.start
    if (keptParts > limits.parts || keptLength > limits.length)
      giveUp('the channel has too many elements beside its items, or too long ones')
  }
}

import type { SaxesTagNS } from 'saxes'
import type { FeedNode } from '../model/feed-node.ts'
import { keptText } from './kept-text.ts'
import { usualPrefix } from './namespaces.ts'
import { type Extent, offsetOfPart } from './xml-part.ts'
import type { Segment } from './xml-place.ts'

/** An element that is being read. */
export interface OpenElement extends FeedNode {
  name: string
  written: string
  namespace: string
  attributes: Record<string, string>
  readonly children: OpenElement[]
  text: string
  /** Offsets in the document. */
  readonly extent: { start: number; open: number; end: number }
  readonly home: Home
}

/** What the elements of one piece of a document share: its text, once it is complete. */
export interface Home {
  segment: Segment | undefined
}

/** @param extent offsets in the document */
export function openElement(tag: SaxesTagNS, extent: OpenElement['extent'], home: Home): OpenElement {
  // The parser calls an undeclared prefix its own namespace.
  const isDeclared = tag.prefix === '' || tag.uri !== tag.prefix
  const place = (offsetIn: (segment: Segment) => number): ReturnType<FeedNode['place']> => {
    const { segment } = home
    if (segment === undefined) throw new Error('bug: a place was asked of an element that is not complete')
    return segment.place(offsetIn(segment))
  }
  return {
    name: nameOf(tag, isDeclared),
    written: tag.name,
    namespace: isDeclared ? tag.uri : '',
    attributes: Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])),
    children: [],
    text: '',
    extent,
    home,
    place: (part = 'element', near) =>
      place(({ text, start }) => offsetOfPart(text, extentIn(extent, start.offset), part, near)),
    excerpt: ({ offset }) => {
      const { text = '', start, excerpt } = home.segment ?? {}
      const inside = offset - (start?.offset ?? 0)
      return inside < 0 || inside > text.length ? undefined : excerpt?.(inside)
    },
  }
}

const extentIn = ({ start, open, end }: Extent, shift: number): Extent => ({
  start: start - shift,
  open: open - shift,
  end: end - shift,
})

function nameOf({ name, local, uri }: SaxesTagNS, isDeclared: boolean): string {
  const prefix = uri === '' ? '' : usualPrefix(uri)
  if (prefix === undefined || !isDeclared) return name
  return prefix === '' ? local : `${prefix}:${local}`
}

/** Lets go of the text around an element and those inside of it: it stays while the feed goes by. */
export function keep(element: OpenElement): void {
  for (const key of ['name', 'written', 'namespace', 'text'] as const) element[key] = keptText(element[key])
  element.attributes = Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [keptText(name), keptText(value)]),
  )
  element.children.forEach(keep)
}

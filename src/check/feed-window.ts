import type { Spot } from '../model/feed-node.ts'
import type { Place } from '../text/place.ts'
import { keptText } from './kept-text.ts'
import { type Segment, segmentOf, wholeBefore } from './xml-place.ts'

/** The piece of a document that is at hand while it is read. All offsets are those in the whole document. */
export interface FeedWindow {
  /** Where it starts. */
  readonly start: () => number
  /** Where it ends: how much of the document was given. */
  readonly end: () => number
  readonly add: (piece: string) => void
  readonly charAt: (offset: number) => string
  /** Its text between two offsets. */
  readonly slice: (start: number, end: number) => string
  /** What lies before an offset. It holds on to more of the document than that. */
  readonly cut: (end: number) => Segment
  /** The same, fit to be kept to the end. */
  readonly keep: (end: number) => Segment
  /** Drops what lies before an offset. */
  readonly forget: (end: number) => void
  /** A spot that can be kept. */
  readonly spot: (offset: number) => Spot
}

/** @param file how places call it */
export function feedWindow(file: string): FeedWindow {
  let text = ''
  let start: Omit<Place, 'file'> = { offset: 0, line: 1, column: 1 }
  /** The last pieces, newest first. */
  let last: readonly { readonly piece: string; readonly start: number }[] = []
  /** All of it, made when it is asked for: it knows its lines then. */
  let whole: Segment | undefined
  const end = (): number => start.offset + text.length
  const cut = (to: number): Segment => segmentOf(file, text.slice(0, to - start.offset), start)
  return {
    start: () => start.offset,
    end,
    add: (piece) => {
      last = [{ piece, start: end() }, ...last.slice(0, 1)]
      text += piece
      whole = undefined
    },
    // To look into the text itself would join its pieces each time, which is dear while it grows.
    charAt: (offset) => {
      const near = last.find((one) => offset >= one.start)
      return near === undefined ? text.charAt(offset - start.offset) : near.piece.charAt(offset - near.start)
    },
    slice: (from, to) => text.slice(Math.max(0, from - start.offset), Math.max(0, to - start.offset)),
    cut,
    keep: (to) => segmentOf(file, keptText(text.slice(0, to - start.offset)), start),
    forget: (to) => {
      const { line, column } = cut(to).place(to - start.offset)
      text = text.slice(to - start.offset)
      start = { offset: to, line, column }
      whole = undefined
    },
    spot: (offset) => {
      whole ??= cut(end())
      const inside = Math.min(Math.max(offset - start.offset, 0), text.length)
      const first = wholeBefore(text, inside)
      const place = whole.place(first)
      const found = whole.excerpt(first)
      const excerpt = { ...found, text: keptText(found.text) }
      return { place: () => place, excerpt: () => excerpt }
    },
  }
}

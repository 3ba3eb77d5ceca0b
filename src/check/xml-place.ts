import type { Excerpt } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { lineIndex } from './line-index.ts'

/** A piece of a document. Small: it is kept as long as somebody may ask for a place in it. */
export interface Segment {
  readonly text: string
  /** Where its first character stands in the whole document. */
  readonly start: Omit<Place, 'file'>
  /** The place of an offset into its text. */
  readonly place: (offset: number) => Place
  /** The line around an offset into its text, cut to what a terminal shows. */
  readonly excerpt: (offset: number) => Excerpt
}

/** The longest piece of a line that is shown. */
const excerptLength = 120

/** @param start of its first character, in the whole document */
export function segmentOf(file: string, text: string, start: Omit<Place, 'file'>): Segment {
  let before: ReturnType<typeof lineIndex> | undefined
  return {
    text,
    start,
    place: (offset) => {
      const inside = Math.min(Math.max(offset, 0), text.length)
      before ??= lineIndex(text)
      const { breaks, lastBreak } = before(inside)
      return {
        file,
        line: start.line + breaks,
        column: lastBreak === -1 ? start.column + inside : inside - lastBreak,
        offset: start.offset + inside,
      }
    },
    excerpt: (offset) => excerptOf(text, Math.min(Math.max(offset, 0), text.length)),
  }
}

function excerptOf(text: string, offset: number): Excerpt {
  const earliest = Math.max(0, offset - excerptLength / 2)
  const left = startsWhole(text, earliest) ? earliest : earliest + 1
  const start = left + text.slice(left, offset).lastIndexOf('\n') + 1
  const right = wholeBefore(text, Math.min(text.length, start + excerptLength))
  const found = text.slice(offset, right).indexOf('\n')
  const cut = text.slice(start, found === -1 ? right : offset + found)
  const trimmed = cut.trimStart()
  return {
    text: trimmed.trimEnd(),
    column: Math.max(1, offset - start + 1 - (cut.length - trimmed.length)),
  }
}

/** Whether an offset is not that of the second half of a character. */
const startsWhole = (text: string, offset: number): boolean => !/^[\udc00-\udfff]/.test(text.charAt(offset))

/** The offset itself, or that of its character where it is the second half of one. */
export const wholeBefore = (text: string, offset: number): number => (startsWhole(text, offset) ? offset : offset - 1)

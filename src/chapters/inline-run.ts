/** A whole outline in one line, as it comes out of systems that drop line breaks. Pure; linear in the line. */

import { type Mark, startMark } from './mark.ts'
import { isColonAt, secondsOf, timeSigns } from './timestamp.ts'

const separators = '|│•·/;,，;；–—-'

/** A time within a line, with what stands before it. */
interface Place {
  /** Where its bracket or `@` starts. */
  readonly from: number
  /** Where the text before it ends, without the separator between them. */
  readonly textTo: number
  readonly separated: boolean
}

/** Looks back from the first digit of a time; undefined if it is part of a word. */
function placeOf(text: string, at: number, limit: number): Place | undefined {
  let from = at
  while (from > limit && '[(@{（［【'.includes(text.charAt(from - 1))) from--
  let textTo = from
  let separated = false
  while (textTo > limit) {
    const before = text.charAt(textTo - 1)
    const isSeparator = separators.includes(before)
    if (!isSeparator && !/\s/.test(before)) break
    separated ||= isSeparator
    textTo--
  }
  return from === at && textTo === from ? undefined : { from, textTo, separated }
}

/**
 * All the times of a line that starts with one, if they make an outline of their own: written alike, ascending, and
 * set off by brackets, by separators, or by there being at least three.
 */
export function inlineRun(text: string, first: Mark, to: number): readonly Mark[] {
  if (first.time.form !== 'colons' || !hasColon(text, first.titleFrom, to)) return [first]
  const marks = [first]
  let separated = true
  let last = first
  for (const sign of timeSigns(text.slice(first.titleFrom, to))) {
    const at = sign + first.titleFrom
    const place = at <= last.titleFrom ? undefined : placeOf(text, at, last.titleFrom)
    const mark = place === undefined ? undefined : startMark(text, place.from, to)
    if (place === undefined || mark === undefined || mark.time.from !== at || !isAlike(mark, first, last)) continue
    separated &&= place.separated
    marks[marks.length - 1] = { ...last, titleTo: place.textTo }
    marks.push(mark)
    last = mark
  }
  const isOutline = marks.length > 1 && (first.sign !== '' || separated || marks.length > 2)
  if (!isOutline) return [first]
  marks[marks.length - 1] = { ...last, titleTo: beforeNextLabel(text, last.titleFrom, last.titleTo) }
  return marks
}

/** What comes after the outline in such a line starts with a label in capitals: `PRODUCED BY: …`. */
function beforeNextLabel(text: string, from: number, to: number): number {
  const label = /\s\p{Lu}[\p{Lu} &]{2,40}:/u.exec(text.slice(from, to))
  return label === null ? to : from + label.index
}

function hasColon(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isColonAt(text, at)) return true
  return false
}

const isAlike = ({ sign, time, clock }: Mark, first: Mark, last: Mark): boolean =>
  sign === first.sign && time.form === 'colons' && !time.short && !clock && secondsOf(time) > secondsOf(last.time)

/** A block's lines as readers see them, each with its place in the source. Pure. */

import type { Block } from './blocks.ts'
import { hardBreak, innerBreak, softBreak, visualBreak } from './flow.ts'

/** One line of a block's flow that is not blank. */
export interface Line {
  readonly from: number
  readonly to: number
  /** The stretch of the source that it stands in. */
  readonly sourceFrom: number
  readonly sourceTo: number
  /** What ends it: only a soft break lets a sentence go on in the next line. */
  readonly endsHard: boolean
}

export const isBlank = (text: string): boolean => !/[^\s\u200b\u2060\ufeff]/.test(text)

const lineEnd = /[\n\u2028\u2029]/g

/** The number of source line breaks inside what is one line for readers. */
const innerBreaks = (line: string): number => (line.includes(innerBreak) ? line.split(innerBreak).length - 1 : 0)

/** Splits a block into its lines. */
export function linesOf({ flow, from: blockFrom, to: blockTo }: Block, source: string): Line[] {
  const { text } = flow
  if (!text.includes(softBreak) && !text.includes(hardBreak) && !text.includes(visualBreak))
    return [{ from: 0, to: text.length, sourceFrom: blockFrom, sourceTo: blockTo, endsHard: true }]
  const lines: Line[] = []
  let sourceFrom = blockFrom
  for (let from = 0; from <= text.length; ) {
    lineEnd.lastIndex = from
    const match = lineEnd.exec(text)
    const to = match === null ? text.length : match.index
    const sign = match?.[0]
    const line = text.slice(from, to)
    const breaks = innerBreaks(line) + (sign === softBreak || sign === hardBreak ? 1 : 0)
    let next = sourceFrom
    for (let count = 0; count < breaks; count++) next = nextLine(source, next, blockTo)
    const sourceTo = breaks === 0 || match === null ? blockTo : next
    if (!isBlank(line)) lines.push({ from, to, sourceFrom, sourceTo, endsHard: sign !== softBreak })
    sourceFrom = next
    from = to + 1
  }
  return lines
}

function nextLine(source: string, at: number, limit: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 || end >= limit ? limit : end + 1
}

/** A block's lines as readers see them, each with its place in the source. Pure. */

import type { Block } from './blocks.ts'
import { hardBreak, innerBreak, softBreak } from './flow.ts'

/** One line of a block's flow. */
export interface Line {
  readonly from: number
  readonly to: number
  /** The stretch of the source that it stands in. */
  readonly sourceFrom: number
  readonly sourceTo: number
  /** What ends it: only a soft break lets a sentence go on in the next line. */
  readonly endsHard: boolean
}

const lineEnd = /[\n\u2028\u2029]/g

/** The number of source line breaks inside what is one line for readers. */
const innerBreaks = (line: string): number => line.split(innerBreak).length - 1

/** Splits a block into its lines. */
export function linesOf({ flow, from: blockFrom, to: blockTo }: Block, source: string): Line[] {
  const { text } = flow
  const hasInner = text.includes(innerBreak)
  const lines: Line[] = []
  let sourceFrom = blockFrom
  for (let from = 0; from <= text.length; ) {
    lineEnd.lastIndex = from
    const match = lineEnd.exec(text)
    const to = match === null ? text.length : match.index
    const sign = match?.[0]
    let sourceTo = sourceFrom
    const breaks =
      (hasInner ? innerBreaks(text.slice(from, to)) : 0) + (sign === softBreak || sign === hardBreak ? 1 : 0)
    for (let count = 0; count < breaks; count++) sourceTo = nextLine(source, sourceTo, blockTo)
    lines.push({
      from,
      to,
      sourceFrom,
      sourceTo: breaks === 0 || match === null ? blockTo : sourceTo,
      endsHard: sign !== softBreak,
    })
    sourceFrom = sourceTo
    from = to + 1
  }
  return lines
}

function nextLine(source: string, at: number, limit: number): number {
  const end = source.indexOf('\n', at)
  return end === -1 || end >= limit ? limit : end + 1
}

/** Finds what lines say in the source; asked in the order of the lines, it reads the source once. */
export class SourceFinder {
  readonly #source: string
  #lineFrom = 0
  #at = 0
  #lost = false

  constructor(source: string) {
    this.#source = source
  }

  /** The offset of `words` in the source of `line`; where an escape hides them, that of what came before. */
  offsetOf(words: string, { sourceFrom, sourceTo }: Line): number {
    if (sourceFrom !== this.#lineFrom) {
      this.#lineFrom = sourceFrom
      this.#at = Math.max(this.#at, sourceFrom)
      this.#lost = false
    }
    if (this.#lost) return this.#at
    const index = this.#source.slice(this.#at, sourceTo).indexOf(words)
    this.#lost = index === -1
    if (this.#lost) return this.#at
    const found = this.#at + index
    this.#at = found + words.length
    return found
  }
}

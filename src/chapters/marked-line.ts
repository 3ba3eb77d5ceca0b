/** A line and the time that it starts or ends with. Pure. */

import { type Flow, indexAfter } from './flow.ts'
import { labelOf, maxLabelLength } from './labels.ts'
import { isBlank, type Line } from './lines.ts'
import { endMark, type Mark, startMark } from './mark.ts'

export interface MarkedLine {
  readonly line: Line
  readonly mark: Mark | undefined
  /** The label that stands before the time: `Chapters: 00:00 Welcome`. */
  readonly label: string
}

/** The word behind a linked time is not part of it: `[9:30](#t=9:30) am I wrong?` */
const unlinkedClock = (mark: Mark, { links }: Flow): Mark =>
  mark.clock && links[indexAfter(links, mark.time.from)]?.to === mark.time.to ? { ...mark, clock: false } : mark

/** A few words and a colon, alone or after a sentence. */
const labelBefore = /^(?:.*[.!?。！？]\s+)?((?:[^\s:：()[\]]+\s){0,3}[^\s:：()[\]]+\s?[:：])\s*(?=[([@\p{N}])/u

/** Reads a line's time. @param labels of the show */
export function markLine(flow: Flow, line: Line, labels: readonly string[]): MarkedLine {
  const { text } = flow
  const { from, to } = line
  const mark = startMark(text, from, to)
  if (mark !== undefined) {
    const isTime = !mark.time.short || mark.sign.includes('@')
    return { line, mark: isTime ? unlinkedClock(mark, flow) : undefined, label: '' }
  }
  const [head = '', label = ''] = labelBefore.exec(text.slice(from, Math.min(to, from + maxLabelLength))) ?? []
  if (label !== '' && labelOf(label, labels) !== undefined) {
    const labelled = startMark(text, from + head.length, to)
    if (labelled !== undefined) return { line, mark: labelled, label }
  }
  return { line, mark: endMark(text, from, to), label: '' }
}

/** Lines of at least this length are wrapped by the author's editor rather than by the author. */
const wrapWidth = 60

/** How many of the lines after `index` go on with its sentence. */
export function wrappedLines({ text, codes }: Flow, lines: readonly MarkedLine[], index: number): number {
  for (let at = index; ; at++) {
    const { line } = lines[at] as MarkedLine
    const next = lines[at + 1]
    if (next === undefined || next.mark !== undefined || line.endsHard || isEnd(text.slice(line.from, line.to)))
      return at - index
    const code = codes[indexAfter(codes, next.line.from)]
    if (code !== undefined && code.from <= next.line.from && code.to >= next.line.to) return at - index
    const start = text.slice(next.line.from, next.line.to)
    if (line.to - line.from < wrapWidth && !/^\s*[\p{Ll}\d("'“(,;&+]/u.test(start)) return at - index
  }
}

const isEnd = (line: string): boolean => isBlank(line) || /[.!?:。！？]$/u.test(line.trimEnd())

/** The lines of an outline-to-be: each with its time, its section and the parts of its title. Pure. */

import type { Block } from './blocks.ts'
import { type Flow, isIn } from './flow.ts'
import { inlineRun } from './inline-run.ts'
import { labelOf } from './labels.ts'
import { isBlank, type Line, linesOf } from './lines.ts'
import type { Find } from './locator.ts'
import { type Mark, startMark } from './mark.ts'
import { type MarkedLine, markLine, wrappedLines } from './marked-line.ts'
import { rowMark } from './row.ts'
import { type Section, SectionReader } from './section.ts'
import { readTime, timeSigns } from './timestamp.ts'

/** A stretch of a block's text. */
export interface Part {
  readonly flow: Flow
  readonly from: number
  readonly to: number
}

/** A line that starts or ends with a time. */
export interface Candidate extends Find {
  readonly block: Block
  readonly section: Section
  readonly mark: Mark
  /** How its time is set off from words; empty if it is not. Lines of one outline have the same. */
  readonly notation: string
  /** What stands beside the time. */
  readonly title: Part | undefined
  /** A time alone may have its title above … */
  readonly above: Part | undefined
  /** … or below. */
  below: Part | undefined
}

/** A time that is no line's time. */
export interface Aside extends Find {
  readonly why: 'in-prose' | 'code'
}

export interface Gathered {
  readonly candidates: readonly Candidate[]
  /** Candidates and asides, in the order of the source. */
  readonly finds: readonly (Candidate | Aside)[]
}

const wholeOf = ({ flow }: Block): Part => ({ flow, from: 0, to: flow.text.length })

/** The title's part; undefined if there is nothing but separators. */
function partOf(flow: Flow, { titleFrom, titleTo }: Mark): Part | undefined {
  const hasWords = /\w/.test(flow.text.charAt(titleFrom)) && titleFrom < titleTo
  if (!hasWords && isBlank(flow.text.slice(titleFrom, titleTo).replace(/[\p{Pd}|:]/gu, ''))) return undefined
  return { flow, from: titleFrom, to: titleTo }
}

class Gatherer implements Gathered {
  readonly candidates: Candidate[] = []
  readonly finds: (Candidate | Aside)[] = []
  readonly #source: string
  readonly #labels: readonly string[]
  readonly #sections: SectionReader
  #previous: Block | undefined
  /** The previous block's last time, if it is alone: its title may follow. */
  #waiting: Candidate | undefined
  /** The previous block, as the title of a time below it. */
  #titleAbove: Part | undefined

  constructor(source: string, labels: readonly string[]) {
    this.#source = source
    this.#labels = labels
    this.#sections = new SectionReader(labels)
  }

  readBlock(block: Block): void {
    const isNeighbour = this.#previous?.ordinal === block.ordinal - 1
    const waiting = isNeighbour ? this.#waiting : undefined
    const titleAbove = isNeighbour ? this.#titleAbove : undefined
    this.#previous = block
    this.#waiting = undefined
    this.#titleAbove = undefined
    if (block.kind === 'rule') this.#sections.rule()
    else if (block.kind === 'code') this.#readCode(block)
    else if (block.kind === 'row') this.#readRow(block)
    else this.#readText(block, waiting, titleAbove)
  }

  #readCode({ from, to }: Block): void {
    let sourceFrom = from
    for (const text of this.#source.slice(from, to).split('\n')) {
      const time = startMark(text, 0, text.length)?.time
      const line = { from: 0, to: text.length, sourceFrom, sourceTo: sourceFrom + text.length, endsHard: true }
      if (time?.form === 'colons') this.finds.push({ line, written: text.slice(time.from, time.to), why: 'code' })
      sourceFrom += text.length + 1
    }
  }

  #readRow(block: Block): void {
    const found = rowMark(block.flow)
    const line = { from: 0, to: block.flow.text.length, sourceFrom: block.from, sourceTo: block.to, endsHard: true }
    if (found !== undefined) this.#add(block, line, found.mark, found.title, undefined)
  }

  #readText(block: Block, waiting: Candidate | undefined, titleAbove: Part | undefined): void {
    const { flow, kind } = block
    const lines = linesOf(block, this.#source).map((line) => markLine(flow, line, this.#labels))
    const first = lines[0]
    if (first === undefined) return
    const isTitle = waiting !== undefined && kind !== 'heading'
    const title = first.mark === undefined ? this.#readUntimed(block, lines, 0, isTitle) : undefined
    if (waiting !== undefined) waiting.below = title
    if (kind === 'heading' || kind === 'term') this.#titleAbove = title
    let above = first.mark === undefined ? title : titleAbove
    for (let index = first.mark === undefined ? 1 : 0; index < lines.length; index++) {
      const { mark } = lines[index] as MarkedLine
      if (mark !== undefined) {
        index += this.#readTimed(block, lines, index, mark, above)
        above = undefined
      } else
        above = this.#readUntimed(block, lines, index, this.candidates.at(-1)?.below?.from === lines[index]?.line.from)
    }
  }

  /**
   * Takes a line without a time for a label, or returns it: it may be the title of its neighbour.
   * @param isTitle a time waits for it: it is a label only if a colon says so
   */
  #readUntimed(block: Block, lines: readonly MarkedLine[], index: number, isTitle: boolean): Part | undefined {
    const { flow, kind, level, emphatic } = block
    const { line } = lines[index] as MarkedLine
    const text = flow.text.slice(line.from, line.to)
    if (kind === 'heading') {
      this.#sections.heading(text, level)
      return labelOf(text.trim(), this.#labels) === undefined ? wholeOf(block) : undefined
    }
    const link = flow.links[0]
    const isLink = link !== undefined && link.from <= line.from && link.to >= line.to
    const isFollowed = lines[index + 1]?.mark !== undefined
    const alone = !isTitle && !isLink && (isFollowed || (lines.length === 1 && (kind !== 'item' || emphatic)))
    if (this.#sections.line(text, emphatic && !isLink, alone)) return undefined
    this.#note(flow, line)
    return { flow, from: line.from, to: line.to }
  }

  /** The first time within a sentence, for those who ask why it is no chapter. */
  #note(flow: Flow, line: Line): void {
    const text = flow.text.slice(line.from, line.to)
    for (const sign of timeSigns(text)) {
      const time = readTime(text, sign)
      if (time?.form !== 'colons' || time.short) continue
      const why = isIn(flow.codes, line.from + time.from) ? 'code' : 'in-prose'
      this.finds.push({ line, written: text.slice(time.from, time.to), why })
      return
    }
  }

  /** @returns how many further lines belong to it */
  #readTimed(block: Block, lines: readonly MarkedLine[], index: number, mark: Mark, above: Part | undefined): number {
    const { flow, kind } = block
    const { line, label } = lines[index] as MarkedLine
    if (label !== '') this.#sections.line(label, false, false)
    const isRun = mark.at === 'start' && (kind === 'text' || kind === 'html')
    const marks = isRun ? inlineRun(flow.text, mark, line.to) : [mark]
    const last = marks.at(-1) as Mark
    for (const each of marks) if (each !== last) this.#add(block, line, each, partOf(flow, each), undefined)
    const title = partOf(flow, last)
    if (title !== undefined) {
      const wrapped = mark.at === 'start' ? wrappedLines(flow, lines, index) : 0
      const to = wrapped === 0 ? title.to : (lines[index + wrapped] as MarkedLine).line.to
      this.#add(block, line, last, wrapped === 0 ? title : { ...title, to }, undefined)
      return wrapped
    }
    const candidate = this.#add(block, line, last, undefined, above)
    const next = lines[index + 1]
    if (candidate === undefined || next?.mark !== undefined) return 0
    if (next === undefined) this.#waiting = candidate
    else candidate.below = { flow, from: next.line.from, to: next.line.to }
    return 0
  }

  #add(block: Block, line: Line, mark: Mark, title: Part | undefined, above: Part | undefined): Candidate | undefined {
    const { flow } = block
    const { from, to, form } = mark.time
    const written = flow.text.slice(from, to)
    if (isIn(flow.codes, from)) {
      this.finds.push({ line, written, why: 'code' })
      return undefined
    }
    const section = this.#sections.current
    // `95s` alone is a time only where something else says so.
    if (form === 'one-unit' && mark.sign === '' && !isIn(flow.links, from) && section.kind !== 'outline')
      return undefined
    section.times++
    const notation = notationOf(block, mark, title === undefined)
    const candidate = { block, line, written, section, mark, notation, title, above, below: undefined }
    this.candidates.push(candidate)
    this.finds.push(candidate)
    return candidate
  }
}

const plainBrackets: Readonly<Record<string, string>> = {
  '（': '(',
  '［': '[',
  '【': '[',
  '『': '[',
  '「': '[',
  '＠': '@',
}

function notationOf({ kind, flow }: Block, { at, sign, time }: Mark, alone: boolean): string {
  if (kind === 'heading' || kind === 'row') return kind
  if (alone) return 'alone'
  if (sign !== '') return `${at} ${sign.replace(/[^ -~]/g, (bracket) => plainBrackets[bracket] ?? bracket)}`
  if (isIn(flow.links, time.from)) return `${at} link`
  return time.form === 'colons' && time.fields.length > 2 ? `${at} long` : ''
}

/** Finds everything in the blocks that a chapter could be made of. */
export function gather(blocks: readonly Block[], source: string, labels: readonly string[]): Gathered {
  const gatherer = new Gatherer(source, labels)
  for (const block of blocks) gatherer.readBlock(block)
  return gatherer
}

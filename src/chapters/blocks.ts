/** The parts of a Markdown tree that can hold an outline; the rest is passed by unread. Pure. */

import type { MarkdownNode } from '../text/markdown.ts'
import { type Definitions, type Flow, flowOf, flowOfHtml, type Stretch } from './flow.ts'

/** One paragraph, heading, table row or the like: the smallest part with a text of its own. */
export interface Block {
  readonly kind: 'heading' | 'item' | 'text' | 'row' | 'term' | 'html' | 'code' | 'rule'
  /** Headings: 1 to 6. Else: how many lists it is inside of. */
  readonly level: number
  /** Blocks of one list, table or quotation have the same number. */
  readonly container: number
  /** Its place among all blocks, read or not: neighbours differ by one. */
  readonly ordinal: number
  /** Where it is in the source. */
  readonly from: number
  readonly to: number
  readonly flow: Flow
  /** It is nothing but bold or italic words, as a heading would be. */
  readonly emphatic: boolean
}

/** Between the cells of a row. */
export const cellBreak = '\u001f'

/** Lists and quotations deeper than this hold no outline. */
const maxNesting = 24
/** A paragraph without a time is read if it may be a label. */
const maxLabelSource = 100
/** Longer pieces of raw HTML are no outline, and slow to read. */
const maxHtmlSource = 65_536
/** Behind a letter there is no time, unless it is a unit: `1h02m`. */
const mayEndInTime = (text: string): boolean => /[^A-Za-z\s]$|\d[hms]$/.test(text.slice(-24).trimEnd())

interface Surroundings {
  readonly container: number
  readonly level: number
  readonly nesting: number
}

function rangeOf({ position }: MarkdownNode): { readonly from: number; readonly to: number } {
  const from = position?.start.offset ?? 0
  return { from, to: position?.end.offset ?? from }
}

const flowOfText = (text: string): Flow => ({ text, links: [], codes: [], pictures: [] })
const noFlow = flowOfText('')

class BlockReader {
  readonly blocks: Block[] = []
  readonly #text: string
  readonly #signs: readonly number[]
  readonly #root: MarkdownNode
  #definitions: Map<string, string> | undefined
  #ordinal = 0
  #containers = 0
  /** The last block may be a time alone, so the next one is wanted whatever it is. */
  #wantsNext = false

  constructor(root: MarkdownNode, text: string, signs: readonly number[]) {
    this.#root = root
    this.#text = text
    this.#signs = signs
  }

  read(nodes: readonly MarkdownNode[], around: Surroundings): void {
    for (const node of nodes) this.#readNode(node, around)
  }

  #readNode(node: MarkdownNode, around: Surroundings): void {
    const { type } = node
    if (type === 'footnoteDefinition') return
    const { from, to } = rangeOf(node)
    const holdsTime = this.#holdsTime(from, to)
    if (type === 'heading') this.#readHeading(node, around, from, to)
    else if (type === 'paragraph') this.#readParagraph(node, 'text', around, from, to, holdsTime)
    else if (type === 'thematicBreak') this.#add('rule', 0, around, from, to, noFlow, false)
    else if (type === 'html') this.#readHtml(node, around, from, to, holdsTime)
    else if (!holdsTime && !this.#wantsNext) this.#ordinal++
    else if (type === 'code') this.#add('code', around.level, around, from, to, noFlow, false)
    else if (type === 'definition') this.#readDefinition(node, around, from, to)
    else if (around.nesting < maxNesting) this.#readContainer(node, around)
  }

  /** Markdown makes a heading of a whole paragraph if a rule touches it; its lines remain lines. */
  #readHeading(node: MarkdownNode, around: Surroundings, from: number, to: number): void {
    const flow = this.#flow(node)
    const isParagraph = flow.text.includes('\n')
    this.#add(
      isParagraph ? 'text' : 'heading',
      isParagraph ? around.level : (node.depth ?? 1),
      around,
      from,
      to,
      flow,
      false,
    )
  }

  #readContainer(node: MarkdownNode, around: Surroundings): void {
    const container = around.container === 0 ? ++this.#containers : around.container
    const inside = { container, level: around.level, nesting: around.nesting + 1 }
    const { type } = node
    if (type === 'list') for (const item of node.children) this.#readItem(item, { ...inside, level: around.level + 1 })
    else if (type === 'table') for (const row of node.children) this.#readRow(row, inside)
    else if (type === 'blockquote') this.read(node.children, inside)
    else if (type === 'descriptionList') for (const part of node.children) this.#readDescription(part, inside)
    else this.#ordinal++
  }

  /** An item's first paragraph is the item; what follows it is text. */
  #readItem(item: MarkdownNode, inside: Surroundings): void {
    const [first, ...others] = item.children
    if (first?.type === 'paragraph') {
      const { from, to } = rangeOf(first)
      this.#readParagraph(first, 'item', inside, from, to, this.#holdsTime(from, to))
    } else if (first !== undefined) this.#readNode(first, inside)
    this.read(others, inside)
  }

  #readDescription(part: MarkdownNode, inside: Surroundings): void {
    if (part.type !== 'descriptionTerm') {
      this.read(part.children, inside)
      return
    }
    const { from, to } = rangeOf(part)
    this.#add('term', inside.level, inside, from, to, this.#flow(part), false)
  }

  #readRow(row: MarkdownNode, inside: Surroundings): void {
    const { from, to } = rangeOf(row)
    if (!this.#holdsTime(from, to)) this.#ordinal++
    else
      this.#add('row', inside.level, inside, from, to, joinCells(row.children.map((cell) => this.#flow(cell))), false)
  }

  #readParagraph(
    node: MarkdownNode,
    kind: 'text' | 'item',
    around: Surroundings,
    from: number,
    to: number,
    holdsTime: boolean,
  ): void {
    const mayBeLabel = to - from <= maxLabelSource && (kind === 'text' || /[:：*_]$/.test(this.#text.slice(from, to)))
    if (!holdsTime && !mayBeLabel && !this.#wantsNext) this.#ordinal++
    else {
      const [first, second] = node.children
      const emphatic = second === undefined && (first?.type === 'strong' || first?.type === 'emphasis')
      this.#add(kind, around.level, around, from, to, this.#flow(node), emphatic)
    }
  }

  #readHtml(node: MarkdownNode, around: Surroundings, from: number, to: number, holdsTime: boolean): void {
    const isRead = holdsTime || this.#wantsNext ? to - from <= maxHtmlSource : to - from <= maxLabelSource
    if (!isRead) this.#ordinal++
    else this.#add('html', around.level, around, from, to, flowOfHtml(node.value ?? ''), false)
  }

  /** Markdown takes `[00:10]: Intro` for the address of a link; a podcaster means a chapter. */
  #readDefinition(node: MarkdownNode, around: Surroundings, from: number, to: number): void {
    if (/^[a-z][a-z0-9+.-]*:|[/.#]/i.test(node.url ?? '')) this.#ordinal++
    else this.#add('text', around.level, around, from, to, flowOfText(this.#text.slice(from, to)), false)
  }

  #add(
    kind: Block['kind'],
    level: number,
    { container }: Surroundings,
    from: number,
    to: number,
    flow: Flow,
    emphatic: boolean,
  ): void {
    this.blocks.push({ kind, level, container, ordinal: this.#ordinal++, from, to, flow, emphatic })
    this.#wantsNext = mayEndInTime(flow.text) && this.#holdsTime(from, to)
  }

  #flow(node: MarkdownNode): Flow {
    return flowOf(node.children, this.#definition)
  }

  /** Collected when first asked for: few notes have any. */
  readonly #definition: Definitions = (identifier) => {
    if (this.#definitions === undefined) {
      const definitions = this.#root.children.filter(({ type }) => type === 'definition')
      this.#definitions = new Map(
        definitions.map(({ identifier, url }): [string, string] => [identifier ?? '', url ?? '']).reverse(),
      )
    }
    return this.#definitions.get(identifier)
  }

  /** Whether there is a sign of a time from `from` to `to`. */
  #holdsTime(from: number, to: number): boolean {
    let low = 0
    let high = this.#signs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#signs[middle] as number) < from) low = middle + 1
      else high = middle
    }
    return low < this.#signs.length && (this.#signs[low] as number) < to
  }
}

const shifted = <T extends Stretch>(stretches: readonly T[], by: number): T[] =>
  stretches.map((stretch) => ({ ...stretch, from: stretch.from + by, to: stretch.to + by }))

function joinCells(cells: readonly Flow[]): Flow {
  let text = ''
  const moved = cells.map((cell, index) => {
    if (index > 0) text += cellBreak
    const by = text.length
    text += cell.text.replaceAll(cellBreak, ' ')
    return { links: shifted(cell.links, by), codes: shifted(cell.codes, by), pictures: shifted(cell.pictures, by) }
  })
  return {
    text,
    links: moved.flatMap(({ links }) => links),
    codes: moved.flatMap(({ codes }) => codes),
    pictures: moved.flatMap(({ pictures }) => pictures),
  }
}

/**
 * The blocks that hold a time, all headings and rules, short paragraphs that may be labels, and what follows a time
 * that stands alone; in the order of the source.
 * @param signs where in `text` a time may be, ascending
 */
export function readBlocks(root: MarkdownNode, text: string, signs: readonly number[]): Block[] {
  const reader = new BlockReader(root, text, signs)
  reader.read(root.children, { container: 0, level: 0, nesting: 0 })
  return reader.blocks
}

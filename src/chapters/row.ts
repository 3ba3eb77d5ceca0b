/** A table's row: one cell is the time, another the title. Pure. */

import { cellBreak } from './blocks.ts'
import type { Part } from './candidates.ts'
import type { Flow } from './flow.ts'
import { type Mark, startMark } from './mark.ts'

interface Cell {
  readonly from: number
  readonly to: number
  readonly mark: Mark | undefined
}

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = []
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf(cellBreak, from)
    const to = found === -1 ? text.length : found
    cells.push({ from, to, mark: startMark(text, from, to) })
    from = to + 1
  }
  return cells
}

/** The time of a row, and its title: the first cell with words after the time, else before it. */
export function rowMark(flow: Flow): { readonly mark: Mark; readonly title: Part | undefined } | undefined {
  const { text } = flow
  const cells = cellsOf(text)
  const isAlone = ({ mark }: Cell): boolean =>
    mark !== undefined && text.slice(mark.titleFrom, mark.titleTo).trim() === ''
  const timeCell = cells.find(isAlone) ?? cells.find(({ mark }) => mark !== undefined)
  const mark = timeCell?.mark
  if (timeCell === undefined || mark === undefined) return undefined
  if (!isAlone(timeCell)) return { mark, title: { flow, from: mark.titleFrom, to: mark.titleTo } }
  const index = cells.indexOf(timeCell)
  const later = cells.slice(index + 1)
  const end = mark.end ?? later.find(isAlone)?.mark?.time
  const hasWords = ({ from, to }: Cell): boolean => /\p{L}/u.test(text.slice(from, to))
  const cell = later.find(hasWords) ?? cells.slice(0, index).find(hasWords)
  return { mark: { ...mark, end }, title: cell === undefined ? undefined : { flow, from: cell.from, to: cell.to } }
}

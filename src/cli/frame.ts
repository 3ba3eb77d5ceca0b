import type { Excerpt } from '../model/diagnostic.ts'
import { type Letter, lettersOf, plain } from './columns.ts'

/** A line of a file as it is shown. */
export interface Frame {
  readonly text: string
  /** How many columns stand before what is meant. */
  readonly before: number
}

/** How far around its place a line is looked at: lines can be as long as a feed. In UTF-16 units. */
const reach = 500

const columnsIn = (letters: readonly Letter[]): number => letters.reduce((sum, { columns }) => sum + columns, 0)

/**
 * What of a line there is room for, around what is meant.
 * @param width in columns of the terminal
 * @returns undefined where the line would tell nothing: it is empty, a fence, the bare tag of a whole element, or
 * no text that could be read
 */
export function frameOf({ text, column }: Excerpt, width: number): Frame | undefined {
  const indent = text.length - text.trimStart().length
  const start = Math.max(indent, column - 1 - reach)
  const near = text.slice(start, column - 1 + reach).trimEnd()
  if (!/[\p{L}\p{N}]/u.test(near) || /^<[\w:.-]+>?$/.test(near) || /[\0\ufffd]/.test(near)) return undefined
  const letters = lettersOf(plain(near))
  let meant = 0
  for (let at = start; meant < letters.length; meant++) {
    at += (letters[meant] as Letter).text.length
    if (at > column - 1) break
  }
  return cut(letters, meant, width)
}

/** @param meant which of the letters is pointed at; it may stand behind the last one */
function cut(letters: readonly Letter[], meant: number, width: number): Frame {
  let start = 0
  let end = letters.length
  if (columnsIn(letters) > width) {
    // Two columns are for the marks that it goes on.
    const room = width - 2
    let used = 0
    start = meant
    end = meant
    const takeLeft = (most: number): void => {
      for (let next = letters[start - 1]; next && used + next.columns <= most; next = letters[start - 1]) {
        used += next.columns
        start--
      }
    }
    takeLeft(room / 2)
    for (let next = letters[end]; next && used + next.columns <= room; next = letters[end]) {
      used += next.columns
      end++
    }
    takeLeft(room)
  }
  const head = start === 0 ? '' : '…'
  const tail = end === letters.length ? '' : '…'
  const shown = letters.slice(start, end).map(({ text }) => text)
  return { text: head + shown.join('') + tail, before: head.length + columnsIn(letters.slice(start, meant)) }
}

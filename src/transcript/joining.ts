/** What stands between words and between lines when they are joined. Pure. @see spec/transcripts.md §3 */

import type { Range } from './text-parts.ts'

/** Scripts that are written without spaces between words. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303f\\uff00-\\uffef'
const endsUnspaced = new RegExp(`[${unspaced}]$`, 'u')
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u')
/** Punctuation, or the end of a word that was cut off: `don` and `'t`. */
const attaches = /^(?:[,.;:!?…)\]}%”»]|['’](?:s|t|re|ve|ll|d|m)\b)/iu

/** A space, or nothing. @param before may be the whole text so far */
export function gapBetween(before: string, after: string): '' | ' ' {
  if (before === '' || after === '') return ''
  if (attaches.test(after)) return ''
  return isUnspaced(before, after) ? '' : ' '
}

/** Whether two words stand side by side in a script without spaces. */
export const isUnspaced = (before: string, after: string): boolean =>
  endsUnspaced.test(before.slice(-2)) && startsUnspaced.test(after)

/** Whether a sentence ends with it, quotes and brackets aside. */
export const endsSentence = (text: string): boolean => /[.!?…。！？]["'”’»)\]]*$/.test(text.slice(-8))

/** How many columns a text takes on a screen: characters of scripts that are as wide as high take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isWide(character.codePointAt(0) as number) ? 2 : 1
  return width
}

const isWide = (code: number): boolean =>
  code >= 0x1100 &&
  (code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd))

const brokenAfter = new RegExp(`[^ \\t\\n${unspaced}]+|[${unspaced}][)\\]}”’»、。，！？：；）」』】]*`, 'gu')

/** The parts of a text between which a line may end. */
export function breakable(text: string): Range[] {
  const parts: Range[] = []
  brokenAfter.lastIndex = 0
  for (let match = brokenAfter.exec(text); match !== null; match = brokenAfter.exec(text))
    parts.push({ from: match.index, to: brokenAfter.lastIndex })
  return parts
}

/** Lays parts of a text out in lines, as many in each as fit. */
export class LineFiller {
  /** Lines so far. */
  rows = 1
  readonly #text: string
  readonly #columns: number
  #used: number
  #end: number | undefined

  /** @param indent columns of the first line that something else takes */
  constructor(text: string, columns: number, indent: number) {
    this.#text = text
    this.#columns = columns
    this.#used = indent
  }

  /** @returns whether the part starts a new line */
  add({ from, to }: Range): boolean {
    const width = widthOf(this.#text.slice(this.#end ?? from, to))
    const isNew = this.#end !== undefined && this.#used + width > this.#columns
    this.#used = isNew ? widthOf(this.#text.slice(from, to)) : this.#used + width
    this.#end = to
    if (isNew) this.rows++
    return isNew
  }
}

/** The offset at which each line of a text but the first starts. */
export function lineStarts(text: string, columns: number, indent = 0): number[] {
  if (text.length * 2 + indent <= columns) return []
  const filler = new LineFiller(text, columns, indent)
  return breakable(text).flatMap((part) => (filler.add(part) ? [part.from] : []))
}

/** How text stands in a terminal. Pure. */

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What takes two columns: letters of East Asia, and emoji. @see Unicode Standard Annex 11, East Asian Width */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u
/** What stands on the letter before it, or is not to be seen. */
const none = /^[\p{Mark}\p{Format}]+$/u
const ascii = /^[\x20-\x7e]*$/

/** A letter as people see it, and how many columns it takes. */
export interface Letter {
  readonly text: string
  readonly columns: number
}

export const lettersOf = (text: string): Letter[] =>
  [...segmenter.segment(text)].map(({ segment }) => ({ text: segment, columns: columnsOfLetter(segment) }))

const columnsOfLetter = (letter: string): number => (none.test(letter) ? 0 : wide.test(letter) ? 2 : 1)

/** How many columns a line takes. */
export const columnsOf = (text: string): number =>
  ascii.test(text) ? text.length : lettersOf(text).reduce((sum, { columns }) => sum + columns, 0)

/**
 * Somebody's words as they may be printed: on one line, and without what a terminal would obey, such as colours or
 * letters that turn the direction. Each UTF-16 unit stays one, so that columns stay right.
 */
export const plain = (text: string): string =>
  text.replace(/\s/g, ' ').replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '?')

/** Breaks a line at spaces. A word that is longer than the width stays whole. @param indent of all lines but the first */
export function wrap(text: string, width: number | undefined, first: number, indent: number): string {
  if (width === undefined) return text
  let line = first
  let wrapped = ''
  for (const word of text.split(' ')) {
    const columns = columnsOf(word)
    const isFirst = wrapped === ''
    if (!isFirst && line + 1 + columns > width) {
      wrapped += `\n${' '.repeat(indent)}${word}`
      line = indent + columns
    } else {
      wrapped += isFirst ? word : ` ${word}`
      line += columns + (isFirst ? 0 : 1)
    }
  }
  return wrapped
}

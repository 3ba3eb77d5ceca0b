/** Small tools for words: cutting text to a limit, and finding the name that somebody meant. Pure. */

const encoder = new TextEncoder()

/** Length in UTF-8 bytes, which is how Apple counts. */
export const byteLength = (text: string): number => encoder.encode(text).length

const ellipsis = '…'
const ellipsisBytes = 3

/**
 * Cuts text to at most `limit` UTF-8 bytes, at the end of a word, and marks the cut with an ellipsis.
 * Never inside a grapheme (so never inside a surrogate pair or an emoji sequence) unless one alone exceeds the limit.
 */
export function cutAtWord(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text
  const end = fittingEnd(text, limit - ellipsisBytes)
  if (end === text.length || (text.length - end <= limit && byteLength(text) <= limit)) return text
  const wordEnd = lastWordEnd(text, end)
  return text.slice(0, wordEnd > end / 2 ? wordEnd : graphemeEnd(text, end)).trimEnd() + ellipsis
}

/** How many UTF-16 units from the start fit into `room` bytes, whole code points only. */
function fittingEnd(text: string, room: number): number {
  let used = 0
  for (let end = 0; end < text.length; ) {
    const code = text.codePointAt(end) as number
    used += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (used > room) return end
    end += code < 0x10000 ? 1 : 2
  }
  return text.length
}

const isSpace = (text: string, index: number): boolean => /^\s$/.test(text.charAt(index))
/** What would join a space to one grapheme with it. */
const joins = (text: string, index: number): boolean => /^[\p{M}\u200c\u200d]/u.test(text.slice(index, index + 2))

/** The end of the last whole word at or before `end`; -1 if there is none. */
function lastWordEnd(text: string, end: number): number {
  for (let index = end; index > 0; index--) if (isSpace(text, index) && !joins(text, index + 1)) return index
  return -1
}

/** The last boundary between graphemes at or before `end`. */
function graphemeEnd(text: string, end: number): number {
  // Long enough for any grapheme that people write to be seen whole.
  const following = text.slice(0, end + 64)
  let boundary = 0
  for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(following)) {
    if (index > end) break
    boundary = index
  }
  return boundary
}

/** Edits (insert, delete, replace, swap neighbours) that turn one word into the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const above = rows[i - 1] as number[]
      let best = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, ((rows[i - 2] as number[])[j - 2] as number) + 1)
      row.push(best)
    }
    rows.push(row)
  }
  return (rows[a.length] as number[])[b.length] as number
}

/** The known name that a mistyped one most likely means; undefined if none is near. Case and `-_ ` do not count. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[-_\s]/g, '')
      .slice(0, 64)
  const wanted = plain(name)
  let found: string | undefined
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const edits = distance(wanted, plain(candidate))
    if (edits < least) {
      least = edits
      found = candidate
    }
  }
  return found
}

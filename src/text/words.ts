/** Small tools for words: cutting text to a limit, and finding the name that somebody meant. Pure. */

const encoder = new TextEncoder()

/** Length in UTF-8 bytes, which is how Apple counts. */
export const byteLength = (text: string): number => encoder.encode(text).length

/**
 * Cuts text to at most `limit` UTF-8 bytes, at the end of a word, and marks the cut with an ellipsis.
 * Never inside a grapheme (so never inside a surrogate pair or an emoji sequence) unless one alone exceeds the limit.
 */
export function cutAtWord(text: string, limit: number): string {
  if (text.length * 3 <= limit || byteLength(text) <= limit) return text
  const room = limit - byteLength(ellipsis)
  const end = fittingEnd(text, room)
  const head = text.slice(0, end)
  const wordEnd = isSpace(text.charAt(end)) ? end : lastSpace(head)
  return (wordEnd > end / 2 ? head.slice(0, wordEnd) : head).trimEnd() + ellipsis
}

const ellipsis = '…'
const lastSpace = (head: string): number => {
  for (let i = head.length - 1; i >= 0; i--) if (isSpace(head.charAt(i))) return i
  return -1
}
const isSpace = (character: string): boolean => /^\s$/.test(character)

/** How much of the text fits into `room` bytes without cutting a grapheme. */
function fittingEnd(text: string, room: number): number {
  // In ASCII a character is a byte and a grapheme (all but CR LF), and finding graphemes is slow.
  if (/^[\n\x20-\x7e]*$/.test(text.slice(0, room + 1))) return Math.max(room, 0)
  let used = 0
  let end = 0
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    used += byteLength(segment)
    if (used > room) break
    end = index + segment.length
  }
  return end
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

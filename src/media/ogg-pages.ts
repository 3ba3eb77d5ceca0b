import { has, uint32le } from './bytes.ts'
import type { ReadAt } from './read-at.ts'

/** The pages that an Ogg file is made of. @see RFC 3533 §6 */

export interface Page {
  /** Where it starts, and where the next one does. */
  readonly from: number
  readonly to: number
  /** Where its packets start. */
  readonly dataFrom: number
  /** Whether a stream begins here. */
  readonly isFirst: boolean
  /** Which of the streams that share the file it belongs to. */
  readonly serial: number
  /** Up to where the packets that end here play, in the codec's units; undefined if none ends here. */
  readonly position: number | undefined
  /** How many packets end here. */
  readonly packets: number
}

const headerSize = 27
/** A page has at most 255 segments of 255 bytes. */
export const maxPageSize = headerSize + 255 + 255 * 255

/** The page that starts at an offset; undefined if there is none, or if the file ends within. */
export function pageAt(readAt: ReadAt, from: number, size: number): Page | undefined {
  const header = readAt(from, headerSize + 255)
  const segments = header[26] ?? 0
  if (header.length < headerSize + segments || !has(header, 0, 'OggS')) return undefined
  const lengths = header.subarray(headerSize, headerSize + segments)
  const dataFrom = from + headerSize + segments
  const to = dataFrom + lengths.reduce((sum, length) => sum + length, 0)
  if (to > size) return undefined
  const high = uint32le(header, 10)
  return {
    from,
    to,
    dataFrom,
    isFirst: ((header[5] ?? 0) & 2) !== 0,
    serial: uint32le(header, 14),
    // Minus one stands for none.
    position: high >= 2 ** 31 ? undefined : high * 2 ** 32 + uint32le(header, 6),
    packets: lengths.filter((length) => length < 255).length,
  }
}

/** The pages from an offset on, one after the other, up to damage or the end. */
export function* walkPages(readAt: ReadAt, from: number, size: number): Generator<Page> {
  for (let page = pageAt(readAt, from, size); page !== undefined; page = pageAt(readAt, page.to, size)) yield page
}

/** Sound pauses in a file with pictures for at most some of its pages. */
const tails = [1, 4, 16].map((pages) => pages * maxPageSize)

/** The last page of any stream that `accepts` it, near the end of the file. */
export function lastPage(readAt: ReadAt, size: number, accepts: (page: Page) => boolean): Page | undefined {
  for (const length of tails) {
    const from = Math.max(size - length, 0)
    const tail = Buffer.from(readAt(from, size - from))
    for (let at = tail.lastIndexOf('OggS'); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf('OggS', at - 1)) {
      const page = pageAt((offset, count) => tail.subarray(offset, offset + count), at, tail.length)
      if (page !== undefined && accepts(page)) return { ...page, from: page.from + from, to: page.to + from }
    }
    if (from === 0) break
  }
  return undefined
}

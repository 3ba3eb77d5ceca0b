/** Finds lines in a text that may be long. Pure. */

/** What stands before an offset. */
export interface LinesBefore {
  /** How many lines end before it. */
  readonly breaks: number
  /** Where the last of them ends, the offset of its line feed; -1 if there is none. */
  readonly lastBreak: number
}

const blockBits = 9
const blockLength = 1 << blockBits
const lineFeed = 10

/**
 * Looks through a text once, and then answers for any offset from the block that it lies in: a line, or a text, may
 * have millions of characters, and millions of places may be asked for.
 */
export function lineIndex(text: string): (offset: number) => LinesBefore {
  const blocks = (text.length >> blockBits) + 1
  const breaksBefore = new Int32Array(blocks)
  const lastBefore = new Int32Array(blocks).fill(-1)
  for (let block = 1; block < blocks; block++) {
    const before = count(block - 1, block << blockBits)
    breaksBefore[block] = before.breaks
    lastBefore[block] = before.lastBreak
  }
  return (offset) => {
    const inside = Math.min(Math.max(offset, 0), text.length)
    return count(inside >> blockBits, inside)
  }

  /** Counts on from a block's start. */
  function count(block: number, end: number): LinesBefore {
    let breaks = breaksBefore[block] as number
    let lastBreak = lastBefore[block] as number
    for (let at = block * blockLength; at < end; at++) {
      if (text.charCodeAt(at) !== lineFeed) continue
      breaks++
      lastBreak = at
    }
    return { breaks, lastBreak }
  }
}

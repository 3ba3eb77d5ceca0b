/** A place in a user's file. `line` and `column` count from 1 (UTF-16 units); `offset` counts from 0. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Turns offsets in one text into places. */
export interface PlaceTable {
  readonly at: (offset: number) => Place
  /** The place where a line (counted from 1) starts. */
  readonly atLine: (line: number) => Place
}

/**
 * Indexes a file's lines once, so that any number of offsets can be named afterwards.
 * Offsets outside the text are clamped to it.
 */
export function placesIn(file: string, text: string): PlaceTable {
  const starts = [0]
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  const at = (offset: number): Place => {
    const inside = Math.min(Math.max(offset, 0), text.length)
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= inside) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: inside - (starts[low] as number) + 1, offset: inside }
  }
  return { at, atLine: (line) => at(starts[Math.min(Math.max(line, 1), starts.length) - 1] as number) }
}

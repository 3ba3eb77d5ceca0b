/** Where in the source something was found; worked out only if somebody asks. Pure. */

import type { Line } from './lines.ts'

/** Something that was read in a line. */
export interface Find {
  readonly line: Line
  /** As it stands there, if no escape hides it. */
  readonly written: string
}

/** Finds in the source what was found in the tree. All at once, from top to bottom: so the source is read once. */
export class Locator {
  readonly #source: string
  readonly #finds: readonly Find[]
  #offsets: Map<Find, number> | undefined

  /** @param finds in the order of the source */
  constructor(source: string, finds: readonly Find[]) {
    this.#source = source
    this.#finds = finds
  }

  /** The offset of what was found; where an escape hides it, that of what comes before. */
  offsetOf(find: Find): number {
    this.#offsets ??= this.#locate()
    return this.#offsets.get(find) ?? find.line.sourceFrom
  }

  #locate(): Map<Find, number> {
    const offsets = new Map<Find, number>()
    let at = 0
    let lineFrom = -1
    let isLost = false
    for (const find of this.#finds) {
      const { sourceFrom, sourceTo } = find.line
      if (sourceFrom !== lineFrom) {
        lineFrom = sourceFrom
        at = Math.max(at, sourceFrom)
        isLost = false
      }
      const index: number = isLost ? -1 : this.#source.slice(at, sourceTo).indexOf(find.written)
      isLost = index === -1
      const offset = isLost ? at : at + index
      offsets.set(find, offset)
      at = isLost ? at : offset + find.written.length
    }
    return offsets
  }
}

/** The sections of show notes: which label the times in them stand under. Pure. */

import { type LabelKind, labelOf, maxLabelLength } from './labels.ts'

export interface Section {
  /** Different for each section. */
  readonly id: number
  /** What its heading or label announces; sections below it inherit that. */
  readonly kind: LabelKind | 'none'
  /** Headings: 1 to 6; 0 above the first one. */
  readonly level: number
  /** How many times have been found in it. */
  times: number
}

/** Labels that are no headings come below all of them. */
const labelLevel = 7

/** Follows headings and labels down the notes. */
export class SectionReader {
  readonly #labels: readonly string[]
  #open: Section[] = [{ id: 0, kind: 'none', level: 0, times: 0 }]
  #count = 0

  constructor(labels: readonly string[]) {
    this.#labels = labels
  }

  /** The section at this point. */
  get current(): Section {
    return this.#open.at(-1) as Section
  }

  heading(text: string, level: number): void {
    this.#enter(labelOf(text.trim(), this.#labels), level)
  }

  /** A rule ends what a label has begun; below a heading it only decorates. */
  rule(): void {
    if (this.current.level === labelLevel && this.current.times > 0) this.#open.pop()
  }

  /**
   * Takes a line without a time for a label if it looks like one.
   * @param alone it is a whole paragraph, or a time follows it directly
   * @returns whether it announces something
   */
  line(text: string, emphatic: boolean, alone: boolean): boolean {
    const line = text.trim()
    if (line === '' || line.length > maxLabelLength) return false
    const ends = /[:：]$/.test(line)
    const looksLikeLabel = ends || (alone && (emphatic || /^[^.!?。！？]{1,40}$/u.test(line)))
    const kind = looksLikeLabel ? labelOf(line, this.#labels) : undefined
    if (kind !== undefined) this.#enter(kind, labelLevel)
    else if ((ends || emphatic) && this.current.level === labelLevel && this.current.times > 0)
      this.#enter(undefined, labelLevel)
    return kind !== undefined
  }

  #enter(kind: LabelKind | undefined, level: number): void {
    while (this.current.level >= level) this.#open.pop()
    this.#count++
    this.#open.push({ id: this.#count, kind: kind ?? this.current.kind, level, times: 0 })
  }
}

/** Where something that a chapter speaks of is. @see spec/chapters.md §2 JSON */
export interface ChapterLocation {
  /** In words: `Berlin`. */
  readonly name: string
  /** A `geo:` URI. @see RFC 5870 */
  readonly geo: string
  /** The OpenStreetMap object: `R113314`. */
  readonly osm?: string
}

/** One chapter of an episode. @see spec/chapters.md §2, JSON chapters 1.2 */
export interface Chapter {
  /** Where it starts, in seconds from the start of the audio; 0 or more, at most 3 decimals. */
  readonly start: number
  /** Where it ends, in seconds; greater than `start`. Absent: where the next one starts. */
  readonly end?: number
  /** Plain text, one line, never empty. */
  readonly title: string
  /** A page about it: an absolute http(s) URL. */
  readonly url?: string
  /** A picture to show while it plays: an absolute http(s) URL. */
  readonly img?: string
  /** False: apps follow it but do not list it. Absent means true. */
  readonly toc?: boolean
  readonly location?: ChapterLocation
}

/** What lists of episodes, and an episode's neighbours, need to know of it. Plain data, small enough to keep for all. */
export interface EpisodeSummary {
  readonly slug: string
  readonly title: string
  readonly subtitle?: string | undefined
  /** Epoch milliseconds. */
  readonly dateMs: number
  /** Epoch milliseconds. */
  readonly updatedMs?: number | undefined
  /** Its own page. Absolute. */
  readonly pageUrl: string
  /** Where the item's link leads. Absolute. */
  readonly link: string
  /** Plain text, cut to some 300 bytes. */
  readonly summary: string
  /** Playing time in seconds. */
  readonly duration?: number | undefined
  readonly season?: number | undefined
  readonly episodeNumber?: number | undefined
  readonly episodeType?: 'full' | 'trailer' | 'bonus' | undefined
  /** Its own artwork. Absolute. */
  readonly image?: string | undefined
}

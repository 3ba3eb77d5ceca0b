/** What decides an episode's place in a feed. */
export interface Placed {
  /** When it was published, epoch milliseconds. */
  readonly dateMs: number
  readonly episodeNumber?: number | undefined
  /** Unique in the show. */
  readonly slug: string
}

/**
 * Newest first: by date, then by episode number (higher first, none last), then by slug. Slugs are compared by code
 * unit, so that the order is total and the same on every machine. For `Array.prototype.sort`.
 */
export function newestFirst(a: Placed, b: Placed): number {
  if (a.dateMs !== b.dateMs) return b.dateMs - a.dateMs
  const [numberA, numberB] = [a.episodeNumber ?? -1, b.episodeNumber ?? -1]
  if (numberA !== numberB) return numberB - numberA
  return a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0
}

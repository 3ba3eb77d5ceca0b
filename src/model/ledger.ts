/** What subscribers have seen of one episode. */
export interface LedgerEntry {
  readonly slug: string
  readonly guid: string
  /** Enclosure URL as last published. */
  readonly enclosure: string
  /** The episode's date when it was first published: ISO 8601 in UTC. */
  readonly date: string
  /** The variants of the feed that it is in, sorted; absent if there are none. */
  readonly feeds?: readonly string[] | undefined
}

/** The committed memory of what has been published: `podcast.ledger.json`. */
export interface Ledger {
  readonly version: 1
  /** Absent until the first build. */
  readonly feed?: { readonly url: string; readonly guid: string } | undefined
  /** The variants of the feed by id; absent if there are none. */
  readonly feeds?: Readonly<Record<string, { readonly url: string; readonly guid: string }>> | undefined
  /** Sorted by slug. */
  readonly episodes: readonly LedgerEntry[]
}

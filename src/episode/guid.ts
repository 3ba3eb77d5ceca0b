import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { Show } from '../model/show.ts'
import { uuidV5 } from '../text/uuid.ts'

/** The ledger, ready to be asked. */
export interface LedgerIndex {
  readonly bySlug: ReadonlyMap<string, LedgerEntry>
  readonly byEnclosure: ReadonlyMap<string, LedgerEntry>
}

export function indexLedger(ledger: Ledger): LedgerIndex {
  return {
    bySlug: new Map(ledger.episodes.map((entry) => [entry.slug, entry])),
    byEnclosure: new Map(ledger.episodes.map((entry) => [entry.enclosure, entry])),
  }
}

/** What tells one episode from the others. */
export interface Identity {
  readonly slug: string
  /** The guid in the frontmatter, if it states one. */
  readonly writtenGuid?: string | undefined
  /** Enclosure URL. */
  readonly enclosure: string
}

/**
 * An episode that was published before: the one with this slug, or, after a rename, the one with this audio.
 */
export const publishedBefore = (identity: Identity, ledger: LedgerIndex): LedgerEntry | undefined =>
  ledger.bySlug.get(identity.slug) ?? ledger.byEnclosure.get(identity.enclosure)

/** The guid that a new episode gets: by the show's own pattern, else a UUID made from the show's guid and the slug. */
export function deriveGuid(slug: string, show: Pick<Show, 'guid' | 'episodeGuid'>): string {
  if (show.episodeGuid === undefined) return uuidV5(slug, show.guid)
  return show.episodeGuid.replaceAll('{slug}', slug).replaceAll('{showGuid}', show.guid)
}

/** The guid of an episode: as written, else as published, else derived once. */
export const guidOf = (identity: Identity, show: Pick<Show, 'guid' | 'episodeGuid'>, ledger: LedgerIndex): string =>
  identity.writtenGuid ?? publishedBefore(identity, ledger)?.guid ?? deriveGuid(identity.slug, show)

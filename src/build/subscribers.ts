import { codes as guidCodes } from '../episode/codes.ts'
import { indexLedger, publishedBefore } from '../episode/guid.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Ledger, LedgerEntry } from '../model/ledger.ts'
import type { Show } from '../model/show.ts'
import type { Place } from '../text/place.ts'
import { slugOfFile } from '../text/slug.ts'
import { codes } from './codes.ts'
import type { FindPlace, Neighbour } from './neighbours.ts'

const report = reporter({ ...codes, 'guid/changed': guidCodes['guid/changed'] })

/** What is needed to hold this build against what subscribers have seen. */
export interface SubscriberCheck {
  readonly show: Show
  readonly ledger: Ledger
  readonly neighbours: readonly Neighbour[]
  /** Files that could not be compiled: their episodes are broken, not gone. */
  readonly failed: readonly string[]
  /** What the podcaster accepts on purpose: `feed-url`, `feed-guid`, `guid:SLUG`, `removed:SLUG`. */
  readonly accept: readonly string[]
  readonly findPlace: FindPlace
  readonly placeOfEntry: (entry: LedgerEntry) => Place | undefined
  readonly placeInShow: (key: readonly string[]) => Place | undefined
}

/**
 * No published episode may lose or change its guid, nor the feed its address or guid, unless that is accepted by name.
 */
export function checkSubscribers(check: SubscriberCheck): Diagnostic[] {
  const used = new Set<string>()
  const accepted = (what: string): boolean => {
    if (!check.accept.includes(what)) return false
    used.add(what)
    return true
  }
  const found = [...checkFeed(check, accepted), ...checkEpisodes(check, accepted)]
  const unused = check.accept.filter((what) => !used.has(what))
  return [...found, ...unused.map((accept) => report('ledger/unused-accept', { accept }))]
}

type Accepted = (what: string) => boolean

function checkFeed({ show, ledger, placeInShow }: SubscriberCheck, accepted: Accepted): Diagnostic[] {
  const { feed } = ledger
  if (feed === undefined) return []
  const found: Diagnostic[] = []
  if (feed.url !== show.feedUrl && !accepted('feed-url'))
    found.push(report('ledger/feed-url-changed', { published: feed.url, now: show.feedUrl }, placeInShow(['feedUrl'])))
  if (feed.guid !== show.guid && !accepted('feed-guid'))
    found.push(report('ledger/feed-guid-changed', { published: feed.guid, now: show.guid }, placeInShow(['guid'])))
  return found
}

function checkEpisodes(check: SubscriberCheck, accepted: Accepted): Diagnostic[] {
  const index = indexLedger(check.ledger)
  const guids = new Set(check.neighbours.map(({ record }) => record.guid))
  const broken = new Set(check.failed.map(slugOfFile))
  const changed = new Set<LedgerEntry>()
  const found: Diagnostic[] = []
  for (const { path, record } of check.neighbours) {
    const before = publishedBefore({ slug: record.summary.slug, enclosure: record.enclosure }, index)
    // The guid lives on in another episode: that is a swap of names, and no subscriber loses anything.
    if (before === undefined || guids.has(before.guid)) continue
    changed.add(before)
    const { slug } = record.summary
    if (accepted(`guid:${slug}`)) continue
    const facts = { slug, published: before.guid, now: record.guid }
    found.push(report('guid/changed', facts, check.findPlace(path, ['guid'])))
  }
  for (const entry of check.ledger.episodes) {
    if (guids.has(entry.guid) || changed.has(entry) || broken.has(entry.slug)) continue
    if (accepted(`removed:${entry.slug}`)) continue
    found.push(report('ledger/episode-missing', { slug: entry.slug }, check.placeOfEntry(entry)))
  }
  return found
}

/** The ledger after this build: what was seen before and is still here keeps its first date; drafts leave no trace. */
export function nextLedger(show: Show, before: Ledger, neighbours: readonly Neighbour[], nowMs: number): Ledger {
  const known = new Map(before.episodes.map((entry) => [entry.guid, entry]))
  const seen = ({ record }: Neighbour): boolean =>
    known.has(record.guid) || (!record.draft && record.summary.dateMs <= nowMs)
  const episodes = neighbours.filter(seen).map(({ record }): LedgerEntry => {
    const { slug, dateMs } = record.summary
    return {
      slug,
      guid: record.guid,
      enclosure: record.enclosure,
      date: known.get(record.guid)?.date ?? new Date(dateMs).toISOString(),
    }
  })
  return {
    version: 1,
    feed: { url: show.feedUrl, guid: show.guid },
    episodes: episodes.sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)),
  }
}

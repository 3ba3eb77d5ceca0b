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
  /** What the podcaster accepts on purpose: `feed-url`, `feed-guid`, `guid:SLUG`, `removed:SLUG`; of a variant, `…@ID`. */
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

function checkFeed(check: SubscriberCheck, accepted: Accepted): Diagnostic[] {
  const { show, ledger, placeInShow } = check
  const own = ledger.feed === undefined ? [] : checkAddress(check, ledger.feed, show, '', accepted)
  const variants = Object.entries(ledger.feeds ?? {}).flatMap(([id, published]) => {
    const now = show.feeds.find((feed) => feed.id === id)
    if (now !== undefined) return checkAddress(check, published, now, `@${id}`, accepted)
    if (accepted(`removed@${id}`)) return []
    return [report('ledger/feed-missing', { id, url: published.url }, placeInShow(['feeds']))]
  })
  return [...own, ...variants]
}

/** @param of behind the words that accept: empty for the show's feed, `@ID` for a variant */
function checkAddress(
  { placeInShow }: SubscriberCheck,
  published: { readonly url: string; readonly guid: string },
  now: { readonly feedUrl: string; readonly guid: string },
  of: string,
  accepted: Accepted,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const urlFacts = { published: published.url, now: now.feedUrl, accept: `feed-url${of}` }
  if (published.url !== now.feedUrl && !accepted(urlFacts.accept))
    found.push(report('ledger/feed-url-changed', urlFacts, placeInShow([of === '' ? 'feedUrl' : 'feeds'])))
  const guidFacts = { published: published.guid, now: now.guid, accept: `feed-guid${of}` }
  if (published.guid !== now.guid && !accepted(guidFacts.accept))
    found.push(report('ledger/feed-guid-changed', guidFacts, placeInShow([of === '' ? 'guid' : 'feeds'])))
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
  found.push(...checkVariants(check, accepted))
  for (const entry of check.ledger.episodes) {
    if (guids.has(entry.guid) || changed.has(entry) || broken.has(entry.slug)) continue
    if (accepted(`removed:${entry.slug}`)) continue
    found.push(report('ledger/episode-missing', { slug: entry.slug }, check.placeOfEntry(entry)))
  }
  return found
}

/** No episode leaves a variant of the feed while it is still in the show. */
function checkVariants({ ledger, neighbours, show, findPlace }: SubscriberCheck, accepted: Accepted): Diagnostic[] {
  const ids = new Set(show.feeds.map(({ id }) => id))
  if (ids.size === 0) return []
  const before = new Map(ledger.episodes.map((entry) => [entry.guid, entry.feeds ?? []]))
  return neighbours.flatMap(({ path, record, variants }) => {
    const left = (before.get(record.guid) ?? []).filter((id) => ids.has(id) && !variants.includes(id))
    const { slug } = record.summary
    return left
      .filter((id) => !accepted(`removed:${slug}@${id}`))
      .map((id) => report('ledger/episode-left-feed', { slug, id }, findPlace(path, [])))
  })
}

/** The ledger after this build: what was seen before and is still here keeps its first date; drafts leave no trace. */
export function nextLedger(show: Show, before: Ledger, neighbours: readonly Neighbour[], nowMs: number): Ledger {
  const known = new Map(before.episodes.map((entry) => [entry.guid, entry]))
  const seen = ({ record }: Neighbour): boolean =>
    known.has(record.guid) || (!record.draft && record.summary.dateMs <= nowMs)
  const episodes = neighbours.filter(seen).map(({ record, variants }): LedgerEntry => {
    const { slug, dateMs } = record.summary
    return {
      slug,
      guid: record.guid,
      enclosure: record.enclosure,
      date: known.get(record.guid)?.date ?? new Date(dateMs).toISOString(),
      ...(variants.length === 0 ? {} : { feeds: [...variants].sort() }),
    }
  })
  return {
    version: 1,
    feed: { url: show.feedUrl, guid: show.guid },
    ...(show.feeds.length === 0 ? {} : { feeds: feedsOf(show) }),
    episodes: episodes.sort((a, b) => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)),
  }
}

const feedsOf = ({ feeds }: Show): NonNullable<Ledger['feeds']> =>
  Object.fromEntries(
    [...feeds].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, feedUrl, guid }) => [id, { url: feedUrl, guid }]),
  )

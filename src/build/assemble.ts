import { type FeedPage, type FeedPlan, feedPages, feedPlans } from '../feed/plan.ts'
import type { Show } from '../model/show.ts'
import type { OutputFolder } from '../publish/output.ts'
import { type PieceReader, readPart, readPublished } from '../publish/parts.ts'
import { type Staged, stageStream } from '../publish/stage.ts'
import type { PublishedPiece } from './cache.ts'
import type { ItemPiece } from './compile-file.ts'
import type { Published } from './entry.ts'

/** The feeds in the stage, and where each episode's items lie in them. */
export interface AssembledFeeds {
  readonly staged: readonly Staged[]
  /** In the order of the episodes, by {@link FeedPlan.items}. */
  readonly pieces: readonly Readonly<Record<string, PublishedPiece>>[]
}

/** A file of a feed, and what it holds. */
export interface FeedDocument extends FeedPage<Published> {
  readonly plan: FeedPlan
  /** The newest date in the feed's content, epoch milliseconds. */
  readonly updatedMs: number
}

/** All files of all feeds of a show. @param published in the order of the feeds */
export function feedDocuments(show: Show, published: readonly Published[]): FeedDocument[] {
  return feedPlans(show).flatMap((plan) => {
    const own = plan.isMain ? published : published.filter(({ variants }) => variants.includes(plan.id))
    const updatedMs = newestDate(own)
    return feedPages(plan, own).map((page) => ({ ...page, plan, updatedMs }))
  })
}

/** Stands in for a clock in the feeds. */
const newestDate = (published: readonly Published[]): number =>
  published.reduce((newest, { record: { summary } }) => Math.max(newest, summary.dateMs, summary.updatedMs ?? 0), 0)

/**
 * Joins the episodes' items to every feed that the show wants. One item is in memory at a time.
 * @param published in the order of the feeds
 */
export function assembleFeeds(show: Show, folder: OutputFolder, published: readonly Published[]): AssembledFeeds {
  const pieces = new Map<Published, Record<string, PublishedPiece>>(published.map((entry) => [entry, {}]))
  const parts = itemReader(folder)
  const staged = feedDocuments(show, published).map((document, index) => {
    const stream = stageStream(folder, `feed-${index}`, document.path, 'feeds')
    writeFeed(document, stream.write, parts.read, (entry, piece) => {
      const own = pieces.get(entry)
      if (own !== undefined) own[document.plan.items] ??= piece
    })
    return stream.end()
  })
  parts.close()
  return { staged, pieces: published.map((entry) => pieces.get(entry) ?? {}) }
}

function writeFeed(
  { plan, path, entries, links, updatedMs }: FeedDocument,
  writeBytes: (bytes: Uint8Array) => void,
  read: (piece: ItemPiece) => Uint8Array,
  onItem: (entry: Published, piece: PublishedPiece) => void,
): void {
  const { format, show, items } = plan
  let offset = 0
  const write = (bytes: Uint8Array): PublishedPiece => {
    const piece = { path, offset, length: bytes.length }
    writeBytes(bytes)
    offset += bytes.length
    return piece
  }
  const separator = Buffer.from(format.separator)
  write(Buffer.from(format.open(show, { updatedMs, ...(links === undefined ? {} : { links }) })))
  for (const [index, entry] of entries.entries()) {
    if (index > 0) write(separator)
    const item = entry.items[items]
    if (item === undefined) throw new Error(`bug: an episode has no item for the feed ${plan.id}`)
    onItem(entry, write(read(item)))
  }
  write(Buffer.from(format.close(show)))
}

/** Reads items from the parts and the published feeds in which they lie, each opened once. */
function itemReader(folder: OutputFolder): { read: (piece: ItemPiece) => Uint8Array; close: () => void } {
  const readers = new Map<string, PieceReader>()
  return {
    read: ({ part, isPublished, ...piece }) => {
      const name = `${isPublished ? 'published' : 'part'} ${part}`
      let reader = readers.get(name)
      if (reader === undefined) {
        reader = isPublished ? readPublished(folder, part) : readPart(folder, part)
        readers.set(name, reader)
      }
      return reader.read(piece)
    },
    close: () => {
      for (const reader of readers.values()) reader.close()
    },
  }
}

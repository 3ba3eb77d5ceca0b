import { feedFormats } from '../feed/formats/index.ts'
import type { FeedFormat } from '../model/feed-format.ts'
import type { Show } from '../model/show.ts'
import type { OutputFolder } from '../publish/output.ts'
import { type Piece, type PieceReader, readPart, readPublished } from '../publish/parts.ts'
import { type Staged, stageStream } from '../publish/stage.ts'
import type { ItemPiece } from './compile-file.ts'

/** A piece's `part` when its bytes lie in the feed that is published now. */
export const publishedPart = 'published'

/** One episode's items, by the feed format's id. */
export type Items = Readonly<Record<string, ItemPiece>>

/** The feeds in the stage, and where each episode's items lie in them. */
export interface AssembledFeeds {
  readonly staged: readonly Staged[]
  /** In the order of the episodes. */
  readonly pieces: readonly Readonly<Record<string, Piece>>[]
}

/**
 * Joins the episodes' items, in their order, to every feed that the show wants. One item is in memory at a time.
 * @param updatedMs the newest date in the content, epoch milliseconds
 */
export function assembleFeeds(
  show: Show,
  folder: OutputFolder,
  episodes: readonly Items[],
  updatedMs: number,
): AssembledFeeds {
  const pieces: Record<string, Piece>[] = episodes.map(() => ({}))
  const staged = feedFormats
    .filter((format) => format.wanted(show))
    .map((format) => {
      const feed = assembleFeed(format, show, folder, episodes, updatedMs)
      feed.pieces.forEach((piece, index) => {
        const own = pieces[index]
        if (own !== undefined) own[format.id] = piece
      })
      return feed.staged
    })
  return { staged, pieces }
}

function assembleFeed(
  format: FeedFormat,
  show: Show,
  folder: OutputFolder,
  episodes: readonly Items[],
  updatedMs: number,
): { staged: Staged; pieces: readonly Piece[] } {
  const parts = new Map<string, PieceReader>()
  const bytesOf = ({ part, ...piece }: ItemPiece): Uint8Array => {
    let reader = parts.get(part)
    if (reader === undefined) {
      reader = part === publishedPart ? readPublished(folder, format.path) : readPart(folder, part)
      parts.set(part, reader)
    }
    return reader.read(piece)
  }
  const stream = stageStream(folder, `feed-${format.id}`, format.path, 'feeds')
  let offset = 0
  const write = (bytes: Uint8Array): Piece => {
    const piece = { offset, length: bytes.length }
    stream.write(bytes)
    offset += bytes.length
    return piece
  }
  const separator = Buffer.from(format.separator)
  write(Buffer.from(format.open(show, { updatedMs })))
  const pieces = episodes.map((items, index) => {
    if (index > 0) write(separator)
    const item = items[format.id]
    if (item === undefined) throw new Error(`bug: an episode has no item for the feed ${format.id}`)
    return write(bytesOf(item))
  })
  write(Buffer.from(format.close(show)))
  for (const reader of parts.values()) reader.close()
  return { staged: stream.end(), pieces }
}

import type { Wave } from '../model/document.ts'
import { type CachedFile, stampOf } from './cache.ts'
import type { EpisodeFile } from './compile-episodes.ts'
import type { CompiledFile, ItemPiece } from './compile-file.ts'
import type { Neighbour } from './neighbours.ts'
import type { BuildPlan } from './plan.ts'

/** One file of the show in this build, compiled now or before. */
export interface Entry extends EpisodeFile {
  readonly documents: readonly { readonly path: string; readonly wave: Wave }[]
  readonly items: Readonly<Record<string, ItemPiece>>
  /** The variants of the feed that it is in. */
  readonly variants: readonly string[]
}

/** An entry of the last build. */
export function entryOfCached({ stamp, diagnostics, record, dueMs, documents, items, variants }: CachedFile): Entry {
  const published = Object.entries(items).map(([name, piece]) => [
    name,
    { ...piece, part: piece.path, isPublished: true },
  ])
  return {
    path: stamp.path,
    diagnostics,
    record,
    dueMs,
    documents,
    items: Object.fromEntries(published) as Entry['items'],
    lasting: true,
    variants,
  }
}

/** An entry of this build. */
export const entryOfCompiled = ({ staged, ...file }: CompiledFile): Entry => ({
  ...file,
  documents: staged.map(({ path, wave }) => ({ path, wave })),
})

/** An entry that takes part in the feeds. */
export type Published = Entry & Neighbour

export const isPublished = (entry: Entry): entry is Published => entry.record !== undefined

/** What the next build will want to know of a file. */
export function cachedOf(
  { path, diagnostics, record, dueMs, documents, items, variants }: Entry,
  pieces: CachedFile['items'] | undefined,
  { stamps }: BuildPlan,
  showDir: string,
): CachedFile {
  const stamp = stamps.get(path)
  if (stamp === undefined) throw new Error(`bug: ${path} was compiled but never looked at`)
  const files = [...(record?.media ?? []).map(({ from }) => from), ...(record?.parts ?? [])]
  const watched = files.flatMap((file) => stampOf(showDir, file) ?? [])
  return { stamp, watched, diagnostics, record, dueMs, documents, items: pieces ?? publishedItems(items), variants }
}

/** The items of an entry that stay where they are published. */
const publishedItems = (items: Entry['items']): CachedFile['items'] =>
  Object.fromEntries(
    Object.entries(items).map(([name, { part, offset, length }]) => [name, { path: part, offset, length }]),
  )

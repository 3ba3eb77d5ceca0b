import type { OutputFolder } from '../publish/output.ts'
import { openPart, type Part, type Piece } from '../publish/parts.ts'
import { type Staged, stageDocument } from '../publish/stage.ts'
import { type Artifacts, episodeArtifacts } from './artifacts.ts'
import { type CompileContext, compileEpisodes, type EpisodeFile } from './compile-episodes.ts'
import type { TaggedEpisode } from './tagging.ts'

/** An item's bytes: in a part of the stage, or in a feed that is published now. */
export interface ItemPiece extends Piece {
  /** The part's name, or the feed's path in the output folder. */
  readonly part: string
  readonly isPublished: boolean
}

/** What became of one file. */
export interface CompiledFile extends EpisodeFile {
  readonly staged: readonly Staged[]
  /** By {@link FeedPlan.items}. */
  readonly items: Readonly<Record<string, ItemPiece>>
  /** The variants of the feed that it is in. */
  readonly variants: readonly string[]
}

/** Compiles files on one thread, putting what they become into the stage. */
export interface FileCompiler {
  readonly compile: (paths: readonly string[]) => Promise<CompiledFile[]>
  /** Finishes the thread's parts; nothing may be compiled afterwards. */
  readonly close: () => void
}

/** @param thread names the thread, so that its files in the stage are its own. */
export function fileCompiler(context: CompileContext, folder: OutputFolder, thread: number): FileCompiler {
  const parts = new Map<string, { name: string; part: Part }>()
  let stagedCount = 0

  const appendItem = (format: string, item: string): ItemPiece => {
    let open = parts.get(format)
    if (open === undefined) {
      const name = `items-${thread}.${format}`
      open = { name, part: openPart(folder, name) }
      parts.set(format, open)
    }
    return { part: open.name, isPublished: false, ...open.part.append(item) }
  }
  const stageName = (): string => `${thread}-${stagedCount++}`
  const stage = (
    { documents, items, variants }: Artifacts,
    tagged: TaggedEpisode | undefined,
  ): Pick<CompiledFile, 'staged' | 'items' | 'variants'> => ({
    variants,
    staged: [
      ...(tagged === undefined ? [] : [tagged.stage(folder, stageName())]),
      ...documents.map(({ path, wave, body }) => stageDocument(folder, stageName(), path, wave, body)),
    ],
    items: Object.fromEntries(Object.entries(items).map(([format, item]) => [format, appendItem(format, item)])),
  })

  return {
    compile: async (paths) => {
      const { show, templates } = context
      const compiled = await compileEpisodes(paths, context)
      const artifacts = compiled.map(({ episode }) => episode && episodeArtifacts(episode, show, templates))
      return compiled.map(({ file, tagged }, index) => {
        const own = artifacts[index]
        return own === undefined ? { ...file, staged: [], items: {}, variants: [] } : { ...file, ...stage(own, tagged) }
      })
    },
    close: () => {
      for (const { part } of parts.values()) part.close()
    },
  }
}

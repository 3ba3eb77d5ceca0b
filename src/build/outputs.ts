import { join } from 'node:path'
import { renditionPath } from '../media/rendition-folder.ts'
import type { Document } from '../model/document.ts'
import type { LocalFile } from '../model/show.ts'
import type { OpenFolder } from '../publish/output.ts'
import { type Staged, stageCopy, stageDocument } from '../publish/stage.ts'
import { siteDocuments } from '../site/assets.ts'
import { renderIndexPage } from '../site/render.ts'
import { type AssembledFeeds, assembleFeeds, feedDocuments } from './assemble.ts'
import type { CompiledFile } from './compile-file.ts'
import type { Published } from './entry.ts'
import type { LoadedShow } from './load-show.ts'
import { picturesOf } from './picture-folder.ts'
import type { BuildPlan } from './plan.ts'

/** Everything that a build is about to publish. */
export interface Outputs {
  readonly staged: readonly Staged[]
  /** What stays as the last build left it. */
  readonly kept: readonly { readonly path: string }[]
  /** Absent: the feeds stay as they are. */
  readonly feeds: AssembledFeeds | undefined
}

/** Puts into the stage what the episodes make together, beside what each of them has staged already. */
export function stageOutputs(
  { folder, manifest }: OpenFolder,
  loaded: LoadedShow,
  showDir: string,
  plan: BuildPlan,
  compiled: readonly CompiledFile[],
  published: readonly Published[],
): Outputs {
  const { show } = loaded
  const feeds = plan.idle ? undefined : assembleFeeds(show, folder, published)
  const shared = sharedDocuments(loaded, published).map(({ path, wave, body }, index) =>
    stageDocument(folder, `shared-${index}`, path, wave, body),
  )
  const pictures = picturesOf(folder)
  const copies = localFiles(show.media, published).map(({ from, to, made }, index) => {
    const source = made === undefined ? join(showDir, from) : renditionPath(pictures, made)
    return stageCopy(folder, `media-${index}`, to, 'media', source, manifest.files.get(to))
  })
  const feedPaths = plan.idle ? feedDocuments(show, published).map(({ path }) => ({ path })) : []
  return {
    staged: [...compiled.flatMap((file) => file.staged), ...shared, ...copies, ...(feeds?.staged ?? [])],
    kept: [...plan.fresh.flatMap(({ documents }) => documents.map(({ path }) => ({ path }))), ...feedPaths],
    feeds,
  }
}

/** The documents that belong to the show as a whole, without the feeds. */
function sharedDocuments({ show, templates }: LoadedShow, published: readonly Published[]): Document[] {
  if (!show.output.site) return []
  const body = renderIndexPage(
    templates,
    show,
    published.map(({ record }) => record.summary),
  )
  return [...siteDocuments(templates), { path: 'index.html', wave: 'pages', body }]
}

/** All local files to publish, each once. */
function localFiles(shared: readonly LocalFile[], published: readonly Published[]): LocalFile[] {
  const all = [...shared, ...published.flatMap(({ record }) => record.media)]
  return [...new Map(all.map((file) => [file.to, file])).values()]
}

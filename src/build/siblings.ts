import { readdirSync, realpathSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { slugOfFile } from '../text/slug.ts'

/** A file that belongs to an episode by its name: `hello.low.mp3` to `hello.md`. */
export interface Sibling {
  /** Relative to the show's folder, with `/`. */
  readonly path: string
  /** What its name has between the episode's name and the extension: `low`; empty if nothing. */
  readonly part: string
  /** In lower case, without the dot. */
  readonly extension: string
}

/** The files in the folders of a show, each folder read once. */
export interface FolderIndex {
  /** The files in a folder that are called `stem.…`, sorted. */
  readonly called: (folder: string, stem: string) => readonly string[]
}

export function folderIndex(showDir: string): FolderIndex {
  const folders = new Map<string, ReadonlyMap<string, readonly string[]>>()
  return {
    called: (folder, stem) => {
      let names = folders.get(folder)
      if (names === undefined) {
        names = byStem(namesIn(showDir, folder))
        folders.set(folder, names)
      }
      return names.get(stem) ?? []
    },
  }
}

/** None of a folder that lies outside of the show, also through a link. */
function namesIn(showDir: string, folder: string): string[] {
  try {
    const [show, real] = [realpathSync(showDir), realpathSync(join(showDir, folder))]
    if (real !== show && !real.startsWith(show + sep)) return []
    const entries = readdirSync(real, { withFileTypes: true })
    return entries.flatMap((entry) => (entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [])).sort()
  } catch {
    // A folder that is not there has no files.
    return []
  }
}

/** `a.low.mp3` is called `a` and `a.low`; where there is an episode `a.low.md`, it is that one's alone. */
function byStem(names: readonly string[]): Map<string, string[]> {
  const episodes = new Set(names.filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length)))
  const found = new Map<string, string[]>()
  for (const name of names) {
    const stems = stemsOf(name)
    const owner = stems.findLast((stem) => episodes.has(stem))
    for (const stem of owner === undefined ? stems : [owner]) {
      const same = found.get(stem)
      if (same === undefined) found.set(stem, [name])
      else same.push(name)
    }
  }
  return found
}

/** What stands before each dot of a name, the shortest first. */
function stemsOf(name: string): string[] {
  const stems: string[] = []
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) stems.push(name.slice(0, dot))
  return stems
}

/** The folder beside the episodes, or in the show, in which audio may lie. */
const audioFolder = 'audio'

/**
 * The files that belong to an episode by their names: its own, or its slug, in its folder, in `audio/` there or in the
 * show's folder, or in the folders that the show names.
 * @param path the episode's file, relative to the show's folder
 */
export function siblingsOf(index: FolderIndex, path: string, slug: string, folders: readonly string[]): Sibling[] {
  const own = posix.dirname(path)
  const fileStem = posix.basename(path, '.md')
  const places = [
    ...new Set([own, posix.join(own, audioFolder), audioFolder, ...folders.map((one) => posix.normalize(one))]),
  ]
  const stems = [...new Set([fileStem, slug, slugOfFile(path)])]
  const found = new Map<string, Sibling>()
  for (const folder of places)
    for (const stem of stems)
      for (const name of index.called(folder, stem)) {
        const file = posix.join(folder, name)
        if (!found.has(file)) found.set(file, siblingAt(file, name.slice(stem.length + 1)))
      }
  return [...found.values()].filter(({ extension }) => extension !== 'md')
}

function siblingAt(path: string, rest: string): Sibling {
  const dot = rest.lastIndexOf('.')
  return { path, part: dot === -1 ? '' : rest.slice(0, dot), extension: rest.slice(dot + 1).toLowerCase() }
}

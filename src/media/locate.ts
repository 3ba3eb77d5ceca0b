import { opendirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, posix, relative, resolve, sep } from 'node:path'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { nearest } from '../text/words.ts'
import { codes } from './codes.ts'

export { isLocalReference } from '../text/reference.ts'

const report = reporter(codes)

/** In a folder with more entries than this, no look-alike is sought: it would cost more than it helps. */
const maxEntriesForHint = 1000

/** Where a reference leads: a file of the show, or why not. */
export type Found =
  | { readonly path: string; readonly problem?: never }
  | { readonly path?: never; readonly problem: 'not-found' | 'outside-show' | 'not-a-file' | 'empty-file' }

/**
 * Looks a file up beside the file that names it, then from the show's folder. A backslash separates folders, as on
 * Windows; where the name as written does not exist, percent-codes and the other Unicode form of accents are tried.
 * @param namedBy the naming file, relative to the show's folder
 * @returns its path relative to the show's folder, with `/`
 */
export function findInShow(showDir: string, namedBy: string, reference: string): Found {
  const show = resolve(showDir)
  const candidates = candidatesOf(namedBy, reference)
  const inside = candidates.filter((path) => !leavesShow(path))
  let problem: Found['problem'] = candidates.length > 0 && inside.length === 0 ? 'outside-show' : 'not-found'
  for (const path of inside) {
    const absolute = resolve(show, path)
    const stats = statOf(absolute)
    if (stats === undefined) continue
    if (!reallyLiesIn(show, absolute)) return { problem: 'outside-show' }
    if (stats.isFile()) return stats.size === 0 ? { problem: 'empty-file' } : { path }
    problem = 'not-a-file'
  }
  return { problem }
}

/**
 * Finds a file that the show names, and says so where it can't.
 * @param namedBy the naming file, relative to the show's folder, such as `episodes/a.md`
 * @returns its path relative to the show's folder, with `/`; or media/not-found, media/outside-show (also through a
 *   symlink), media/not-a-file, media/empty-file
 */
export function locateInShow(showDir: string, namedBy: string, reference: string, place: Place): Outcome<string> {
  const { path, problem } = findInShow(showDir, namedBy, reference)
  switch (problem) {
    case undefined:
      return { value: path, diagnostics: [] }
    case 'not-found': {
      const near = nearestFile(showDir, namedBy, reference)
      return { value: undefined, diagnostics: [report('media/not-found', { reference, near }, place)] }
    }
    case 'outside-show': {
      const near = pathMeant(showDir, namedBy, reference)
      return { value: undefined, diagnostics: [report('media/outside-show', { reference, near }, place)] }
    }
    default:
      return { value: undefined, diagnostics: [report(`media/${problem}`, { reference }, place)] }
  }
}

/** Paths that a reference may mean, relative to the show's folder, most likely first; `..` may lead out of it. */
function candidatesOf(namedBy: string, reference: string): string[] {
  const written = reference.trim().replaceAll('\\', '/')
  const decoded = decode(written)
  const forms = [written, decoded, decoded.normalize('NFC'), decoded.normalize('NFD')]
  const paths = [...new Set(forms)].flatMap((form) =>
    isRooted(form) ? [form] : [posix.join(posix.dirname(namedBy), form), posix.normalize(form)],
  )
  return [...new Set(paths)]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone `%` is a letter of the name, as in `100%.mp3`.
    return text
  }
}

const isRooted = (path: string): boolean => path.startsWith('/') || /^[a-z]:/i.test(path)

/** Judged by the letters alone, so that nothing outside the show is even looked at. */
const leavesShow = (path: string): boolean =>
  isRooted(path) || path === '..' || path.startsWith('../') || path.includes('\0')

/** Whether an existing path lies in the folder after all links are followed. */
function reallyLiesIn(folder: string, path: string): boolean {
  const way = relative(realpathSync.native(folder), realpathSync.native(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    // Not allowed to look, a loop of links, a name too long for the disk: to the show it is not there.
    return undefined
  }
}

/** For an absolute path into the show, or `/audio/a.mp3` as a website has it: the path that finds the file here. */
function pathMeant(showDir: string, namedBy: string, reference: string): string | undefined {
  const written = reference.trim().replaceAll('\\', '/')
  if (!isRooted(written)) return undefined
  const meant = [relative(resolve(showDir), written).replaceAll('\\', '/'), written.replace(/^\/+/, '')]
  return meant.find((path) => findInShow(showDir, namedBy, path).path !== undefined)
}

/** The existing file whose name is most like the one that was not found, as it would be written. */
function nearestFile(showDir: string, namedBy: string, reference: string): string | undefined {
  const written = reference.trim().replaceAll('\\', '/')
  for (const from of [posix.dirname(namedBy), '.']) {
    const folder = posix.join(from, posix.dirname(written))
    const name = nearest(posix.basename(written), leavesShow(folder) ? [] : namesIn(showDir, folder))
    if (name !== undefined) return posix.join(posix.dirname(written), name)
  }
  return undefined
}

/** The names of the files in a folder of the show, in a fixed order; none if it can't be read or is too full. */
function namesIn(showDir: string, folder: string): string[] {
  const names: string[] = []
  try {
    const absolute = resolve(showDir, folder)
    if (!reallyLiesIn(showDir, absolute)) return []
    const entries = opendirSync(absolute)
    try {
      for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
        if (names.length === maxEntriesForHint) return []
        if (entry.isFile()) names.push(entry.name)
      }
    } finally {
      entries.closeSync()
    }
  } catch {
    // No such folder, or not allowed to look: then there is nothing to suggest.
    return []
  }
  return names.sort()
}

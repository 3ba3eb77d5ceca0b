import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { Place } from '../text/place.ts'

/** A larger file is not read again only to show a line of it. */
const largestShown = 8 * 1024 * 1024

/**
 * Reads lines of files, to show them; the last file is remembered.
 * @param cwd where the names of files start
 * @param target the folder or the file that is checked: lines of no other file are shown, whatever a link leads to
 */
export function lineReader(cwd: string, target: string): (place: Place) => string | undefined {
  let name: string | undefined
  let lines: readonly string[] | undefined
  return ({ file, line }) => {
    if (file !== name) {
      name = file
      lines = readLines(resolve(cwd, file), target)
    }
    return lines?.[line - 1]
  }
}

function readLines(path: string, target: string): readonly string[] | undefined {
  try {
    const way = relative(realpathSync(target), realpathSync(path))
    const stats = statSync(path)
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return undefined
    if (!stats.isFile() || stats.size > largestShown) return undefined
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r\n?|\n/)
  } catch {
    // Then the finding is shown without its line.
    return undefined
  }
}

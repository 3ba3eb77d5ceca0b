import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Place } from '../text/place.ts'

/** A larger file is not read again only to show a line of it. */
const largestShown = 8 * 1024 * 1024

/** Reads lines of files below a folder, to show them; the last file is remembered. */
export function lineReader(dir: string): (place: Place) => string | undefined {
  let name: string | undefined
  let lines: readonly string[] | undefined
  return ({ file, line }) => {
    if (file !== name) {
      name = file
      lines = readLines(resolve(dir, file))
    }
    return lines?.[line - 1]
  }
}

function readLines(path: string): readonly string[] | undefined {
  try {
    return statSync(path).size > largestShown
      ? undefined
      : readFileSync(path, 'utf8')
          .replace(/^\ufeff/, '')
          .split(/\r\n?|\n/)
  } catch {
    // Then the finding is shown without its line.
    return undefined
  }
}

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  type CachedFacts,
  type FactsCache,
  findFacts,
  parseFactsCache,
  renderFactsCache,
} from '../media/facts-cache.ts'
import type { Measured } from '../media/measure.ts'
import type { Unreadable } from '../media/unreadable.ts'
import { writeAtomically } from '../publish/atomic.ts'
import { memoryOf, type OutputFolder } from '../publish/output.ts'

/** What was measured in one file: its path in the show's folder, and what a later build may take from it. */
export type Remembered = readonly [path: string, facts: CachedFacts]

type MeasureFile = (absolutePath: string) => Measured | Unreadable

/** Measures media files, each only if it was not measured before as it is now. */
export interface MediaMemory {
  /**
   * @param path relative to the show's folder
   * @param measureFile does it, from the absolute path; given by whoever asks, as many shows have no such file
   */
  readonly measure: (path: string, measureFile: MeasureFile) => Measured | Unreadable
  /** What was measured by this memory, or taken from it. */
  readonly used: () => readonly Remembered[]
}

const fileIn = (folder: OutputFolder): string => join(memoryOf(folder), 'media.json')

/** @param folder the output folder that remembers; absent: nothing is known before */
export function mediaMemory(showDir: string, folder?: OutputFolder): MediaMemory {
  const used = new Map<string, CachedFacts>()
  let known: FactsCache | undefined
  return {
    measure: (path, measureFile) => {
      known ??= folder === undefined ? new Map() : read(folder)
      const absolute = join(showDir, path)
      const stat = statSync(absolute, { throwIfNoEntry: false })
      const stamp = { size: stat?.size ?? 0, mtimeMs: stat?.mtimeMs ?? 0 }
      const measured = findFacts(known, path, stamp) ?? measureFile(absolute)
      if (!('why' in measured)) used.set(path, { ...stamp, measured })
      return measured
    },
    used: () => [...used],
  }
}

function read(folder: OutputFolder): FactsCache {
  try {
    return parseFactsCache(readFileSync(fileIn(folder), 'utf8'))
  } catch {
    // There is none yet, or it cannot be read: then all is measured again.
    return new Map()
  }
}

/**
 * Remembers what was measured for the next build; what was known of files that were not looked at stays. Only a help: if
 * it cannot be written, the next build measures again.
 */
export function rememberMedia(folder: OutputFolder, used: readonly Remembered[]): void {
  if (used.length === 0) return
  writeAtomically(fileIn(folder), renderFactsCache(new Map([...read(folder), ...used])))
}

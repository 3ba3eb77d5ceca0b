import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RenditionStore } from './renditions.ts'

/** Where the folder keeps a rendition. */
export const renditionPath = (folder: string, key: string): string => join(folder, key.slice(0, 2), key)

/**
 * Keeps renditions as files of a folder, which may be deleted at any time. Several builds may use it at once: a file
 * appears whole or not at all. What can't be read or written is made again another time.
 */
export function renditionFolder(folder: string): RenditionStore {
  const pathOf = (key: string): string => renditionPath(folder, key)
  return {
    read: (key) => {
      try {
        return readFileSync(pathOf(key))
      } catch {
        return undefined
      }
    },
    write: (key, bytes) => {
      const path = pathOf(key)
      const draft = `${path}.${randomUUID()}`
      try {
        mkdirSync(join(path, '..'), { recursive: true })
        writeFileSync(draft, bytes)
        renameSync(draft, path)
      } catch {
        removeDraft(draft)
      }
    },
  }
}

function removeDraft(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where it could not be written it can't be removed either.
  }
}

import { closeSync, constants, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pause } from './pause.ts'
import { isSystemError } from './system-error.ts'

const attempts = 10
const pauseMs = 20

/** On Windows a virus scanner or an indexer may hold a new file for a moment. */
const passes = (code: string): boolean =>
  process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY')

function rename(from: string, to: string): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to)
      return
    } catch (error) {
      if (!isSystemError(error) || !passes(error.code) || attempt === attempts) throw error
      pause(pauseMs)
    }
  }
}

/**
 * The target may be a file system of its own, such as a mounted volume: copy beside it, then rename there.
 * The copy's name is always the same, so that the next build replaces what a killed one left.
 */
function copyAcross(from: string, to: string): void {
  const beside = join(dirname(to), `.${basename(to)}.new`)
  rmSync(beside, { force: true })
  try {
    copyFileSync(from, beside, constants.COPYFILE_EXCL)
    const descriptor = openSync(beside, 'r+')
    try {
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    rename(beside, to)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  rmSync(from)
}

/**
 * Moves a file over whatever file has the target's name, in one step that no reader sees half done.
 * A link at the target is replaced, not followed. Throws the system's error.
 */
export function moveFile(from: string, to: string): 'renamed' | 'copied' {
  try {
    rename(from, to)
    return 'renamed'
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'EXDEV') throw error
    copyAcross(from, to)
    return 'copied'
  }
}

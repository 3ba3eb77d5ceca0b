import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Outcome, outcome } from '../model/diagnostic.ts'
import { report } from './codes.ts'
import { moveFile } from './move.ts'
import { holdsBytes } from './same-bytes.ts'
import { isSystemError, reasonOf } from './system-error.ts'

/** Writes all of `bytes`, also where the system takes them in parts. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done)
}

/**
 * Puts a whole file in place of another, safe against a crash of the machine too: whoever reads finds the old
 * one or the new one. It is written to `draft` first, on the same file system; what is there goes.
 * Throws the system's error, and then leaves no draft.
 */
export function replaceFile(file: string, draft: string, bytes: Uint8Array): void {
  rmSync(draft, { force: true })
  try {
    const descriptor = openSync(draft, 'wx')
    try {
      writeAll(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    moveFile(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Writes a single file outside the output folder, such as the ledger; one with the same bytes is not touched. */
export function writeAtomically(file: string, body: string | Uint8Array): Outcome<'written' | 'unchanged'> {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  try {
    if (holdsBytes(file, bytes)) return outcome('unchanged', [])
    // This process's own name: another one may be at the same file.
    replaceFile(file, join(dirname(file), `.${basename(file)}.${process.pid}.new`), bytes)
    return outcome('written', [])
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { value: undefined, diagnostics: [report('publish/cannot-write', { path: file, reason: reasonOf(error) })] }
  }
}

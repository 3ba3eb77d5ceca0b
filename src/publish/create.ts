import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Outcome, outcome } from '../model/diagnostic.ts'
import { report } from './codes.ts'
import { isSystemError, reasonOf } from './system-error.ts'

/** Writes a file that does not exist yet; one that does is never touched. */
export function createFile(file: string, body: string | Uint8Array): Outcome<'created' | 'exists'> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, body, { flag: 'wx' })
    return outcome('created', [])
  } catch (error) {
    if (!isSystemError(error)) throw error
    if (error.code === 'EEXIST') return outcome('exists', [])
    return { value: undefined, diagnostics: [report('publish/cannot-write', { path: file, reason: reasonOf(error) })] }
  }
}

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAtomically } from '../../src/publish/atomic.ts'
import { moveFile } from '../../src/publish/move.ts'
import { codesOf, filesIn, put, temporaryFolder } from './folders.ts'

test('writes a new file and leaves nothing beside it', () => {
  const show = temporaryFolder()
  expect(writeAtomically(join(show, 'podcast.ledger.json'), '{}\n')).toEqual({ value: 'written', diagnostics: [] })
  expect(filesIn(show)).toEqual({ 'podcast.ledger.json': '{}\n' })
})

test('replaces a file as a whole, and does not touch one with the same bytes', () => {
  const show = temporaryFolder()
  const file = join(show, 'podcast.ledger.json')
  put(file, 'old and long')
  expect(writeAtomically(file, 'new').value).toBe('written')
  const { ino, mtimeMs } = statSync(file)
  expect(writeAtomically(file, Buffer.from('new')).value).toBe('unchanged')
  expect(statSync(file)).toMatchObject({ ino, mtimeMs })
  expect(filesIn(show)).toEqual({ 'podcast.ledger.json': 'new' })
})

test('replaces a link instead of writing through it', () => {
  const show = temporaryFolder()
  put(join(show, 'other'), 'other')
  symlinkSync(join(show, 'other'), join(show, 'ledger'))
  expect(writeAtomically(join(show, 'ledger'), 'mine').value).toBe('written')
  // Nor does it write through one that waits where the new version is written first.
  symlinkSync(join(show, 'other'), join(show, `.ledger.${process.pid}.new`))
  expect(writeAtomically(join(show, 'ledger'), 'mine again').value).toBe('written')
  expect(filesIn(show)).toEqual({ ledger: 'mine again', other: 'other' })
})

test('reports what the system refuses, and leaves nothing beside it', () => {
  const show = temporaryFolder()
  mkdirSync(join(show, 'ledger', 'sub'), { recursive: true })
  for (const file of ['ledger', 'nowhere/ledger']) {
    const { value, diagnostics } = writeAtomically(join(show, file), 'x')
    expect(value).toBeUndefined()
    expect(codesOf({ diagnostics })).toEqual(['publish/cannot-write'])
  }
  expect(readdirSync(show)).toEqual(['ledger'])
})

const ram = '/dev/shm'
const otherDevice = existsSync(ram) && statSync(ram).dev !== statSync(temporaryFolder()).dev

test.skipIf(!otherDevice)('moves a file to another file system (needs one at /dev/shm)', () => {
  const here = temporaryFolder()
  const file = join(ram, `castwright-${process.pid}.mp3`)
  put(file, 'sound')
  put(join(here, 'soil.mp3'), 'old')
  chmodSync(file, 0o640)
  expect(moveFile(file, join(here, 'soil.mp3'))).toBe('copied')
  expect(existsSync(file)).toBe(false)
  expect(filesIn(here)).toEqual({ 'soil.mp3': 'sound' })
  expect(readFileSync(join(here, 'soil.mp3'), 'utf8')).toBe('sound')
})

test('renames within one file system', () => {
  const here = temporaryFolder()
  put(join(here, 'a'), 'a')
  put(join(here, 'b'), 'b')
  expect(moveFile(join(here, 'a'), join(here, 'b'))).toBe('renamed')
  expect(filesIn(here)).toEqual({ b: 'a' })
})

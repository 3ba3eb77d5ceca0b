import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { takeLock } from '../../src/publish/lock.ts'
import { openOutput } from '../../src/publish/output.ts'
import { build, codesOf, counts, filesIn, open, put, temporaryFolder } from './folders.ts'

const noon = Date.UTC(2026, 1, 23, 12)
const impatient = { now: () => noon, waitMs: 0 }

test('says nothing about a missing manifest in an empty or new folder', () => {
  const out = temporaryFolder()
  expect(openOutput(out, impatient).diagnostics).toEqual([])
  expect(openOutput(join(out, 'new'), impatient).diagnostics).toEqual([])
})

test('remarks a missing manifest in a folder with files', () => {
  const out = temporaryFolder()
  put(join(out, 'CNAME'), 'example.com')
  const { value, diagnostics } = openOutput(out, impatient)
  expect(diagnostics).toMatchObject([{ code: 'publish/manifest-missing', severity: 'info' }])
  expect(value?.manifest.files.size).toBe(0)
})

test.each(['', '{', '[]', '{"version":1,"serial":1,"foreignFolders":[],"files":[["../x",1,1]]}'])(
  'takes a broken manifest %j for an empty one, and removes nothing',
  (text) => {
    const parent = temporaryFolder()
    const out = join(parent, 'dist')
    put(join(parent, 'x'), 'not ours')
    build(out, { 'feed.xml': 'feed', 'a.html': 'a' })
    writeFileSync(join(out, '.castwright/manifest.json'), text)
    const built = build(out, { 'feed.xml': 'feed' })
    expect(built.opening).toMatchObject([{ code: 'publish/manifest-broken', severity: 'info' }])
    expect(counts(built)).toEqual({ written: 0, unchanged: 1, removed: 0 })
    expect(filesIn(out)).toEqual({ 'feed.xml': 'feed', 'a.html': 'a' })
    expect(existsSync(join(parent, 'x'))).toBe(true)
  },
)

test('starts a new count of manifests when the old one is lost, so that no cache fits by chance', () => {
  const out = temporaryFolder()
  const { serial } = build(out, { 'feed.xml': 'feed' }).value?.manifest ?? { serial: 0 }
  rmSync(join(out, '.castwright/manifest.json'))
  const later = openOutput(out, { now: () => noon + 60_000, waitMs: 0 })
  expect(later.value?.manifest.serial).toBeGreaterThan(serial)
})

test('clears the stage of a killed build', () => {
  const out = temporaryFolder()
  put(join(out, '.castwright/stage/deep/old'), 'old')
  put(join(out, '.castwright/.cache.json.4711.new'), 'half a ca')
  put(join(out, '.castwright/cache.json'), '{}')
  expect(readdirSync(open(out).folder.stage)).toEqual([])
  expect(readdirSync(join(out, '.castwright')).sort()).toEqual(['.gitignore', 'cache.json', 'lock', 'stage'])
})

test('keeps a second build out, names the process, and lets it in afterwards', () => {
  const out = temporaryFolder()
  const first = open(out)
  const second = openOutput(out, impatient)
  expect(second.value).toBeUndefined()
  expect(codesOf(second)).toEqual(['publish/locked'])
  expect(second.diagnostics[0]?.message).toContain(`process ${process.pid}`)
  expect(existsSync(first.folder.stage)).toBe(true)
  first.release()
  first.release()
  expect(openOutput(out, impatient).value).toBeDefined()
})

test('waits as long as it was told, and no longer', () => {
  const out = temporaryFolder()
  open(out)
  const start = performance.now()
  expect(codesOf(openOutput(out, { now: () => noon, waitMs: 150 }))).toEqual(['publish/locked'])
  expect(performance.now() - start).toBeGreaterThan(140)
  expect(performance.now() - start).toBeLessThan(5000)
})

/** The name of this process's own file in a lock, to forge others from. */
function ownName(): string {
  const folder = temporaryFolder()
  takeLock(folder, impatient)
  return readdirSync(folder)[0] ?? ''
}

/** A lock that some other process left, changed from our own name. */
function foreignLock(change: (parts: string[]) => void): string {
  const folder = temporaryFolder()
  const parts = ownName().split('~')
  change(parts)
  writeFileSync(join(folder, parts.join('~')), '')
  return folder
}

const pidOfNobody = '2147483646'
const minutes = (count: number): string => String(noon - count * 60_000)

test('takes over the lock of a dead process', () => {
  const folder = foreignLock((parts) => {
    parts[1] = pidOfNobody
  })
  expect(takeLock(folder, impatient)).toHaveProperty('release')
  expect(readdirSync(folder)).toHaveLength(1)
})

test.skipIf(process.platform !== 'linux')(
  'takes over a lock whose process id another process has now (Linux tells)',
  () => {
    const folder = foreignLock((parts) => {
      parts[2] = '1'
    })
    expect(takeLock(folder, impatient)).toHaveProperty('release')
  },
)

test('believes a process that cannot be asked after for a quarter of an hour', () => {
  const lockOf = (machine: string, since: string): string =>
    foreignLock((parts) => {
      parts[0] = machine
      parts[1] = pidOfNobody
      parts[3] = since
    })
  expect(takeLock(lockOf('studio', minutes(14)), impatient)).toEqual({ holder: `process ${pidOfNobody} on studio` })
  expect(takeLock(lockOf('studio', minutes(16)), impatient)).toHaveProperty('release')
  expect(ownName().split('~')[0]).toContain(hostname().replace(/[^A-Za-z0-9.-]/g, ''))
})

test('does not mind other files in the lock', () => {
  const folder = temporaryFolder()
  for (const name of ['.DS_Store', 'a~b', 'a~0~1~2~3', 'a~-1~1~2~3', 'a~x~1~2~3']) put(join(folder, name), '')
  expect(takeLock(folder, impatient)).toHaveProperty('release')
  expect(readdirSync(folder)).toHaveLength(6)
})

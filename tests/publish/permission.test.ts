import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, codesOf, filesIn, temporaryFolder } from './folders.ts'

const nobody = 65534
const isRoot = process.geteuid?.() === 0

/** To root nothing is forbidden: as root, acts as nobody for a while. */
function withoutPrivilege<T>(act: () => T): T {
  if (!isRoot) return act()
  process.seteuid?.(nobody)
  try {
    return act()
  } finally {
    process.seteuid?.(0)
  }
}

/** A folder in which everybody may write. */
function openFolder(): string {
  const folder = temporaryFolder()
  chmodSync(folder, 0o777)
  return folder
}

const forbid = (path: string): void => chmodSync(path, 0o555)
const allow = (path: string): void => chmodSync(path, 0o755)
const onlyUnix = test.skipIf(process.platform === 'win32') // Windows has no such permissions

onlyUnix('reports an output folder where it may not write, with the system’s reason', () => {
  const out = temporaryFolder()
  build(out, { 'feed.xml': 'old' })
  for (const name of ['.castwright/lock', '.castwright', '']) forbid(join(out, name))
  const { value, diagnostics } = withoutPrivilege(() => build(out, { 'feed.xml': 'new' }))
  for (const name of ['', '.castwright', '.castwright/lock']) allow(join(out, name))
  expect(value).toBeUndefined()
  expect(codesOf({ diagnostics })).toEqual(['publish/cannot-write'])
  expect(diagnostics[0]?.message).toContain('EACCES')
  expect(filesIn(out)).toEqual({ 'feed.xml': 'old' })
})

onlyUnix('reports a place where the output folder cannot be made', () => {
  const show = temporaryFolder()
  forbid(show)
  const built = withoutPrivilege(() => build(join(show, 'dist'), { 'feed.xml': 'new' }))
  allow(show)
  expect(codesOf(built)).toEqual(['publish/cannot-write'])
  expect(readdirSync(show)).toEqual([])
})

onlyUnix('keeps the old feed when a page cannot be written', () => {
  const out = openFolder()
  withoutPrivilege(() => build(out, { 'a/index.html': 'old', 'b/index.html': 'old', 'feed.xml': 'old' }))
  forbid(join(out, 'b'))
  const next = { 'a/index.html': 'new', 'b/index.html': 'new', 'c/index.html': 'new', 'feed.xml': 'new' }
  const failed = withoutPrivilege(() => build(out, next))
  expect(codesOf(failed)).toEqual(['publish/cannot-write'])
  expect(failed.diagnostics[0]?.message).toMatch(/b\/index\.html.*EACCES/)
  expect(filesIn(out)['feed.xml']).toBe('old')
  allow(join(out, 'b'))
  if (isRoot) chmodSync(join(out, 'b'), 0o777)
  expect(withoutPrivilege(() => build(out, next)).diagnostics).toEqual([])
  expect(filesIn(out)).toEqual(next)
})

onlyUnix('tells of old files that it may not remove, and tries again in the next build', () => {
  const out = openFolder()
  withoutPrivilege(() => build(out, { 'a/index.html': 'a', 'feed.xml': '1' }))
  forbid(join(out, 'a'))
  const built = withoutPrivilege(() => build(out, { 'feed.xml': '2' }))
  expect(built.value).toMatchObject({ written: 1, unchanged: 0, removed: 0 })
  expect(codesOf(built)).toEqual(['publish/cannot-remove'])
  allow(join(out, 'a'))
  if (isRoot) chmodSync(join(out, 'a'), 0o777)
  expect(withoutPrivilege(() => build(out, { 'feed.xml': '2' })).value).toMatchObject({ removed: 1 })
  expect(filesIn(out)).toEqual({ 'feed.xml': '2' })
})

onlyUnix('gives the lock back when it cannot clear the stage of another user', () => {
  const out = openFolder()
  withoutPrivilege(() => build(out, { 'feed.xml': '1' }))
  mkdirSync(join(out, '.castwright/stage/deep'), { recursive: true })
  mkdirSync(join(out, '.castwright/stage/deep/deeper'))
  for (const name of ['stage/deep', 'stage']) forbid(join(out, '.castwright', name))
  const built = withoutPrivilege(() => build(out, { 'feed.xml': '2' }))
  for (const name of ['stage', 'stage/deep']) allow(join(out, '.castwright', name))
  expect(codesOf(built)).toEqual(['publish/cannot-write'])
  expect(readdirSync(join(out, '.castwright/lock'))).toEqual([])
  expect(statSync(join(out, 'feed.xml')).size).toBe(1)
})

onlyUnix('replaces a file of its own that it may not read', () => {
  const out = openFolder()
  withoutPrivilege(() => build(out, { 'feed.xml': '1' }))
  chmodSync(join(out, 'feed.xml'), 0o000)
  expect(withoutPrivilege(() => build(out, { 'feed.xml': '2' })).diagnostics).toEqual([])
  expect(filesIn(out)).toEqual({ 'feed.xml': '2' })
})

import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reporter } from '../../src/model/diagnostic.ts'
import { waves } from '../../src/model/document.ts'
import { commit, discard } from '../../src/publish/commit.ts'
import { folderStates } from '../../src/publish/folders.ts'
import { isIntact } from '../../src/publish/manifest.ts'
import { planFor } from '../../src/publish/plan.ts'
import { type Staged, stageDocument } from '../../src/publish/stage.ts'
import { build, codesOf, counts, filesIn, foldersIn, open, put, temporaryFolder } from './folders.ts'

const show = {
  'feed.xml': 'feed 1',
  'feed.json': 'json 1',
  'episodes/soil/index.html': 'soil',
  'chapters/soil.json': '{}',
}

test('publishes a first build', () => {
  const out = join(temporaryFolder(), 'deep', 'dist')
  expect(counts(build(out, show))).toEqual({ written: 4, unchanged: 0, removed: 0 })
  expect(filesIn(out)).toEqual(show)
  expect(readFileSync(join(out, '.castwright/.gitignore'), 'utf8')).toBe('*\n')
  expect(readdirSync(join(out, '.castwright')).sort()).toEqual(['.gitignore', 'lock', 'manifest.json'])
  expect(readdirSync(join(out, '.castwright/lock'))).toEqual([])
})

test('touches no file whose bytes did not change, and not the manifest if nothing did', () => {
  const out = temporaryFolder()
  build(out, show)
  const names = [...Object.keys(show), '.castwright/manifest.json']
  const stats = () => names.map((name) => statSync(join(out, name))).map(({ ino, mtimeMs }) => [ino, mtimeMs])
  const before = stats()
  expect(counts(build(out, show))).toEqual({ written: 0, unchanged: 4, removed: 0 })
  expect(stats()).toEqual(before)
  expect(counts(build(out, { ...show, 'feed.xml': 'feed 2' }))).toEqual({ written: 1, unchanged: 3, removed: 0 })
  expect(stats().slice(1, 4)).toEqual(before.slice(1, 4))
  expect(filesIn(out)['feed.xml']).toBe('feed 2')
})

test('keeps the outputs of episodes that were not built again', () => {
  const out = temporaryFolder()
  build(out, show)
  const keep = ['episodes/soil/index.html', 'chapters/soil.json', 'feed.json']
  expect(counts(build(out, { 'feed.xml': 'feed 2' }, { keep }))).toEqual({ written: 1, unchanged: 3, removed: 0 })
  expect(filesIn(out)).toEqual({ ...show, 'feed.xml': 'feed 2' })
})

test('takes it for a bug to keep what no build wrote', () => {
  const { folder, manifest } = open(temporaryFolder())
  expect(() => commit(folder, manifest, [], [{ path: 'a' }])).toThrow(/^bug:/)
})

test('knows an output as intact until it is changed, replaced or gone', () => {
  const out = temporaryFolder()
  build(out, { ...show, 'a/x': 'x', 'b/x': 'x', 'c/x': 'x', 'd/x': 'x' })
  put(join(out, 'a/x'), 'longer')
  rmSync(join(out, 'b/x'))
  rmSync(join(out, 'c'), { recursive: true })
  rmSync(join(out, 'd/x'))
  mkdirSync(join(out, 'd/x'))
  const { folder, manifest } = open(out)
  const paths = ['feed.xml', 'episodes/soil/index.html', 'a/x', 'b/x', 'c/x', 'd/x', 'never']
  expect(paths.filter((path) => isIntact(folder, manifest, path))).toEqual(['feed.xml', 'episodes/soil/index.html'])
})

test('knows an output as intact when an archive cut its time to whole seconds', () => {
  const out = temporaryFolder()
  build(out, { 'feed.xml': 'feed' })
  const { mtimeMs } = statSync(join(out, 'feed.xml'))
  const isStill = (): boolean => {
    const { folder, manifest, release } = open(out)
    release()
    return isIntact(folder, manifest, 'feed.xml')
  }
  utimesSync(join(out, 'feed.xml'), Math.floor(mtimeMs / 1000), Math.floor(mtimeMs / 1000))
  expect(isStill()).toBe(true)
  utimesSync(join(out, 'feed.xml'), Math.floor(mtimeMs / 1000) + 5, Math.floor(mtimeMs / 1000) + 5)
  expect(isStill()).toBe(false)
})

test('counts on with every manifest that it writes', () => {
  const out = temporaryFolder()
  const serial = (body: string) => build(out, { 'feed.xml': body }).value?.manifest.serial ?? 0
  const first = serial('1')
  expect(serial('1')).toBe(first)
  expect(serial('2')).toBeGreaterThan(first)
})

test('orders by wave, the main feed last, in whatever order the outputs come', () => {
  const { folder, manifest } = open(temporaryFolder())
  const paths = ['feed.xml', 'feed.atom', 'feed.json', 'zz.xml', 'b/index.html', 'a.html']
  const outputs = waves.flatMap((wave) =>
    paths.map(
      (path): Staged => ({
        path: wave === 'feeds' ? path : `${wave}/${path}`,
        wave,
        state: 'new',
        size: 0,
        modifiedMs: 0,
      }),
    ),
  )
  const orderOf = (staged: readonly Staged[]): string[] =>
    planFor(manifest, staged, [], folderStates(folder)).fresh.map(({ path }) => path)
  const order = orderOf(outputs)
  expect(order.slice(-6)).toEqual(['a.html', 'b/index.html', 'feed.atom', 'feed.json', 'zz.xml', 'feed.xml'])
  expect(order.map((path) => path.split('/')[0]).slice(0, 7)).toEqual([...Array(6).fill('media'), 'chapters'])
  fc.assert(
    fc.property(fc.shuffledSubarray(outputs, { minLength: outputs.length }), (shuffled) => {
      expect(orderOf(shuffled)).toEqual(order)
    }),
  )
})

test('has all but the feeds in place when it asks for the ledger', () => {
  const out = temporaryFolder()
  build(out, show)
  let seen: Record<string, string> = {}
  const next = { 'feed.xml': 'feed 2', 'feed.json': 'json 2', 'episodes/loam/index.html': 'loam' }
  const beforeFeeds = () => {
    seen = filesIn(out)
    return []
  }
  build(out, next, { beforeFeeds })
  expect(seen).toEqual({ ...show, 'episodes/loam/index.html': 'loam' })
  expect(filesIn(out)).toEqual(next)
})

test('leaves the feeds alone when the ledger cannot be written, and mends all in the next build', () => {
  const out = temporaryFolder()
  build(out, show)
  const report = reporter({ 'test/no-ledger': { severity: 'error', message: 'No ledger.' } })
  const next = { 'feed.xml': 'feed 2', 'episodes/loam/index.html': 'loam' }
  const failed = build(out, next, { beforeFeeds: () => [report('test/no-ledger', {})] })
  expect(failed.value).toBeUndefined()
  expect(codesOf(failed)).toEqual(['test/no-ledger'])
  expect(filesIn(out)).toMatchObject({
    'feed.xml': 'feed 1',
    'feed.json': 'json 1',
    'episodes/soil/index.html': 'soil',
  })
  expect(counts(build(out, next))).toEqual({ written: 1, unchanged: 1, removed: 3 })
  expect(filesIn(out)).toEqual(next)
})

test('passes on what the ledger remarks', () => {
  const report = reporter({ 'test/remark': { severity: 'warning', message: 'Hm.' } })
  const built = build(temporaryFolder(), show, { beforeFeeds: () => [report('test/remark', {})] })
  expect(codesOf(built)).toEqual(['test/remark'])
  expect(counts(built).written).toBe(4)
})

test('leaves the output as it was when the build is discarded', () => {
  const out = temporaryFolder()
  build(out, show)
  const { folder, release } = open(out)
  stageDocument(folder, 'a', 'feed.xml', 'feeds', 'feed 2')
  discard(folder)
  release()
  expect(filesIn(out)).toEqual(show)
  expect(existsSync(folder.stage)).toBe(false)
})

test('removes what is no longer produced, with the folders that it made', () => {
  const out = temporaryFolder()
  build(out, { ...show, 'a/b/c/d.html': 'd', 'a/b/e.html': 'e' })
  expect(counts(build(out, { 'feed.xml': 'feed 1', 'a/b/e.html': 'e' }))).toEqual({
    written: 0,
    unchanged: 2,
    removed: 4,
  })
  expect(filesIn(out)).toEqual({ 'feed.xml': 'feed 1', 'a/b/e.html': 'e' })
  expect(foldersIn(out)).toEqual(['a', 'a/b'])
})

test('does not remove files and folders that it did not write', () => {
  const out = temporaryFolder()
  put(join(out, 'CNAME'), 'example.com')
  put(join(out, 'episodes/notes.txt'), 'mine')
  mkdirSync(join(out, 'chapters'))
  build(out, show)
  put(join(out, 'episodes/soil/mine.txt'), 'mine too')
  expect(counts(build(out, { 'feed.xml': 'feed 1' })).removed).toBe(3)
  expect(filesIn(out)).toEqual({
    CNAME: 'example.com',
    'episodes/notes.txt': 'mine',
    'episodes/soil/mine.txt': 'mine too',
    'feed.xml': 'feed 1',
  })
  expect(foldersIn(out)).toEqual(['chapters', 'episodes', 'episodes/soil'])
})

test('removes a folder that its user emptied and castwright made, when it holds nothing else', () => {
  const out = temporaryFolder()
  build(out, { 'a/b/c.html': 'c', 'feed.xml': 'feed' })
  rmSync(join(out, 'a/b'), { recursive: true })
  build(out, { 'feed.xml': 'feed' })
  expect(foldersIn(out)).toEqual([])
})

test('does not remove an old output that was changed by hand, and says so once', () => {
  const out = temporaryFolder()
  build(out, show)
  put(join(out, 'episodes/soil/index.html'), 'soil, and more')
  const built = build(out, { 'feed.xml': 'feed 1' })
  expect(codesOf(built)).toEqual(['publish/changed-by-hand'])
  expect(counts(built).removed).toBe(2)
  expect(filesIn(out)['episodes/soil/index.html']).toBe('soil, and more')
  expect(codesOf(build(out, { 'feed.xml': 'feed 1' }))).toEqual([])
})

test('does not remove a file that was there with the same bytes before it wrote any', () => {
  const out = temporaryFolder()
  put(join(out, 'cover.txt'), 'cover')
  expect(counts(build(out, { 'cover.txt': 'cover', 'feed.xml': '1' }))).toEqual({
    written: 1,
    unchanged: 1,
    removed: 0,
  })
  build(out, { 'cover.txt': 'cover', 'feed.xml': '2' })
  expect(counts(build(out, { 'feed.xml': '2' })).removed).toBe(0)
  expect(filesIn(out)).toEqual({ 'cover.txt': 'cover', 'feed.xml': '2' })
})

test('removes such a file once it has written it', () => {
  const out = temporaryFolder()
  put(join(out, 'cover.txt'), 'cover')
  build(out, { 'cover.txt': 'cover' })
  build(out, { 'cover.txt': 'another' })
  expect(counts(build(out, {})).removed).toBe(1)
})

test('does not remove the new file when an old path differs from it only in case, where both are one file', () => {
  const out = temporaryFolder()
  build(out, { 'Soil.html': 'soil' })
  // What a file system that ignores case shows: one file under both names.
  linkSync(join(out, 'Soil.html'), join(out, 'soil.html'))
  expect(counts(build(out, { 'soil.html': 'soil' }))).toEqual({ written: 0, unchanged: 1, removed: 0 })
  expect(filesIn(out)['soil.html']).toBe('soil')
})

test('removes an old path that differs from a new one only in case, where both are files', () => {
  const out = temporaryFolder()
  build(out, { 'Soil.html': 'soil' })
  if (existsSync(join(out, 'soil.html'))) return expect(process.platform).not.toBe('linux')
  expect(counts(build(out, { 'soil.html': 'soil' }))).toEqual({ written: 1, unchanged: 0, removed: 1 })
})

test('goes on where a build was killed between any two files', () => {
  const out = temporaryFolder()
  const next = { 'episodes/loam/index.html': 'loam', 'episodes/soil/index.html': 'soil 2', 'feed.xml': 'feed 2' }
  for (const alive of [0, 1, 2]) {
    rmSync(out, { recursive: true, force: true })
    build(out, show)
    const { folder, manifest } = open(out) // and never released
    const staged = Object.entries(next).map(([path, body]) =>
      stageDocument(folder, path.replaceAll('/', '-'), path, path.startsWith('feed') ? 'feeds' : 'pages', body),
    )
    // The commit ends after `alive` files, as the next one is no longer there to be moved.
    rmSync(join(folder.stage, staged[alive]?.stagedAs ?? ''))
    expect(codesOf(commit(folder, manifest, staged, []))).toEqual(['publish/cannot-write'])
    rmSync(join(out, '.castwright/lock'), { recursive: true })
    expect(filesIn(out)).toEqual({ ...show, ...Object.fromEntries(Object.entries(next).slice(0, alive)) })
    const mended = build(out, next)
    expect(mended.opening).toEqual([])
    expect(mended.diagnostics).toEqual([])
    expect(filesIn(out)).toEqual(next)
    expect(foldersIn(out)).toEqual(['episodes', 'episodes/loam', 'episodes/soil'])
  }
})

test('knows what a killed build replaced, so that it can be removed', () => {
  const out = temporaryFolder()
  build(out, { 'a.html': '1', 'b.html': '1', 'feed.xml': '1' })
  for (const version of ['22', '333']) {
    const { folder, manifest, release } = open(out)
    const staged = ['a.html', 'b.html'].map((path) => stageDocument(folder, path, path, 'pages', version))
    rmSync(join(folder.stage, 'b.html')) // so that the commit ends after a.html
    expect(codesOf(commit(folder, manifest, staged, []))).toEqual(['publish/cannot-write'])
    release()
    const reopened = open(out)
    expect(isIntact(reopened.folder, reopened.manifest, 'a.html')).toBe(false)
    expect(isIntact(reopened.folder, reopened.manifest, 'b.html')).toBe(false)
    reopened.release()
  }
  expect(filesIn(out)).toEqual({ 'a.html': '333', 'b.html': '1', 'feed.xml': '1' })
  const built = build(out, { 'feed.xml': '1' })
  expect(built.diagnostics).toEqual([])
  expect(counts(built).removed).toBe(2)
})

test('does not remove through a link that stands in the place of its folder', () => {
  const out = temporaryFolder()
  const elsewhere = temporaryFolder()
  build(out, show)
  renameSync(join(out, 'episodes'), join(elsewhere, 'episodes'))
  symlinkSync(join(elsewhere, 'episodes'), join(out, 'episodes'))
  expect(counts(build(out, { 'feed.xml': 'feed 1' })).removed).toBe(2)
  expect(filesIn(elsewhere)).toEqual({ 'episodes/soil/index.html': 'soil' })
})

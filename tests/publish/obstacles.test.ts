import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, codesOf, counts, filesIn, put, temporaryFolder } from './folders.ts'

test('names every foreign file that is in its place, and touches nothing', () => {
  const out = temporaryFolder()
  put(join(out, 'index.html'), 'my own page')
  put(join(out, 'feed.xml'), 'my own feed')
  const built = build(out, { 'index.html': 'page', 'feed.xml': 'feed', 'a/b.html': 'b' })
  expect(codesOf(built)).toEqual(['publish/not-ours', 'publish/not-ours'])
  expect(built.diagnostics.map(({ message }) => message).join()).toMatch(/index\.html.*feed\.xml/)
  expect(filesIn(out)).toEqual({ 'index.html': 'my own page', 'feed.xml': 'my own feed' })
})

test('takes a foreign file with the same bytes', () => {
  const out = temporaryFolder()
  put(join(out, 'index.html'), 'page')
  expect(counts(build(out, { 'index.html': 'page' }))).toEqual({ written: 0, unchanged: 1, removed: 0 })
})

test.each([
  ['one path twice', ['a/x.html', 'A/x.html']],
  ['paths that differ in case', ['a.html', 'A.HTML']],
  ['paths that differ in how an accent is written', ['caf\u00e9.html', 'cafe\u0301.html']],
  ['folders that differ in case', ['Soil/a.html', 'soil/b.html']],
  ['a file where another needs a folder', ['soil', 'soil/index.html']],
])('does not take %s', (_name, paths) => {
  const out = temporaryFolder()
  const built = build(out, Object.fromEntries(paths.map((path) => [path, path])))
  expect(new Set(codesOf(built))).toEqual(new Set(['publish/same-path']))
  expect(filesIn(out)).toEqual({})
})

test('does not take two documents with one path', () => {
  const out = temporaryFolder()
  const audio = join(temporaryFolder(), 'x')
  put(audio, 'x')
  expect(codesOf(build(out, { 'a.html': 'x' }, { copies: { 'a.html': audio } }))).toEqual(['publish/same-path'])
})

test('does not take a new path that differs only in case from one that is kept', () => {
  const out = temporaryFolder()
  build(out, { 'Soil.html': 'x' })
  expect(codesOf(build(out, { 'soil.html': 'y' }, { keep: ['Soil.html'] }))).toEqual(['publish/same-path'])
})

test('does not take paths that leave the folder, and names them all', () => {
  const show = temporaryFolder()
  const out = join(show, 'dist')
  const built = build(out, {
    '../dist-evil/x': 'x',
    '/etc/x': 'x',
    'a\\b': 'x',
    '.castwright/manifest.json': 'x',
    'fine.html': 'x',
  })
  expect(codesOf(built)).toEqual(Array(4).fill('publish/outside'))
  expect(filesIn(show)).not.toHaveProperty('dist-evil/x')
  expect(filesIn(out)).toEqual({})
})

test('does not take a file for a folder, or a folder for a file', () => {
  const out = temporaryFolder()
  put(join(out, 'episodes'), 'a file')
  mkdirSync(join(out, 'index.html'))
  const built = build(out, { 'episodes/a.html': 'a', 'episodes/b/index.html': 'b', 'index.html': 'i' })
  expect(codesOf(built)).toEqual(['publish/in-the-way', 'publish/in-the-way'])
  expect(filesIn(out)).toEqual({ episodes: 'a file' })
})

test('does not take a file for the output folder', () => {
  const show = temporaryFolder()
  put(join(show, 'dist'), 'a file')
  expect(codesOf(build(join(show, 'dist'), {}))).toEqual(['publish/in-the-way'])
  expect(codesOf(build(join(show, 'dist', 'deeper'), {}))).toEqual(['publish/in-the-way'])
  put(join(show, 'out', '.castwright'), 'a file')
  expect(codesOf(build(join(show, 'out'), {}))).toEqual(['publish/in-the-way'])
  put(join(show, 'www', '.castwright', 'lock'), 'a file')
  expect(codesOf(build(join(show, 'www'), {}))).toEqual(['publish/in-the-way'])
})

test('does not write through a link in the place of a file, also of one that it wrote before', () => {
  const out = temporaryFolder()
  const elsewhere = temporaryFolder()
  put(join(elsewhere, 'passwd'), 'secret')
  symlinkSync(join(elsewhere, 'passwd'), join(out, 'index.html'))
  symlinkSync(join(elsewhere, 'nowhere'), join(out, 'feed.xml'))
  expect(codesOf(build(out, { 'index.html': 'page', 'feed.xml': 'feed' }))).toEqual([
    'publish/symlink',
    'publish/symlink',
  ])
  expect(codesOf(build(out, { 'index.html': 'secret' }))).toEqual(['publish/symlink'])
  expect(filesIn(elsewhere)).toEqual({ passwd: 'secret' })
})

test('does not write through a link in the place of a folder, and names it once', () => {
  const out = temporaryFolder()
  const elsewhere = temporaryFolder()
  put(join(elsewhere, 'same.html'), 'same')
  symlinkSync(elsewhere, join(out, 'episodes'))
  const built = build(out, { 'episodes/a.html': 'a', 'episodes/b/c.html': 'c', 'episodes/same.html': 'same' })
  expect(codesOf(built)).toEqual(['publish/symlink'])
  expect(filesIn(elsewhere)).toEqual({ 'same.html': 'same' })
})

test('does not take a link for its own folder', () => {
  const out = temporaryFolder()
  const elsewhere = temporaryFolder()
  symlinkSync(elsewhere, join(out, '.castwright'))
  expect(codesOf(build(out, { 'a.html': 'a' }))).toEqual(['publish/symlink'])
  expect(filesIn(elsewhere)).toEqual({})
})

test('replaces links that stand in its own folder, and never follows them', () => {
  const out = temporaryFolder()
  const elsewhere = temporaryFolder()
  put(join(elsewhere, 'keep.txt'), 'keep')
  put(join(elsewhere, 'manifest'), 'not a manifest')
  mkdirSync(join(out, '.castwright'))
  symlinkSync(elsewhere, join(out, '.castwright/stage'))
  symlinkSync(join(elsewhere, 'manifest'), join(out, '.castwright/manifest.json'))
  symlinkSync(join(elsewhere, 'manifest'), join(out, '.castwright/.gitignore'))
  expect(counts(build(out, { 'a.html': 'a' })).written).toBe(1)
  expect(filesIn(elsewhere)).toEqual({ 'keep.txt': 'keep', manifest: 'not a manifest' })
})

test('builds into a folder that is reached through a link', () => {
  const show = temporaryFolder()
  mkdirSync(join(show, 'www'))
  symlinkSync(join(show, 'www'), join(show, 'dist'))
  expect(counts(build(join(show, 'dist'), { 'a/b.html': 'b' })).written).toBe(1)
  expect(filesIn(join(show, 'www'))).toEqual({ 'a/b.html': 'b' })
})

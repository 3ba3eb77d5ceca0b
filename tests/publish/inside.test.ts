import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { insideOutput } from '../../src/publish/inside.ts'
import { put, temporaryFolder } from './folders.ts'

test.each([
  'feed.xml',
  'episodes/soil/index.html',
  '..x',
  'a/..x/b',
  'a/x..',
  '...',
  '.well-known/x',
  '.castwright-notes',
  'a/.castwright/b',
  'ä 🎧.mp3',
])('takes %j', (path) => {
  expect(insideOutput('/shows/dist', path)).toBe(join('/shows/dist', path))
})

test.each([
  '',
  '/',
  '/etc/passwd',
  '.',
  '..',
  '../x',
  '../dist-evil/x',
  '../dist/x',
  'a/../../x',
  'a/..',
  'a/../b',
  './a',
  'a/./b',
  'a//b',
  'a/',
  'a\0b',
  'a\\b',
  '..\\x',
  'C:/x',
  'c:x',
  '.castwright',
  '.castwright/manifest.json',
  '.Castwright/x',
  '.castwright./x',
  '.castwright /x',
])('does not take %j', (path) => {
  expect(insideOutput('/shows/dist', path)).toBeUndefined()
})

test('does not take a path through a link that leaves the folder', () => {
  const show = temporaryFolder()
  mkdirSync(join(show, 'dist'))
  mkdirSync(join(show, 'dist-evil'))
  put(join(show, 'outside.html'), 'outside')
  symlinkSync(join(show, 'dist-evil'), join(show, 'dist', 'episodes'))
  symlinkSync(join(show, 'outside.html'), join(show, 'dist', 'index.html'))
  symlinkSync(join(show, 'nowhere'), join(show, 'dist', 'dangling'))
  for (const path of ['episodes/soil/index.html', 'episodes', 'index.html', 'dangling', 'dangling/x']) {
    expect(insideOutput(join(show, 'dist'), path), path).toBeUndefined()
  }
})

test('takes a path through a link that stays in the folder, and a folder that is itself reached through a link', () => {
  const show = temporaryFolder()
  mkdirSync(join(show, 'www', 'episodes'), { recursive: true })
  symlinkSync(join(show, 'www', 'episodes'), join(show, 'www', 'shows'))
  symlinkSync(join(show, 'www'), join(show, 'dist'))
  for (const path of ['shows/soil.html', 'episodes/soil.html', 'feed.xml']) {
    expect(insideOutput(join(show, 'dist'), path), path).toBe(join(show, 'dist', path))
  }
})

test('takes a path below a file, which is an obstacle and not a way out', () => {
  const show = temporaryFolder()
  put(join(show, 'a'), 'a file')
  expect(insideOutput(show, 'a/b')).toBe(join(show, 'a', 'b'))
})

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInShow, locateInShow } from '../../src/media/locate.ts'

const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }

let root: string
let show: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'castwright-locate-'))
  show = join(root, 'show')
  const files = [
    'show/episodes/a.md',
    'show/episodes/beside.mp3',
    'show/episodes/both.mp3',
    'show/both.mp3',
    'show/audio/soil.mp3',
    'show/audio/deep/root.mp3',
    'show/audio/a b.mp3',
    'show/audio/100%.mp3',
    'show/audio/a%20literal.mp3',
    'show/audio/Caf\u00e9.mp3',
    'show/..odd.mp3',
    'show-evil/x.mp3',
    'secret.mp3',
  ]
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), 'sound')
  }
  writeFileSync(join(show, 'audio/empty.mp3'), '')
  symlinkSync(join(root, 'secret.mp3'), join(show, 'audio/linked-out.mp3'))
  symlinkSync(root, join(show, 'way-out'))
  symlinkSync(join(show, 'audio/soil.mp3'), join(show, 'audio/linked-in.mp3'))
  symlinkSync(join(root, 'nowhere.mp3'), join(show, 'audio/dangling.mp3'))
  symlinkSync(show, join(root, 'show-link'))
})
afterAll(() => rmSync(root, { recursive: true }))

test.each([
  ['beside.mp3', 'episodes/beside.mp3'],
  ['./beside.mp3', 'episodes/beside.mp3'],
  [' beside.mp3 ', 'episodes/beside.mp3'],
  ['both.mp3', 'episodes/both.mp3'],
  ['../both.mp3', 'both.mp3'],
  ['audio/soil.mp3', 'audio/soil.mp3'],
  ['../audio/soil.mp3', 'audio/soil.mp3'],
  ['audio/../audio/soil.mp3', 'audio/soil.mp3'],
  ['audio\\deep\\root.mp3', 'audio/deep/root.mp3'],
  ['..\\audio\\soil.mp3', 'audio/soil.mp3'],
  ['audio/a%20b.mp3', 'audio/a b.mp3'],
  ['audio/100%.mp3', 'audio/100%.mp3'],
  ['audio/a%20literal.mp3', 'audio/a%20literal.mp3'],
  ['audio/Cafe\u0301.mp3', 'audio/Caf\u00e9.mp3'],
  ['audio/linked-in.mp3', 'audio/linked-in.mp3'],
  ['..odd.mp3', '..odd.mp3'],
])('finds %j as %s', (reference, path) => {
  expect(locateInShow(show, 'episodes/a.md', reference, place)).toEqual({ value: path, diagnostics: [] })
})

test('finds what podcast.yaml names, also if the show’s folder is a link', () => {
  expect(findInShow(join(root, 'show-link'), 'podcast.yaml', 'audio/soil.mp3')).toEqual({ path: 'audio/soil.mp3' })
})

test.each([
  ['media/not-found', 'gone.mp3'],
  ['media/not-found', 'audio/dangling.mp3'],
  ['media/not-found', 'audio/soil.mp3/x'],
  ['media/not-found', `${'x'.repeat(5000)}.mp3`],
  ['media/not-found', '../secret.mp3'],
  ['media/outside-show', '../../secret.mp3'],
  ['media/outside-show', '..\\..\\secret.mp3'],
  ['media/outside-show', '../..'],
  ['media/outside-show', '../../show-evil/x.mp3'],
  ['media/not-found', '%2e%2e/%2e%2e/secret.mp3'],
  ['media/outside-show', 'audio/linked-out.mp3'],
  ['media/outside-show', 'way-out/secret.mp3'],
  ['media/outside-show', '/etc/hostname'],
  ['media/outside-show', 'C:\\audio\\soil.mp3'],
  ['media/outside-show', 'c:soil.mp3'],
  ['media/outside-show', '\\\\server\\share\\soil.mp3'],
  ['media/not-a-file', 'audio'],
  ['media/not-a-file', '.'],
  ['media/empty-file', 'audio/empty.mp3'],
])('says %s of %j', (code, reference) => {
  const { value, diagnostics } = locateInShow(show, 'episodes/a.md', reference, place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code, severity: 'error', place }])
})

test('does not look outside the show for a name with a null character', () => {
  expect(findInShow(show, 'episodes/a.md', 'a\0.mp3').problem).toBe('outside-show')
})

test.each([
  ['besid.mp3', 'beside.mp3'],
  ['audio/siol.mp3', 'audio/soil.mp3'],
  ['audio/Soil.MP3', 'audio/soil.mp3'],
  ['../audio/soil.m4a', '../audio/soil.mp3'],
  ['/audio/soil.mp3', 'audio/soil.mp3'],
  ['\\audio\\soil.mp3', 'audio/soil.mp3'],
])('for %j suggests %j', (reference, suggestion) => {
  expect(locateInShow(show, 'episodes/a.md', reference, place).diagnostics[0]?.hint).toContain(`"${suggestion}"`)
})

test('suggests the path inside the show for an absolute path into it', () => {
  const { diagnostics } = locateInShow(show, 'episodes/a.md', join(show, 'audio/soil.mp3'), place)
  expect(diagnostics[0]?.hint).toContain('"audio/soil.mp3"')
})

test('does not suggest names from outside the show', () => {
  for (const reference of ['../../secre.mp3', 'way-out/secre.mp3', '../way-out/show-evil/y.mp3'])
    expect(locateInShow(show, 'episodes/a.md', reference, place).diagnostics[0]?.hint).not.toMatch(/secret|x\.mp3/)
})

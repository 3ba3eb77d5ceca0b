import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fileFinder } from '../../src/build/public-files.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { LocalFile } from '../../src/model/show.ts'
import type { FoundFile } from '../../src/tags/tag.ts'

const cover = 'tests/fixtures/media/cover-1400.jpg'

/** A show's folder with a picture and a text. */
function showDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'castwright-files-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  mkdirSync(join(dir, 'episodes'))
  copyFileSync(cover, join(dir, 'episodes', 'cover.jpg'))
  writeFileSync(join(dir, 'notes.txt'), 'All about roots.')
  writeFileSync(join(dir, 'episodes', 'empty.jpg'), '')
  writeFileSync(join(dir, 'episodes', 'no-image.png'), 'All about roots.')
  symlinkSync(resolve('package.json'), join(dir, 'episodes', 'link.txt'))
  return dir
}

function find(reference: string, kind: 'file' | 'image') {
  const media: LocalFile[] = []
  const diagnostics: Diagnostic[] = []
  const finder = fileFinder({
    show: { baseUrl: 'https://soil.example/pod/' },
    showDir: showDir(),
    namedBy: 'episodes/roots.md',
    placeOf: (key) => ({ file: 'episodes/roots.md', line: 3, column: key.length, offset: 20 }),
    media,
    diagnostics,
  })
  const found = finder(reference, ['images', 0], kind)
  return {
    found,
    media: media.map(({ from }) => from),
    codes: diagnostics.map(({ code, place }) => `${place?.line}:${place?.column} ${code}`),
  }
}

test.each<[name: string, reference: string, kind: 'file' | 'image', found: FoundFile]>([
  ['an address', 'https://soil.example/a.jpg', 'image', { url: 'https://soil.example/a.jpg' }],
  ['an address with spaces', 'https://soil.example/a b.jpg', 'file', { url: 'https://soil.example/a%20b.jpg' }],
  ['an address of another kind', 'ipfs://bafy7', 'file', { url: 'ipfs://bafy7' }],
])('%s is taken as it is', (_name, reference, kind, found) =>
  expect(find(reference, kind)).toEqual({ found, media: [], codes: [] }),
)

test('a file gets its public address and is measured, and is to be published', () => {
  const { found, media, codes } = find('../notes.txt', 'file')
  expect(found).toEqual({
    url: expect.stringMatching(/^https:\/\/soil\.example\/pod\/.*notes.*\.txt$/),
    length: 16,
    type: 'text/plain',
  })
  expect([media, codes]).toEqual([['notes.txt'], []])
})

test('an image is looked into as well', () => {
  const { found, media } = find('cover.jpg', 'image')
  expect(found).toMatchObject({ length: statSync(cover).size, type: 'image/jpeg', width: 1400, height: 1400 })
  expect(media).toEqual(['episodes/cover.jpg'])
  expect(find('cover.jpg', 'file').found).not.toHaveProperty('width')
})

test.each([
  ['nowhere.jpg', 'media/not-found'],
  ['../../outside.jpg', 'media/outside-show'],
  ['link.txt', 'media/outside-show'],
  ['empty.jpg', 'media/empty-file'],
  ['../episodes', 'media/not-a-file'],
])('%s is not published: %s', (reference, code) =>
  expect(find(reference, 'image')).toEqual({ found: undefined, media: [], codes: [`3:2 ${code}`] }),
)

test('what is no image is told, at the key that names it', () =>
  expect(find('no-image.png', 'image').codes).toEqual(['3:2 media/unreadable-image']))

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkArtwork, imageFactsIn, readImage } from '../../src/media/image.ts'

const fixtures = join(import.meta.dirname, '../fixtures/media')
const place = { file: 'podcast.yaml', line: 9, column: 8, offset: 200 }
const read = (name: string) => readImage(join(fixtures, name), name, place)

test.each([
  ['cover-1400.jpg', { type: 'image/jpeg', width: 1400, height: 1400, length: 7816 }],
  ['cover-1400.png', { type: 'image/png', width: 1400, height: 1400, length: 1995 }],
  ['cover.gif', { type: 'image/gif', width: 1400, height: 1400, length: 2525 }],
  ['png-named.jpg', { type: 'image/png', width: 1400, height: 1400, length: 1995 }],
  ['transparent.png', { type: 'image/png', width: 1400, height: 1400, length: 10943, colours: 'transparent' }],
  ['cmyk.jpg', { type: 'image/jpeg', width: 16, height: 16, length: 293, colours: 'cmyk' }],
])('reads %s', (name, facts) => expect(read(name)).toEqual({ value: facts, diagnostics: [] }))

test.each([
  ['some colours of a PNG are transparent', 'tRNS', 'transparent'],
  ['another chunk stands there', 'tEXt', undefined],
  ['the pixels come first', 'IDAT', undefined],
])('sees whether %s', (_name, chunk, colours) => {
  const png = readFileSync(join(fixtures, 'cover-1400.png'))
  const header = png.subarray(0, 33)
  const tail = Buffer.from('\0\0\0\x01tRNS\0\0\0\0\0\0\0\0\x01IDAT', 'latin1')
  const first = Buffer.from(`\0\0\0\x01${chunk}\0\0\0\0\0`, 'latin1')
  const parts = chunk === 'IDAT' ? [header, first, tail] : [header, first, png.subarray(33)]
  expect(imageFactsIn(Buffer.concat(parts), 2000)?.colours).toBe(colours)
})

test.each(['broken.jpg', 'page.mp3', 'tone.wav', 'gone.png'])('does not take %s for an image', (name) => {
  const { value, diagnostics } = read(name)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-image', severity: 'error', place }])
})

const square = { type: 'image/jpeg', width: 3000, height: 3000, length: 200_000 }

test.each([
  [square, 'a.jpg', []],
  [square, 'a.jpeg', []],
  [square, 'A.JPG', []],
  [{ ...square, width: 1400, height: 1400 }, 'a.jpg', []],
  [{ ...square, width: 1399, height: 1399 }, 'a.jpg', ['error media/artwork-size']],
  [{ ...square, width: 3001, height: 3001 }, 'a.jpg', ['error media/artwork-size']],
  [{ ...square, width: 2000 }, 'a.jpg', ['error media/artwork-not-square']],
  [{ ...square, width: 1000 }, 'a.jpg', ['error media/artwork-not-square', 'error media/artwork-size']],
  [square, 'a.png', ['error media/artwork-extension']],
  [square, 'a', ['error media/artwork-extension']],
  [{ ...square, type: 'image/webp' }, 'a.webp', ['error media/artwork-format']],
  [
    { ...square, type: 'image/gif', width: 10 },
    'a.jpg',
    ['error media/artwork-format', 'error media/artwork-not-square', 'error media/artwork-size'],
  ],
  [{ ...square, colours: 'cmyk' as const }, 'a.jpg', ['warning media/artwork-colours']],
  [{ ...square, colours: 'transparent' as const, type: 'image/png' }, 'a.png', ['warning media/artwork-colours']],
])('%j as %s: %j', (facts, label, found) => {
  const diagnostics = checkArtwork(facts, label, place)
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(found)
  expect(diagnostics.every((diagnostic) => diagnostic.place === place)).toBe(true)
})

test('only warns about an episode’s artwork, of the same things', () => {
  const facts = { ...square, type: 'image/gif', width: 10 }
  const found = checkArtwork(facts, 'a.jpg', place, 'episode')
  expect(found.map(({ code }) => code)).toEqual(checkArtwork(facts, 'a.jpg', place).map(({ code }) => code))
  expect(found.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning'])
})

test.each(['show', 'episode'] as const)('artwork of the %s that is heavy is an info', (level) => {
  const facts = { type: 'image/jpeg', width: 2000, height: 2000, length: 600 * 1024 }
  const place = { file: 'podcast.yaml', line: 1, column: 1, offset: 0 }
  expect(checkArtwork(facts, 'a.jpg', place, level)).toMatchObject([{ code: 'media/artwork-bytes', severity: 'info' }])
  expect(checkArtwork({ ...facts, length: 500 * 1024 }, 'a.jpg', place, level)).toEqual([])
})

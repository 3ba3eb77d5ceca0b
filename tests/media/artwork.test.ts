import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectArtwork } from '../../src/media/artwork.ts'
import { engine } from '../../src/media/sharp-engine.ts'

const fixtures = join(import.meta.dirname, '../fixtures/media')
const place = { file: 'podcast.yaml', line: 9, column: 8, offset: 200 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-artwork-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const paper = (side: number, background: string, channels: 3 | 4 = 3) =>
  sharp({ create: { width: side, height: side, channels, background } })

test('names the version of the library that is installed', () => {
  expect(engine).toBe(`sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`)
})

test.each([
  ['cover-1400.png', [], { isGrey: false, isTransparent: false }],
  ['cover-1400.jpg', ['info media/artwork-grey'], { isGrey: true, isTransparent: false }],
  ['transparent.png', ['warning media/artwork-colours'], { colours: 'transparent', isTransparent: true }],
])('inspects %s: %j', async (name, found, facts) => {
  const { value, diagnostics } = await inspectArtwork(join(fixtures, name), name, place)
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(found)
  expect(diagnostics.every((diagnostic) => diagnostic.place === place)).toBe(true)
  expect(value).toMatchObject({ width: 1400, height: 1400, ...facts })
})

test.each([
  ['cmyk.jpg', ['error media/artwork-size', 'warning media/artwork-colours']],
  ['not-square.jpg', ['error media/artwork-not-square', 'info media/artwork-grey']],
  ['cover.gif', ['error media/artwork-format']],
  ['png-named.jpg', ['error media/artwork-extension']],
  ['broken.jpg', ['error media/unreadable-image']],
  ['page.mp3', ['error media/unreadable-image']],
  ['gone.png', ['error media/unreadable-image']],
])('refuses %s as the show’s artwork', async (name, found) => {
  const { value, diagnostics } = await inspectArtwork(join(fixtures, name), name, place)
  expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(found)
  expect(value).toBeUndefined()
})

test('only warns of an episode’s artwork', async () => {
  const { value, diagnostics } = await inspectArtwork(join(fixtures, 'cmyk.jpg'), 'cmyk.jpg', place, 'episode')
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  expect(value).toMatchObject({ colours: 'cmyk' })
})

test('sees that a picture which can be transparent is not', async () => {
  const file = fileOf('opaque.png', await paper(1400, '#336699', 4).png().toBuffer())
  expect((await inspectArtwork(file, 'opaque.png', place)).value).toMatchObject({
    colours: 'transparent',
    isTransparent: false,
  })
})

test('sees that a picture with few colours is transparent, though its file says so in passing', async () => {
  const file = fileOf('palette.png', await paper(1400, '#33669980', 4).png({ palette: true }).toBuffer())
  const { value, diagnostics } = await inspectArtwork(file, 'palette.png', place)
  expect(value).toMatchObject({ isTransparent: true })
  expect(diagnostics.map(({ code }) => code)).toEqual(['media/artwork-colours'])
})

test('mentions a file that is large', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const create = { width: 1400, height: 1400, channels: 3, background: '#000', noise } as const
  const file = fileOf('noise.png', await sharp({ create }).png().toBuffer())
  const { diagnostics } = await inspectArtwork(file, 'noise.png', place)
  expect(diagnostics).toMatchObject([{ code: 'media/artwork-bytes', severity: 'info', place }])
})

test('says that a picture is damaged behind its first bytes', async () => {
  const whole = await paper(1400, '#336699').jpeg().toBuffer()
  const file = fileOf('half.jpg', whole.subarray(0, whole.length / 2))
  const { value, diagnostics } = await inspectArtwork(file, 'half.jpg', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-image', severity: 'error', place }])
})

test('does not unpack a small file that would fill the memory', async () => {
  const bomb = readFileSync(join(fixtures, 'cover-1400.png'))
  bomb.writeUInt32BE(20_000, 16)
  bomb.writeUInt32BE(20_000, 20)
  const { value, diagnostics } = await inspectArtwork(fileOf('bomb.png', bomb), 'bomb.png', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/artwork-pixels', severity: 'error', place }])
  expect(diagnostics[0]?.message).toContain('20000 × 20000')
})

test.each([
  [
    'a drawing that may load other files',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1400"/>'),
  ],
  ['another kind of picture', Buffer.from('BM'.padEnd(100, '\x04'), 'latin1')],
])('does not unpack %s', async (_name, content) => {
  const { value, diagnostics } = await inspectArtwork(fileOf('other', content), 'other', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-image', severity: 'error', place }])
})

test('does not read a file of a gigabyte', async () => {
  const file = fileOf('film.png', Buffer.from('\x89PNG', 'latin1'))
  truncateSync(file, 1_000_000_000)
  const { diagnostics } = await inspectArtwork(file, 'film.png', place)
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-image', severity: 'error', place }])
  expect(diagnostics[0]?.message).toContain('1000 MB')
})

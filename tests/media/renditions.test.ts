import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { usualSides } from '../../src/media/image.ts'
import { renditionFolder } from '../../src/media/rendition-folder.ts'
import { type Recipe, type RenditionStore, renderArtwork } from '../../src/media/renditions.ts'

const fixtures = join(import.meta.dirname, '../fixtures/media')
const place = { file: 'podcast.yaml', line: 9, column: 8, offset: 200 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-renditions-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, content: Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const jpegs = usualSides.map((side): Recipe => ({ side, format: 'jpeg' }))

async function render(path: string, recipes: readonly Recipe[], store?: RenditionStore) {
  const { value, diagnostics } = await renderArtwork(path, recipes, 'cover', place, store)
  expect(diagnostics).toEqual([])
  return value ?? []
}

/** A picture with an edge, so that resizing has something to do. */
async function striped(width: number, height: number): Promise<Buffer> {
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: '#d02030' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#2060c0' } })
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer()
}

const pixelOf = async (bytes: Uint8Array, left: number, top: number): Promise<number[]> => [
  ...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
]

/** Within what JPEG may change. */
function expectColour(pixel: readonly number[], expected: readonly number[]): void {
  expect(pixel).toHaveLength(expected.length)
  for (const [channel, value] of pixel.entries()) expect(Math.abs(value - (expected[channel] ?? 0))).toBeLessThan(6)
}

test.each(['jpeg', 'png'] as const)('makes each size once as %s, none larger than the picture', async (format) => {
  const file = fileOf('cover.png', await striped(1400, 1400))
  const made = await render(
    file,
    usualSides.map((side) => ({ side, format })),
  )
  expect(made.map(({ side, width, height, type }) => [side, width, height, type])).toEqual([
    [3000, 1400, 1400, `image/${format}`],
    [600, 600, 600, `image/${format}`],
    [300, 300, 300, `image/${format}`],
  ])
  for (const { bytes } of made) expect((await sharp(bytes).metadata()).format).toBe(format)
})

test('keeps the shape of a picture that is not square', async () => {
  const [made] = await render(fileOf('wide.png', await striped(1000, 500)), [{ side: 300, format: 'png' }])
  expect([made?.width, made?.height]).toEqual([300, 150])
})

test('gives the same bytes for the same picture and recipe', async () => {
  const file = fileOf('cover.png', await striped(1400, 1400))
  const [one, other] = [await render(file, jpegs), await render(file, jpegs)]
  expect(one.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    other.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  )
  expect(one.map(({ key }) => key)).toEqual(other.map(({ key }) => key))
})

test('has another key for another picture, size or format', async () => {
  const one = fileOf('one.png', await striped(400, 400))
  const other = fileOf('other.png', await striped(402, 402))
  const recipes = [jpegs[3] as Recipe, { side: 300, format: 'png' } as const, { side: 200, format: 'png' } as const]
  const keys = [...(await render(one, recipes)), ...(await render(other, recipes))].map(({ key }) => key)
  expect(new Set(keys).size).toBe(6)
})

describe('makes sRGB, opaque and upright of', () => {
  const small: readonly Recipe[] = [{ side: 8, format: 'png' }]

  test('the inks of print', async () => {
    const [made] = await render(join(fixtures, 'cmyk.jpg'), small)
    const { space, channels, hasAlpha } = await sharp(made?.bytes).metadata()
    expect({ space, channels, hasAlpha }).toEqual({ space: 'srgb', channels: 3, hasAlpha: false })
  })

  test('shades of grey', async () => {
    const [made] = await render(join(fixtures, 'cover-1400.jpg'), jpegs.slice(3))
    expect(await sharp(made?.bytes).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
  })

  test('what can be seen through, on white', async () => {
    const create = { width: 16, height: 16, channels: 4, background: '#00000000' } as const
    const [made] = await render(fileOf('clear.png', await sharp({ create }).png().toBuffer()), small)
    expect(await pixelOf(made?.bytes ?? new Uint8Array(), 0, 0)).toEqual([255, 255, 255])
  })

  test('a wide range of colours', async () => {
    const create = { width: 16, height: 16, channels: 3, background: '#c08040' } as const
    const wide = await sharp({ create }).withIccProfile('p3').png().toBuffer()
    const [made] = await render(fileOf('p3.png', wide), small)
    expectColour(await pixelOf(made?.bytes ?? new Uint8Array(), 0, 0), [0xc0, 0x80, 0x40])
  })

  test('what a camera held sideways', async () => {
    const turned = await sharp(await striped(40, 20))
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer()
    const [made] = await render(fileOf('turned.jpg', turned), [{ side: 40, format: 'png' }])
    expect([made?.width, made?.height]).toEqual([20, 40])
    expectColour(await pixelOf(made?.bytes ?? new Uint8Array(), 10, 4), [0xd0, 0x20, 0x30])
    expectColour(await pixelOf(made?.bytes ?? new Uint8Array(), 10, 36), [0x20, 0x60, 0xc0])
  })
})

test.each(['jpeg', 'png'] as const)('leaves nothing in a %s but the picture', async (format) => {
  const about = await sharp(await striped(400, 400))
    .withExif({ IFD0: { Copyright: 'Ground Crew' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  const [made] = await render(fileOf('about.jpg', about), [{ side: 300, format }])
  const { exif, icc, xmp, iptc, orientation } = await sharp(made?.bytes).metadata()
  expect({ exif, icc, xmp, iptc, orientation }).toEqual({})
})

test.each([
  ['broken.jpg', ['media/unreadable-image']],
  ['page.mp3', ['media/unreadable-image']],
  ['gone.png', ['media/unreadable-image']],
])('makes nothing of %s', async (name, codes) => {
  const { value, diagnostics } = await renderArtwork(join(fixtures, name), jpegs, name, place)
  expect(value).toBeUndefined()
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual(codes.map((code) => [code, 'error']))
})

test('makes nothing of half a picture', async () => {
  const whole = await sharp(await striped(1400, 1400))
    .jpeg()
    .toBuffer()
  const { value, diagnostics } = await renderArtwork(
    fileOf('half.jpg', whole.subarray(0, 9000)),
    jpegs,
    'half.jpg',
    place,
  )
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-image', severity: 'error', place }])
})

describe('a folder of renditions', () => {
  const recipes: readonly Recipe[] = [{ side: 20, format: 'jpeg' }]

  test('is asked first, and gets what it does not have', async () => {
    const cache = join(folder, 'cache')
    const file = fileOf('small.png', await striped(40, 40))
    const [made] = await render(file, recipes, renditionFolder(cache))
    const key = made?.key ?? ''
    const kept = join(cache, key.slice(0, 2), key)
    expect(readFileSync(kept).equals(Buffer.from(made?.bytes ?? []))).toBe(true)
    expect(readdirSync(join(cache, key.slice(0, 2)))).toEqual([key])
    // Another picture in its place: what is there is taken.
    const other = await sharp({ create: { width: 3, height: 3, channels: 3, background: '#000' } })
      .jpeg()
      .toBuffer()
    writeFileSync(kept, other)
    const [again] = await render(file, recipes, renditionFolder(cache))
    expect([again?.width, Buffer.from(again?.bytes ?? []).equals(other)]).toEqual([3, true])
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['something else', Buffer.from('<html>')],
    ['a picture in another format', readFileSync(join(fixtures, 'cover-1400.png'))],
  ])('that has %s under a key makes the picture again', async (_name, content) => {
    const file = fileOf('small.png', await striped(40, 40))
    const written = new Map<string, Uint8Array>()
    const store: RenditionStore = { read: () => content, write: (key, bytes) => written.set(key, bytes) }
    const [made] = await render(file, recipes, store)
    expect([made?.width, [...written.keys()]]).toEqual([20, [made?.key]])
  })

  test('that can’t be written to costs nothing but time', async () => {
    const blocked = fileOf('blocked', new Uint8Array())
    const file = fileOf('small.png', await striped(40, 40))
    expect(await render(file, recipes, renditionFolder(join(blocked, 'cache')))).toHaveLength(1)
  })
})

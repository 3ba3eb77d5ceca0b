import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tagBytesOf } from '../../src/media/tag-bytes.ts'
import { readTags } from '../../src/media/tags.ts'
import { bytes, frame3, tag } from './id3.ts'
import { readerOf } from './large.ts'

const fixtures = join(import.meta.dirname, '../fixtures/media')
const fixture = (name: string): Buffer => readFileSync(join(fixtures, name))
const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-tags-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string) => readTags(join(fixtures, name), name, place)

function readOf(content: Uint8Array) {
  const file = join(folder, 'episode')
  writeFileSync(file, content)
  return readTags(file, 'episode', place)
}

const texts = {
  title: 'Soil & Wurzeln',
  artist: 'Ground Crew',
  album: 'Ground Floor',
  track: 12,
  disc: 2,
  year: 2026,
  date: '2026-03-31',
  comment: 'On soil.\nTwo lines: ü.',
  lyrics: 'Soil is alive.\nWorms dig.',
}
const intro = { start: 0, title: 'Intro' }
const inFrames = [intro, { start: 0.5, end: 1.5, title: 'Böden' }]
// ffmpeg 5 rounds half a second up when it writes these.
const inComments = [intro, { start: 1.5, title: 'Böden' }]

test.each([
  ['tags-v23.mp3', inFrames, true],
  ['tags-v24.mp3', inFrames, true],
  ['tags.m4a', inFrames, true],
  ['tags.flac', [], true],
  ['tags.ogg', [], false],
  ['tags.opus', inComments, false],
])('reads what ffmpeg wrote into %s', async (name, chapters, hasCover) => {
  const { value, diagnostics } = await read(name)
  const { cover, ...rest } = value ?? { chapters: [] }
  expect(diagnostics).toEqual([])
  expect(rest).toEqual({ ...texts, chapters })
  expect(cover && [cover.type, cover.bytes.length]).toEqual(hasCover ? ['image/png', 99] : undefined)
})

test.each(['tone.opus', 'tone.wav', 'cbr-no-header.mp3', 'clip.mp4', 'page.mp3', 'said.aiff', 'said.aac'])(
  'finds nothing in %s',
  async (name) => {
    expect(await read(name)).toEqual({ value: { chapters: [] }, diagnostics: [] })
  },
)

const text = (id: string, value: string): Uint8Array => frame3(id, bytes([0], value))
const picture = (kind: number, content: Uint8Array): Uint8Array =>
  frame3('APIC', bytes([0], 'image/jpeg', [0, kind, 0], content))
const png = fixture('cover-1400.png')

test.each([
  ['a year alone', [text('TYER', '2026')], { year: 2026 }],
  ['a day that there is not', [text('TYER', '2026'), text('TDAT', '3002')], { year: 2026 }],
  ['a number of several', [text('TRCK', '3/40')], { track: 3 }],
  ['a title over two lines', [text('TIT2', 'Soil\r\n  and roots')], { title: 'Soil and roots' }],
  ['a title of blanks', [text('TIT2', '  ')], {}],
  ['a comment with a name of its own', [frame3('COMM', bytes([0], 'eng', 'iTunNORM', [0], '0000'))], {}],
  ['a plain comment', [frame3('COMM', bytes([0], 'eng', [0], 'On soil.'))], { comment: 'On soil.' }],
  ['lyrics', [frame3('USLT', bytes([0], 'eng', [0], 'Soil.\nWorms.'))], { lyrics: 'Soil.\nWorms.' }],
  [
    'a front cover among others',
    [picture(4, fixture('cmyk.jpg')), picture(3, png)],
    { cover: { type: 'image/png', bytes: png } },
  ],
  ['another picture alone, by its content', [picture(0, png)], { cover: { type: 'image/png', bytes: png } }],
  ['a picture that is none', [picture(3, bytes('nothing'))], {}],
])('reads %s', async (_name, frames, expected) => {
  const { value, diagnostics } = await readOf(bytes(tag(3, bytes(...frames)), fixture('cbr-no-header.mp3')))
  const { cover, ...rest } = value ?? { chapters: [] }
  const seen = cover && { cover: { ...cover, bytes: Buffer.from(cover.bytes) } }
  expect({ ...rest, ...seen }).toEqual({ ...expected, chapters: [] })
  expect(diagnostics).toEqual([])
})

test('prefers the tag at the start to the one at the end', async () => {
  const old = bytes('TAG', 'Old title'.padEnd(30, '\0'), 'Old artist'.padEnd(30, '\0'), new Array(65).fill(0))
  const { value } = await readOf(bytes(tag(3, text('TIT2', 'New title')), fixture('cbr-no-header.mp3'), old))
  expect(value).toMatchObject({ title: 'New title', artist: 'Old artist' })
})

test('says that tags are damaged, and gives what it could read', async () => {
  const flac = fixture('tags.flac')
  // The picture’s block, the second one, says that it ends far behind the file.
  flac.writeUInt32BE(0x86ffffff, 4 + 4 + 34)
  const { value, diagnostics } = await readOf(flac)
  expect(value).toEqual({ chapters: [] })
  expect(diagnostics).toMatchObject([{ code: 'media/damaged-tags', severity: 'warning', place }])
  expect(await read('broken.m4a')).toMatchObject({ diagnostics: [{ code: 'media/damaged-tags' }] })
  const cut = tag(3, bytes(text('TIT2', 'Soil'), 'TALB', [9, 9, 9, 9]))
  const other = await readOf(bytes(cut, fixture('cbr-no-header.mp3')))
  expect(other.value).toMatchObject({ title: 'Soil' })
  expect(other.diagnostics).toMatchObject([{ code: 'media/damaged-tags', severity: 'warning', place }])
})

test('says that a file can’t be read', async () => {
  const { value, diagnostics } = await readTags(join(folder, 'gone.mp3'), 'gone.mp3', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-audio', severity: 'error', place }])
})

test.each(['tags-v24.mp3', 'tags.m4a', 'tags.flac', 'tags.ogg'])('does not read the sound of %s', (name) => {
  // The same with a gigabyte more of it, in the middle.
  const whole = fixture(name)
  const more = 1_000_000_000
  const middle = name === 'tags.m4a' ? whole.indexOf('mdat') + 4 : Math.floor(whole.length * 0.7)
  if (name === 'tags.m4a') whole.writeUInt32BE(whole.readUInt32BE(middle - 8) + more, middle - 8)
  const parts = [
    [0, whole.subarray(0, middle)],
    [middle + more, whole.subarray(middle)],
  ] as const
  const { readAt, asked } = readerOf({ size: whole.length + more, parts })
  const part = tagBytesOf(readAt, whole.length + more)
  if (typeof part !== 'object') throw new Error('no part')
  expect(Buffer.from(part.bytes).indexOf('Wurzeln')).toBeGreaterThan(0)
  expect(asked()).toBeLessThan(48 * 1024)
})

test('takes any damage', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('tags-v23.mp3', 'tags-v24.mp3', 'tags.m4a', 'tags.flac', 'tags.opus', 'tags.ogg'),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 20 }),
      fc.integer({ min: 0, max: 100 }),
      async (name, changes, percent) => {
        const file = fixture(name)
        for (const [at, byte] of changes) file[at % Math.min(file.length, 3000)] = byte
        const { value } = await readOf(file.subarray(0, Math.ceil((file.length * percent) / 100)))
        expect(value?.chapters).toBeDefined()
      },
    ),
    { numRuns: 300 },
  )
})

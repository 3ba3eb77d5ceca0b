import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Measured, measure } from '../../src/media/measure.ts'
import { chaptersInMp4 } from '../../src/media/mp4-chapters.ts'
import type { ReadAt } from '../../src/media/read-at.ts'
import type { Unreadable } from '../../src/media/unreadable.ts'

/** Whatever happens to a file, it is measured or refused. */

const folder = join(import.meta.dirname, '../fixtures/media')
const files = new Map(
  readdirSync(folder)
    .filter((name) => /\.(?:mp3|m4a|mp4|mov|mkv|webm|ogg|ogv|opus|flac|wav|aiff|aac)$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name))]),
)

const readerOf =
  (bytes: Uint8Array): ReadAt =>
  (offset, length) =>
    bytes.subarray(offset, Math.max(offset + length, offset))

/** What every answer is like: numbers that can be, and a time that fits the size. */
function expectSane(answer: Measured | Unreadable, size: number): void {
  if ('why' in answer) {
    expect(answer.why).not.toBe('')
    return
  }
  const { format, length, duration = 1, bitrate = 1, height = 1, percent = 0 } = answer
  expect(format).not.toBe('')
  expect(length).toBe(size)
  for (const amount of [duration, bitrate, height]) {
    expect(amount).toBeGreaterThan(0)
    expect(amount).toBeLessThan(Number.POSITIVE_INFINITY)
  }
  expect(percent).toBeGreaterThanOrEqual(0)
  expect(percent).toBeLessThan(100)
  if (answer.duration !== undefined) expect(duration * 100).toBeLessThanOrEqual(size * 8)
}

/** Changed bytes, most of them where what tells about the sound is, or at the end. */
const changes = (length: number) =>
  fc.array(
    fc.tuple(
      fc.oneof(
        fc.integer({ min: 0, max: Math.min(length, 600) - 1 }),
        fc.integer({ min: 0, max: length - 1 }),
        fc.integer({ min: Math.max(length - 400, 0), max: length - 1 }),
      ),
      fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 })),
    ),
    { maxLength: 12 },
  )

describe('measures or refuses a file with changed bytes, cut or followed by another', () => {
  test.each([...files])('%s', (_name, whole) => {
    fc.assert(
      fc.property(
        changes(whole.length),
        fc.oneof(fc.constant(whole.length), fc.integer({ min: 0, max: whole.length })),
        fc.constantFrom(new Uint8Array(), ...files.values()),
        (changed, cut, other) => {
          const damaged = Buffer.from(whole)
          for (const [at, byte] of changed) damaged[at] = byte
          const file = Buffer.concat([damaged.subarray(0, cut), other])
          expectSane(measure(readerOf(file), file.length), file.length)
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('refuses any bytes that start like a known format, or measures them', () => {
  const starts = [
    ...[
      'OggS',
      'fLaC',
      'RIFF\0\0\0\0WAVE',
      'RF64\0\0\0\0WAVEds64',
      'FORM\0\0\0\0AIFF',
      '\0\0\0\x10ftypM4A ',
      'ID3\x03',
    ],
    ...['\x1aE\xdf\xa3\x84B\x82\x81w\x18S\x80g', '\xff\xf1', '\xff\xfb\x90\x64', 'APETAGEX', ''],
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 3000 }), (start, rest) => {
      const file = Buffer.concat([Buffer.from(start, 'latin1'), rest])
      expectSane(measure(readerOf(file), file.length), file.length)
    }),
    { numRuns: 500 },
  )
})

test('refuses a file without a byte', () => {
  expect(measure(readerOf(new Uint8Array()), 0)).toEqual({ why: 'it is empty (0 bytes)' })
})

test.each([
  ['zeros', new Uint8Array(100_000)],
  ['text', Buffer.from('Soil is alive. '.repeat(1000))],
  ['a PDF', Buffer.from('%PDF-1.7')],
  ['a ZIP archive', Buffer.from('PK\x03\x04', 'latin1')],
  ['a picture', readFileSync(join(folder, 'cover-1400.png'))],
  ['an AVIF picture', Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf', 'latin1')],
])('refuses %s', (_name, bytes) => {
  expect(measure(readerOf(bytes), bytes.length)).toEqual({ why: expect.any(String) })
})

test('refuses a film without sound', () => {
  const film = Buffer.from(files.get('film.mp4') as Buffer)
  film.write('xxxx', film.indexOf('soun'), 'latin1')
  expect(measure(readerOf(film), film.length)).toEqual({ why: 'there is no sound in it' })
})

test('says that what stands at the end of an M4A is missing', () => {
  const whole = files.get('tone.m4a') as Buffer
  const cut = whole.subarray(0, whole.indexOf('moov') - 8)
  expect(measure(readerOf(cut), cut.length)).toEqual({ why: expect.stringContaining('cut off') })
  const unfinished = Buffer.from(whole.subarray(0, whole.indexOf('moov') - 4))
  expect(measure(readerOf(unfinished), unfinished.length)).toEqual({ why: expect.stringContaining('not written') })
})

test('finds other formats behind an ID3 tag', () => {
  const tag = Buffer.from('ID3\x03\0\0\0\0\0\x0aTIT2\0\0\0\0\0\0', 'latin1')
  for (const name of ['tone.flac', 'said.aac', 'tone.wav', 'tone.m4a', 'said.opus']) {
    const file = Buffer.concat([tag, files.get(name) as Buffer])
    const { duration } = measure(readerOf(file), file.length) as Measured
    expect([name, duration]).toEqual([
      name,
      (measure(readerOf(files.get(name) as Buffer), file.length - tag.length) as Measured).duration,
    ])
  }
})

test('takes a track of pictures for chapters only if the sound refers to it', () => {
  const film = Buffer.from(files.get('film.mp4') as Buffer)
  expect(measure(readerOf(film), film.length)).toMatchObject({ format: 'mp4', height: 48 })
  // In place of the sound’s edit list: that the film’s track, the first one, holds its chapters.
  const edits = film.lastIndexOf('edts')
  film.write('tref', edits, 'latin1')
  film.writeUInt32BE(film.readUInt32BE(edits - 4) - 8, edits + 4)
  film.write('chap', edits + 8, 'latin1')
  film.fill(0, edits + 12, edits - 4 + film.readUInt32BE(edits - 4))
  film.writeUInt32BE(1, edits + 12)
  expect(measure(readerOf(film), film.length)).toMatchObject({ format: 'm4a' })
  expect(chaptersInMp4(readerOf(film), film.length)).toEqual([])
})

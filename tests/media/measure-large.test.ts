import { mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureAudio } from '../../src/media/audio.ts'
import { measure } from '../../src/media/measure.ts'
import { type Large, readerOf } from './large.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/media', name))

const gigabyte = 1_000_000_000
const size = 6 * gigabyte

const text = (value: string): Buffer => Buffer.from(value, 'latin1')

/** Numbers one after the other: `u32le`, `u16le` and so on. */
function numbers(
  ...values: readonly (readonly [kind: 'u16le' | 'u32le' | 'u64le' | 'u32be' | 'u64be', value: number])[]
) {
  const write = {
    u16le: (buffer: Buffer, value: number) => buffer.writeUInt16LE(value),
    u32le: (buffer: Buffer, value: number) => buffer.writeUInt32LE(value),
    u64le: (buffer: Buffer, value: number) => buffer.writeBigUInt64LE(BigInt(value)),
    u32be: (buffer: Buffer, value: number) => buffer.writeUInt32BE(value),
    u64be: (buffer: Buffer, value: number) => buffer.writeBigUInt64BE(BigInt(value)),
  }
  return Buffer.concat(
    values.map(([kind, value]) => {
      const buffer = Buffer.alloc(Number(kind.slice(1, 3)) / 8)
      write[kind](buffer, value)
      return buffer
    }),
  )
}

/** CD quality: 176,400 bytes in a second. */
const cd = numbers(['u16le', 1], ['u16le', 2], ['u32le', 44_100], ['u32le', 176_400], ['u16le', 4], ['u16le', 16])
const fmt = Buffer.concat([text('fmt '), numbers(['u32le', 16]), cd])

function wav(): Large {
  const bytes = 3 * gigabyte
  const head = [
    text('RIFF'),
    numbers(['u32le', bytes + 36]),
    text('WAVE'),
    fmt,
    text('data'),
    numbers(['u32le', bytes]),
  ]
  return { size: bytes + 44, parts: [[0, Buffer.concat(head)]] }
}

function rf64(): Large {
  const sizes = numbers(['u64le', size - 8], ['u64le', size - 80], ['u64le', 0], ['u32le', 0])
  const ds64 = Buffer.concat([text('ds64'), numbers(['u32le', 28]), sizes])
  const open = numbers(['u32le', 0xffffffff])
  return { size, parts: [[0, Buffer.concat([text('RF64'), open, text('WAVE'), ds64, fmt, text('data'), open])]] }
}

function aiff(): Large {
  const head = Buffer.from(fixture('said.aiff').subarray(0, 54))
  const common = head.indexOf('COMM') + 8
  const sound = head.indexOf('SSND') + 4
  head.writeUInt32BE(gigabyte, common + 2)
  head.writeUInt32BE(gigabyte + 8, sound)
  return { size: sound + 4 + gigabyte + 8, parts: [[0, head]] }
}

const ftyp = Buffer.concat([numbers(['u32be', 16]), text('ftypM4A '), numbers(['u32be', 0])])
const movie = fixture('tone.m4a').subarray(fixture('tone.m4a').indexOf('moov') - 4)
/** A box of sound whose size takes 64 bits. */
const mdat = (length: number): Buffer =>
  Buffer.concat([numbers(['u32be', 1]), text('mdat'), numbers(['u64be', length])])

/** With the index at the end. */
function m4a(): Large {
  const sound = size - ftyp.length - movie.length
  return {
    size,
    parts: [
      [0, Buffer.concat([ftyp, mdat(sound)])],
      [ftyp.length + sound, movie],
    ],
  }
}

/** With the index at the start. */
function fastM4a(): Large {
  return { size, parts: [[0, Buffer.concat([ftyp, movie, mdat(size - ftyp.length - movie.length)])]] }
}

/** The encoder notes 10,000,000 frames, and as many bytes as there are. */
function mp3(tail: readonly Uint8Array[] = []): Large {
  const file = fixture('tone.mp3')
  const mark = file.indexOf('Info')
  const head = Buffer.from(file.subarray(0, mark + 4000))
  const end = Buffer.concat(tail)
  head.write('Xing', mark, 'latin1')
  head.writeUInt32BE(10_000_000, mark + 8)
  // The header of a frame in mono stands 21 bytes before.
  const bytes = 4 * gigabyte
  head.writeUInt32BE(bytes, mark + 12)
  return {
    size: bytes + mark - 21 + end.length,
    parts: [
      [0, head],
      [bytes + mark - 21, end],
    ],
  }
}

function flac(): Large {
  const head = Buffer.from(fixture('tone.flac').subarray(0, 8_192))
  const total = 8 + 14
  head.writeUInt32BE(4_000_000_000, total)
  return { size, parts: [[0, head]] }
}

function ogg(): Large {
  const file = fixture('said.opus')
  const last = Buffer.from(file.subarray(file.lastIndexOf('OggS')))
  last.writeBigUInt64LE(BigInt(20_000 * 48_000 + 312), 6)
  return {
    size,
    parts: [
      [0, file.subarray(0, file.lastIndexOf('OggS'))],
      [size - last.length, last],
    ],
  }
}

function webm(): Large {
  const head = Buffer.from(fixture('film.webm').subarray(0, 2000))
  const segment = head.indexOf(Buffer.from('18538067', 'hex'))
  // A size that is not known: to the end.
  head.write('01ffffffffffffff', segment + 4, 'hex')
  return { size, parts: [[0, head]] }
}

const id3v1 = Buffer.concat([text('TAG'), Buffer.alloc(125)])
/** An APE tag with a picture of some megabytes. */
const cover = Buffer.concat([
  numbers(['u32le', 3_000_000], ['u32le', 2]),
  text('Cover Art (Front)\0'),
  Buffer.alloc(3_000_000),
])
const apeFooter = (size: number): Buffer =>
  Buffer.concat([
    text('APETAGEX'),
    numbers(['u32le', 2000], ['u32le', size], ['u32le', 1], ['u32le', 0]),
    Buffer.alloc(8),
  ])
const ape = Buffer.concat([cover, apeFooter(cover.length + 32)])

const kilobyte = 1024

describe('reads little of a file of gigabytes, and tells how long it is', () => {
  test.each([
    ['WAV', wav(), 17_006.803, 8 * kilobyte],
    ['WAV of more than 4 GB', rf64(), (size - 80) / 176_400, 8 * kilobyte],
    ['AIFF', aiff(), 125_000, 12 * kilobyte],
    ['M4A', m4a(), 2, 16 * kilobyte],
    ['M4A with its index at the start', fastM4a(), 2, 16 * kilobyte],
    ['MP3 with a note of its encoder', mp3(), (10_000_000 * 1152) / 44_100, 20 * kilobyte],
    ['MP3 with tags at its end', mp3([ape, id3v1]), (10_000_000 * 1152) / 44_100, 20 * kilobyte],
    ['FLAC', flac(), 500_000, 300 * kilobyte],
    ['Opus', ogg(), 20_000, 80 * kilobyte],
    ['WebM', webm(), 2.007, 8 * kilobyte],
  ])('%s', (_name, large, duration, most) => {
    const { readAt, asked } = readerOf(large)
    const measured = measure(readAt, large.size)
    expect(measured).toMatchObject({ length: large.size, duration: Math.round(duration * 1000) / 1000 })
    expect(measured).not.toHaveProperty('percent')
    expect(asked()).toBeLessThanOrEqual(most)
  })
})

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-large-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['rf64.wav', rf64(), 34_013.605],
  ['late-index.m4a', m4a(), 2],
])('measures %s of 6 GB on the disk', (name, large, duration) => {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  for (const [at, bytes] of large.parts) writeSync(file, bytes, 0, bytes.length, at)
  truncateSync(path, large.size)
  expect(measureAudio(path)).toMatchObject({ length: size, duration })
})

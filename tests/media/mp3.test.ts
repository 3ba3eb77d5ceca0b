import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id3Length } from '../../src/media/id3-length.ts'
import { measureMp3, mp3Duration } from '../../src/media/mp3.ts'

/** A frame of MPEG 1 layer III at 44.1 kHz; `rate` is the header's index, 1 (32 kbit/s) to 14 (320 kbit/s). */
function frame(rate: number, padding = 0): Uint8Array {
  const kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320][rate] as number
  const bytes = new Uint8Array(Math.floor((144 * kilobits * 1000) / 44100) + padding)
  bytes.set([0xff, 0xfb, (rate << 4) | (padding << 1), 0xc4])
  return bytes
}
const frameSeconds = 1152 / 44100

/** A first frame in which the encoder notes how many frames and bytes follow. */
function noted(name: 'Xing' | 'Info' | 'VBRI', frames: number, bytes: number): Uint8Array {
  const first = frame(5)
  const view = new DataView(first.buffer)
  const at = name === 'VBRI' ? 36 : 4 + 17
  first.set(new TextEncoder().encode(name), at)
  if (name === 'VBRI') {
    view.setUint32(at + 10, bytes)
    view.setUint32(at + 14, frames)
  } else {
    view.setUint32(at + 4, 3)
    view.setUint32(at + 8, frames)
    view.setUint32(at + 12, bytes)
  }
  return first
}

function id3(length: number): Uint8Array {
  const tag = new Uint8Array(10 + length).fill(0x41, 10)
  tag.set([0x49, 0x44, 0x33, 4, 0, 0, (length >> 21) & 127, (length >> 14) & 127, (length >> 7) & 127, length & 127])
  return tag
}

const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** The playing time of bytes, and how many of them were read. */
function measure(bytes: Uint8Array, start = 0) {
  let read = 0
  const seconds = mp3Duration(
    (offset, length) => {
      const chunk = bytes.subarray(offset, offset + length)
      read += chunk.length
      return chunk
    },
    start,
    bytes.length,
  )
  return { seconds, read }
}

const rates = fc.array(fc.record({ rate: fc.integer({ min: 1, max: 14 }), padding: fc.integer({ min: 0, max: 1 }) }), {
  minLength: 3,
  maxLength: 2000,
})

test('counts every frame, whatever their bit rates', () => {
  fc.assert(
    fc.property(rates, (frames) => {
      const { seconds } = measure(join(frames.map(({ rate, padding }) => frame(rate, padding))))
      expect(seconds).toBeCloseTo(frames.length * frameSeconds, 6)
    }),
    { numRuns: 50 },
  )
})

test('never fails on bytes that are not MP3', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
      const { seconds } = measure(bytes)
      expect(seconds === undefined || seconds >= 0).toBe(true)
    }),
  )
})

test.each(['Xing', 'Info', 'VBRI'] as const)('takes the number of frames from %s and reads no further', (name) => {
  const frames = Array.from({ length: 5000 }, (_, index) => frame(1 + (index % 14)))
  const size = frames.reduce((sum, { length }) => sum + length, frame(5).length)
  const { seconds, read } = measure(join([noted(name, 5000, size), ...frames]))
  expect(seconds).toBeCloseTo(5000 * frameSeconds, 6)
  expect(read).toBeLessThan(10_000)
})

/** What is said of bytes. */
const measured = (bytes: Uint8Array) =>
  measureMp3((offset, length) => bytes.subarray(offset, offset + length), 0, bytes.length)

test('has the bit rate that all frames have, or else what it is on average', () => {
  const bare = (rate: number, count: number) => join(Array.from({ length: count }, () => frame(rate)))
  expect(measured(bare(9, 100))?.bitrate).toBe(128_000)
  const average = (100 * (frame(9).length + frame(14).length) * 8) / (200 * frameSeconds)
  expect(measured(join([bare(9, 100), bare(14, 100)]))?.bitrate).toBeCloseTo(average, 6)
})

test('has the bit rate of the frame’s header if the encoder noted a constant one', () => {
  // Frames without padding have a little less than their header says.
  const frames = Array.from({ length: 1000 }, () => frame(5))
  const size = 1001 * frame(5).length
  expect(measured(join([noted('Info', 1000, size), ...frames]))?.bitrate).toBe(64_000)
  const average = (1000 * frame(5).length * 8) / (1000 * frameSeconds)
  expect(measured(join([noted('Xing', 1000, size), ...frames]))?.bitrate).toBeCloseTo(average, 6)
})

test('counts what is there of a file that is cut off, and how much of it that is', () => {
  const whole = join([noted('Info', 1000, 1001 * frame(9).length), ...Array.from({ length: 1000 }, () => frame(9))])
  const found = measured(whole.subarray(0, frame(5).length + 400 * frame(9).length))
  expect(found?.seconds).toBeCloseTo(400 * frameSeconds, 6)
  expect(found?.share).toBeCloseTo(0.4, 6)
})

test('does not take a file for cut off in which a frame or two less are than noted', () => {
  const frames = Array.from({ length: 1000 }, () => frame(9))
  expect(measured(join([noted('Info', 1010, 2_000_000), ...frames]))?.share).toBe(1)
})

test('does not believe a note that describes only the first of two joined files', () => {
  const frames = Array.from({ length: 300 }, () => frame(9))
  const part = join([noted('Info', 300, 300 * frame(9).length + frame(5).length), ...frames])
  const { seconds } = measure(join([part, id3(5000), part]))
  // The second file's note is a frame like any other to a player.
  expect(seconds).toBeCloseTo(601 * frameSeconds, 6)
})

test('steps over junk between frames, and over a tag at the end', () => {
  const half = join(Array.from({ length: 1000 }, () => frame(14)))
  const tag = new TextEncoder().encode(`TAG${'x'.repeat(125)}`)
  const { seconds } = measure(join([half, new Uint8Array(70_000).fill(0xff), half, tag]))
  expect(seconds).toBeCloseTo(2000 * frameSeconds, 6)
})

test('finds the first frame after some padding', () => {
  const { seconds } = measure(join([new Uint8Array(50_000), ...Array.from({ length: 10 }, () => frame(9))]))
  expect(seconds).toBeCloseTo(10 * frameSeconds, 6)
})

test.each([
  ['MPEG 2 layer III, mono, 24 kHz', [0xff, 0xf3, 0x44, 0xc4], 96, 576 / 24000],
  ['MPEG 2.5 layer III, 8 kHz', [0xff, 0xe3, 0x18, 0xc4], 72, 576 / 8000],
  ['MPEG 1 layer II, 48 kHz', [0xff, 0xfd, 0x84, 0x04], 384, 1152 / 48000],
  ['MPEG 1 layer I, 32 kHz', [0xff, 0xff, 0x48, 0x04], 192, 384 / 32000],
])('reads %s', (_name, header, length, seconds) => {
  const one = new Uint8Array(length)
  one.set(header)
  expect(measure(join([one, one, one, one])).seconds).toBeCloseTo(4 * seconds, 9)
})

test('measures an ID3 tag, with or without a footer', () => {
  const tag = id3(3000)
  expect(id3Length(tag)).toBe(3010)
  tag[5] = 0x10
  expect(id3Length(tag)).toBe(3020)
  expect(id3Length(frame(9))).toBe(0)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { measureOgg } from '../../src/media/ogg.ts'
import { readCodec } from '../../src/media/ogg-codec.ts'
import { walkPages } from '../../src/media/ogg-pages.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/media', name))
const secondsOf = (file: Uint8Array) =>
  measureOgg((offset, length) => file.subarray(offset, offset + length), file.length)?.seconds

/** The pages of a file. */
const pagesOf = (file: Buffer) => [
  ...walkPages((offset, length) => file.subarray(offset, offset + length), 0, file.length),
]

/** A recording of a stream that had been running for so many units. */
function late(file: Buffer, units: number): Buffer {
  const shifted = Buffer.from(file)
  for (const { from, position } of pagesOf(file)) {
    if (position !== undefined && position > 0) shifted.writeBigUInt64LE(BigInt(position + units), from + 6)
  }
  return shifted
}

test.each([
  ['said.opus', 48_000],
  ['said.ogg', 16_000],
])('leaves out what a running stream had played before it was recorded, in %s', (name, rate) => {
  const file = fixture(name)
  const recorded = secondsOf(late(file, 3600 * rate)) ?? 0
  // To the length of a packet, as the first page does not say where it starts.
  expect(Math.abs(recorded - 1.5)).toBeLessThan(0.05)
})

test('takes a first page of some seconds for the start', () => {
  expect(secondsOf(late(fixture('said.opus'), 2 * 48_000))).toBeCloseTo(3.5, 6)
})

test('adds up recordings that were joined, whatever their codecs', () => {
  const [opus, vorbis] = [fixture('said.opus'), fixture('said.ogg')]
  expect(secondsOf(Buffer.concat([opus, vorbis, vorbis]))).toBeCloseTo(4.5, 6)
})

test('does not take subtitles that end last for a joined recording', () => {
  const file = fixture('said.opus')
  const [first] = pagesOf(file)
  const serial = 0x01020304
  const page = (flags: number, position: number): Buffer => {
    const bytes = Buffer.alloc(28 + 8)
    bytes.write('OggS', 'latin1')
    bytes[5] = flags
    bytes.writeBigUInt64LE(BigInt(position), 6)
    bytes.writeUInt32LE(serial, 14)
    bytes.set([1, 8], 26)
    bytes.write('\x80kate\0\0\0', 28, 'latin1')
    return bytes
  }
  const at = first?.to ?? 0
  const both = Buffer.concat([file.subarray(0, at), page(2, 0), file.subarray(at), page(4, 9)])
  expect(secondsOf(both)).toBe(1.5)
})

test('goes by the last whole page of a file that is cut off', () => {
  const file = fixture('said.ogg')
  const last = pagesOf(file).at(-1)
  const next = Buffer.from(file.subarray(last?.from))
  next.writeBigUInt64LE(BigInt((last?.position ?? 0) + 16_000), 6)
  const longer = Buffer.concat([file, next])
  expect(secondsOf(longer)).toBe(2.5)
  expect(secondsOf(longer.subarray(0, -1))).toBe(1.5)
})

const packet = (name: string, fields: readonly (readonly [at: number, bytes: readonly number[]])[]): Buffer => {
  const bytes = Buffer.alloc(64)
  bytes.write(name, 'latin1')
  for (const [at, values] of fields) bytes.set(values, at)
  return bytes
}

test.each([
  ['Vorbis', packet('\x01vorbis', [[12, [0x44, 0xac, 0, 0]]]), { isSound: true, rate: 44_100, skip: 0 }],
  ['Opus', packet('OpusHead', [[10, [0x38, 1]]]), { isSound: true, rate: 48_000, skip: 312 }],
  ['FLAC', packet('\x7fFLAC', [[27, [0x0a, 0xc4, 0x42, 0xf0]]]), { isSound: true, rate: 44_100, skip: 0 }],
  ['Speex', packet('Speex   ', [[36, [0x80, 0x3e, 0, 0]]]), { isSound: true, rate: 16_000, skip: 0 }],
  [
    'Theora',
    packet('\x80theora', [
      [17, [0, 0, 180]],
      [22, [0, 0, 0, 25, 0, 0, 0, 1]],
    ]),
    { isSound: false, rate: 25, height: 180 },
  ],
])('knows %s by its first packet', (_name, bytes, expected) => expect(readCodec(bytes)).toMatchObject(expected))

test.each([
  ['a rate of 0', packet('\x01vorbis', [])],
  ['pictures that take no time', packet('\x80theora', [[22, [0, 0, 0, 25]]])],
  ['another codec', packet('fishead', [])],
])('does not know %s', (_name, bytes) => expect(readCodec(bytes)).toBeUndefined())

test('counts pictures by the last whole one and those after it', () => {
  // Six bits for the second number.
  const theora = readCodec(
    packet('\x80theora', [
      [22, [0, 0, 0, 25, 0, 0, 0, 1]],
      [40, [0, 6 << 5]],
    ]),
  )
  expect(theora?.countAt?.((100 << 6) + 7)).toBe(107)
})

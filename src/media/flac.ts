import { uint16, uint32 } from './bytes.ts'
import { bitrateOf, type Found } from './found.ts'
import { inPieces, type ReadAt } from './read-at.ts'

/** FLAC. @see RFC 9639 */

/** More blocks before the sound are damage. */
const maxBlocks = 1000

/** What the first block says about the sound. */
interface StreamInfo {
  /** Samples in each frame but the last, where all have the same. */
  readonly blockSize: number
  readonly samplesPerSecond: number
  /** 0 if it was not known when the file was written. */
  readonly samples: number
}

function readStreamInfo(block: Uint8Array): StreamInfo {
  return {
    blockSize: uint16(block, 0),
    samplesPerSecond: uint32(block, 10) >>> 12,
    samples: ((block[13] ?? 0) & 15) * 2 ** 32 + uint32(block, 14),
  }
}

/** Two frames mostly fit into the first, some large ones into the second, with tags that some programs put after. */
const tailSizes = [32 * 1024, 256 * 1024] as const

/** @returns undefined if it does not say what sound it has */
export function measureFlac(read: ReadAt, size: number): Found | undefined {
  const readAt = inPieces(read)
  let at = 4
  let info: StreamInfo | undefined
  for (let count = 0; count < maxBlocks && at + 4 <= size; count++) {
    const header = uint32(readAt(at, 4), 0)
    const length = header & 0xffffff
    if ((header >>> 24) % 128 === 0) info ??= readStreamInfo(readAt(at + 4, 18))
    at += 4 + length
    // The first bit says that the sound follows.
    if (header >= 2 ** 31) break
  }
  if (info === undefined || info.samplesPerSecond === 0 || at >= size) return undefined
  const last = lastSample(read, at, size, info.blockSize)
  // In its last frames it says where it ends; they are not there if the file is cut off.
  const isCut = info.samples > 0 && last !== undefined && last < info.samples * 0.99
  const samples = info.samples === 0 || isCut ? last : info.samples
  const seconds = samples === undefined ? undefined : samples / info.samplesPerSecond
  const share = isCut ? last / info.samples : 1
  return { format: 'flac', seconds, bitrate: bitrateOf(size - at, seconds), share }
}

/** A frame as its header says it: its first sample, and the one after its last. */
interface Span {
  readonly from: number
  readonly to: number
}

/** Where the last frame ends, in samples; undefined if there is none near the end. */
function lastSample(readAt: ReadAt, from: number, size: number, blockSize: number): number | undefined {
  for (const tailSize of tailSizes) {
    const tailFrom = Math.max(from, size - tailSize)
    const last = lastSampleIn(readAt(tailFrom, size - tailFrom), blockSize)
    if (last !== undefined || tailFrom === from) return last
  }
  return undefined
}

/** Bytes of sound may look like a header: a true one starts where another frame ends. */
function lastSampleIn(tail: Uint8Array, blockSize: number): number | undefined {
  const ends = new Set<number>()
  let last: number | undefined
  for (let at = tail.indexOf(0xff); at !== -1; at = tail.indexOf(0xff, at + 1)) {
    const span = readFrameHeader(tail, at, blockSize)
    if (span === undefined) continue
    if (span.from === 0 || ends.has(span.from)) last = span.to
    ends.add(span.to)
  }
  return last
}

/** Samples by the code of four bits; 6 and 7 stand for a number at the header's end. @see RFC 9639 §9.1.1 */
function samplesByCode(code: number): number {
  if (code === 1) return 192
  return code < 6 ? 144 * 2 ** code : 2 ** code
}

/** @see RFC 9639 §9.1 */
function readFrameHeader(bytes: Uint8Array, at: number, blockSize: number): Span | undefined {
  const second = bytes[at + 1] ?? 0
  const codes = bytes[at + 2] ?? 0
  if (bytes[at] !== 0xff || (second & 0xfe) !== 0xf8 || codes >> 4 === 0) return undefined
  const coded = readCodedNumber(bytes, at + 4)
  if (coded === undefined) return undefined
  let next = coded.next
  const sizeCode = codes >> 4
  let samples = samplesByCode(sizeCode)
  if (sizeCode === 6) samples = (bytes[next++] ?? 0) + 1
  if (sizeCode === 7) {
    samples = uint16(bytes, next) + 1
    next += 2
  }
  const rateCode = codes & 15
  next += rateCode === 12 ? 1 : rateCode > 12 ? 2 : 0
  if (next >= bytes.length || crc8(bytes.subarray(at, next)) !== bytes[next]) return undefined
  // The last bit of the second byte: whether frames are counted, or samples.
  const from = (second & 1) === 0 ? coded.value * blockSize : coded.value
  return { from, to: from + samples }
}

/** A number as UTF-8 has characters, but for up to 36 bits. */
function readCodedNumber(bytes: Uint8Array, at: number): { value: number; next: number } | undefined {
  const first = bytes[at] ?? 0
  const length = first < 0x80 ? 0 : Math.clz32(~(first << 24))
  if (length === 1 || length === 8) return undefined
  let value = length === 0 ? first : first & (0x7f >> length)
  for (let more = 1; more < length; more++) {
    const byte = bytes[at + more] ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    value = value * 64 + (byte & 63)
  }
  return { value, next: at + Math.max(length, 1) }
}

/** The check sum of a header: polynomial x^8 + x^2 + x + 1. */
function crc8(bytes: Uint8Array): number {
  let sum = 0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ (sum & 0x80 ? 0x07 : 0)) & 0xff
  }
  return sum
}

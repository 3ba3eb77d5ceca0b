import { has, uint16, uint16le, uint32, uint32le } from './bytes.ts'

/** What the first packet of a stream in Ogg says about it. */
export interface Codec {
  readonly isSound: boolean
  /** Samples or pictures in a second; more than 0. */
  readonly rate: number
  /** How many of them at the start are not played. */
  readonly skip: number
  /** How many there are up to a page's position, where that is not their number itself. */
  readonly countAt?: (position: number) => number
  /** Of a picture, in pixels. */
  readonly height?: number
}

/** Enough of the first packet. */
export const codecSize = 64

/** @returns undefined for other codecs, for texts, and for damage */
export function readCodec(packet: Uint8Array): Codec | undefined {
  const codec = readKnown(packet)
  return codec !== undefined && codec.rate > 0 && Number.isFinite(codec.rate) ? codec : undefined
}

/** @see Vorbis I §4.2.2; RFC 7845 §5.1; RFC 9639 §10.1; Speex manual §6.7 */
function readKnown(packet: Uint8Array): Codec | undefined {
  if (has(packet, 0, '\x01vorbis')) return { isSound: true, rate: uint32le(packet, 12), skip: 0 }
  // Opus counts as if at 48 kHz, whatever went in.
  if (has(packet, 0, 'OpusHead')) return { isSound: true, rate: 48_000, skip: uint16le(packet, 10) }
  if (has(packet, 0, '\x7fFLAC')) return { isSound: true, rate: uint32(packet, 27) >>> 12, skip: 0 }
  if (has(packet, 0, 'Speex   ')) return { isSound: true, rate: uint32le(packet, 36), skip: 0 }
  return has(packet, 0, '\x80theora') ? readTheora(packet) : undefined
}

/** @see Theora specification §6.2, §A.2.3 */
function readTheora(packet: Uint8Array): Codec {
  // A position has two numbers: that of the last whole picture, and how many follow that only say what changed.
  const factor = 2 ** ((uint16(packet, 40) >> 5) & 31)
  return {
    isSound: false,
    rate: uint32(packet, 22) / uint32(packet, 26),
    skip: 0,
    countAt: (position) => Math.floor(position / factor) + (position % factor),
    height: (uint16(packet, 17) << 8) | (packet[19] ?? 0),
  }
}

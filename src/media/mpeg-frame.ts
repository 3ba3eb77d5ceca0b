import type { SoundFrame } from './frames.ts'

/** The header that each frame of MPEG audio has: MP3, and layers I and II. @see ISO/IEC 11172-3 §2.4.2.3 */

export interface MpegFrame extends SoundFrame {
  /** As the header says it, in bits per second. */
  readonly bitrate: number
  /** Where the encoder's note would be, in bytes from the frame's start. */
  readonly noteAt: number
}

/** kbit/s by the header's index: MPEG 1 layers I, II, III; MPEG 2 layer I; MPEG 2 layers II and III. */
const bitRates = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const
const sampleRates = [44100, 48000, 32000] as const

/** Reads the frame header at `at`; undefined if there is none, or if it leaves the bit rate free. */
export function mpegFrameAt(bytes: Uint8Array, at: number): MpegFrame | undefined {
  const second = bytes[at + 1] ?? 0
  const third = bytes[at + 2] ?? 0
  if (bytes[at] !== 0xff || (second & 0xe0) !== 0xe0) return undefined
  const version = (second >> 3) & 3 // 3: MPEG 1; 2: MPEG 2; 0: MPEG 2.5; 1: reserved
  const layer = 4 - ((second >> 1) & 3) // 4: not MPEG audio but AAC
  const mpeg1 = version === 3
  const kilobits = bitRates[mpeg1 ? layer - 1 : layer === 1 ? 3 : 4]?.[third >> 4]
  const fullRate = sampleRates[(third >> 2) & 3]
  if (version === 1 || layer === 4 || !kilobits || fullRate === undefined) return undefined
  const rate = mpeg1 ? fullRate : version === 2 ? fullRate / 2 : fullRate / 4
  const samples = layer === 1 ? 384 : layer === 3 && !mpeg1 ? 576 : 1152
  const slot = layer === 1 ? 4 : 1
  const padding = (third >> 1) & 1
  const mono = (bytes[at + 3] ?? 0) >> 6 === 3
  return {
    length: (Math.floor((samples * kilobits * 125) / slot / rate) + padding) * slot,
    seconds: samples / rate,
    bitrate: kilobits * 1000,
    noteAt: 4 + (mpeg1 ? (mono ? 17 : 32) : mono ? 9 : 17),
  }
}

import type { Found } from './found.ts'
import { findFrame, type SoundFrame, sumFrames } from './frames.ts'
import type { ReadAt } from './read-at.ts'

/** AAC without a container. Nothing tells its playing time but counting its frames. @see ISO/IEC 13818-7 §6.2, ADTS */

const sampleRates = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350] as const

const headerSize = 7
const samplesInBlock = 1024

function adtsFrameAt(bytes: Uint8Array, at: number): SoundFrame | undefined {
  const [first, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0] = bytes.subarray(
    at,
    at + headerSize,
  )
  const rate = sampleRates[(third >> 2) & 15]
  if (first !== 0xff || (second & 0xf6) !== 0xf0 || rate === undefined) return undefined
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5)
  return length < headerSize ? undefined : { length, seconds: (((seventh & 3) + 1) * samplesInBlock) / rate }
}

/** Where the first frames are sought. */
const lead = 32 * 1024

/** @returns undefined if there are no frames */
export function measureAdts(readAt: ReadAt, size: number): Found | undefined {
  const at = findFrame(readAt(0, lead), 0, adtsFrameAt)
  if (at === undefined) return undefined
  const { seconds, bitrate } = sumFrames(readAt, at, size, adtsFrameAt)
  return { format: 'aac', seconds, bitrate }
}

import { uint16, uint32, uint64 } from './bytes.ts'
import { walkChunks } from './chunks.ts'
import { bitrateOf, type Found } from './found.ts'
import { inPieces, type ReadAt } from './read-at.ts'

/** AIFF and AIFF-C. @see Audio Interchange File Format 1.3 */

/** A number of 80 bits, as the processors of its time had it: sign and exponent, then 64 bits. */
const float80 = (bytes: Uint8Array, at: number): number =>
  uint64(bytes, at + 2) * 2 ** ((uint16(bytes, at) & 0x7fff) - 16383 - 63)

/** @returns undefined if there is no sound in it */
export function measureAiff(read: ReadAt, size: number): Found | undefined {
  const readAt = inPieces(read)
  let seconds = 0
  let sound: { there: number; length: number } | undefined
  for (const { name, from, length } of walkChunks(readAt, size, false)) {
    if (name === 'COMM') {
      const common = readAt(from, 18)
      seconds = uint32(common, 2) / float80(common, 8)
    } else if (name === 'SSND') sound = { length, there: Math.min(length, size - from) }
  }
  if (sound === undefined || !(seconds > 0 && Number.isFinite(seconds))) return undefined
  const { there, length } = sound
  const share = length === 0 ? 1 : there / length
  return { format: 'aiff', seconds: seconds * share, bitrate: bitrateOf(there, seconds * share), share }
}

import { uint16le, uint32le, uint64le } from './bytes.ts'
import { walkChunks } from './chunks.ts'
import { bitrateOf, type Found } from './found.ts'
import { inPieces, type ReadAt } from './read-at.ts'

/** WAV, and RF64 and BW64 for more than 4 GB. @see RIFF, Multimedia Programming Interface 1.0; EBU Tech 3306 */

/** The size of a chunk whose true one stands elsewhere, or was not known when it was written. */
const unknown = 0xffffffff

/** What a `fmt ` chunk says. */
interface SoundFormat {
  readonly isPcm: boolean
  readonly samplesPerSecond: number
  readonly bytesPerSecond: number
}

const pcmFormats = [1, 3] // whole and floating-point numbers
const extensible = 0xfffe

function readFormat(bytes: Uint8Array): SoundFormat {
  const written = uint16le(bytes, 0)
  // Of the extensible form, the first two bytes of an identifier are the format.
  const format = written === extensible ? uint16le(bytes, 24) : written
  const samplesPerSecond = uint32le(bytes, 4)
  const isPcm = pcmFormats.includes(format)
  // Some programs write the wrong number of bytes; the size of a sample is what players go by.
  const bytesPerSecond = isPcm ? samplesPerSecond * uint16le(bytes, 12) : uint32le(bytes, 8)
  return { isPcm, samplesPerSecond, bytesPerSecond }
}

/** @returns undefined if there is no sound in it */
export function measureWav(read: ReadAt, size: number): Found | undefined {
  const readAt = inPieces(read)
  let format: SoundFormat | undefined
  let samples = 0
  let trueLength = 0
  const lengthOf = (name: string, length: number): number =>
    name !== 'data' || length !== unknown ? length : trueLength || Number.MAX_SAFE_INTEGER
  for (const { name, from, length } of walkChunks(readAt, size, true, lengthOf)) {
    if (name === 'ds64') trueLength = uint64le(readAt(from, 16), 8)
    else if (name === 'fmt ') format = readFormat(readAt(from, Math.min(length, 40)))
    else if (name === 'fact') samples = uint32le(readAt(from, 4), 0)
    else if (name === 'data' && format !== undefined) return measureSound(format, samples, from, length, size)
  }
  return undefined
}

function measureSound(format: SoundFormat, samples: number, from: number, length: number, size: number): Found {
  const { isPcm, samplesPerSecond, bytesPerSecond } = format
  // A program that writes into a pipe can't come back to fill in the size.
  const isOpen = length === 0 || length === Number.MAX_SAFE_INTEGER
  const there = Math.min(isOpen ? size : length, size - from)
  const share = isOpen ? 1 : there / length
  const counted = !isPcm && samples > 0 && samples !== unknown && samplesPerSecond > 0
  const seconds = counted ? (samples / samplesPerSecond) * share : bytesPerSecond > 0 ? there / bytesPerSecond : 0
  return { format: 'wav', seconds: seconds > 0 ? seconds : undefined, bitrate: bitrateOf(there, seconds), share }
}

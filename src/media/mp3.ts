import { latin1, uint32 } from './bytes.ts'

/**
 * The playing time of an MP3. An encoder may note the number of frames in the first one; where it did not, or where
 * the note does not fit the file (as after joining files end to end), every frame is counted. An estimate from the
 * bit rate, which players show, can be minutes off in an hour.
 */

/** Reads up to `length` bytes at an offset; fewer only at the end of the file. */
export type ReadAt = (offset: number, length: number) => Uint8Array

/** Reads this much at once. */
const chunkSize = 256 * 1024
/** Where the first frames are sought: most files start with them, some have this much of something else before. */
const leads = [8 * 1024, 128 * 1024] as const
/** Tags after the last frame may take this much without casting doubt on the encoder's note. */
const maxTrail = 4 * 1024
/** Three frames of any kind fit into this: what ends a chunk is looked at again with what follows. */
const overlap = 8 * 1024

/**
 * The playing time in seconds, of all frames (26 ms each); the encoder’s lead-in of some hundredths is part of it.
 * @param start where the audio starts: after an ID3 tag, if there is one
 * @returns undefined if it is not MPEG audio
 */
export function mp3Duration(readAt: ReadAt, start: number, size: number): number | undefined {
  for (const lead of leads) {
    const head = readAt(start, lead)
    const at = findFrame(head, 0)
    const frame = at === undefined ? undefined : frameAt(head, at)
    if (at === undefined || frame === undefined) continue
    const first = start + at
    const note = readNote(head, at, frame)
    if (note === undefined) return countFrames(readAt, first, size)
    const fits = note.frames > 0 && Math.abs(first + note.bytes - size) <= maxTrail
    return fits ? note.frames * frame.seconds : countFrames(readAt, first + frame.length, size)
  }
  return undefined
}

/** The length of the ID3v2 tag that the bytes start with; 0 if they don't. @see id3.org, ID3v2.4 structure §3.1, §3.4 */
export function id3Length(bytes: Uint8Array): number {
  if (bytes.length < 10 || latin1(bytes.subarray(0, 3)) !== 'ID3') return 0
  const [flags = 0, a = 0, b = 0, c = 0, d = 0] = bytes.subarray(5, 10)
  const footer = (flags & 0x10) === 0 ? 0 : 10
  return 10 + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127) + footer
}

interface Frame {
  /** In bytes, with its header. */
  readonly length: number
  /** How long it plays. */
  readonly seconds: number
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
function frameAt(bytes: Uint8Array, at: number): Frame | undefined {
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
    noteAt: 4 + (mpeg1 ? (mono ? 17 : 32) : mono ? 9 : 17),
  }
}

/** The first offset from `from` on where three frames follow each other, or the last ones up to the end. */
function findFrame(bytes: Uint8Array, from: number): number | undefined {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    let next = at
    for (let found = 0; found < 3; found++) {
      const frame = frameAt(bytes, next)
      if (frame === undefined) break
      next += frame.length
      if (found === 2 || next === bytes.length) return at
    }
  }
  return undefined
}

/** What the encoder noted in the first frame: how many frames and bytes follow. */
function readNote(bytes: Uint8Array, at: number, frame: Frame): { frames: number; bytes: number } | undefined {
  const xing = at + frame.noteAt
  if (['Xing', 'Info'].includes(latin1(bytes.subarray(xing, xing + 4)))) {
    // Its flags say whether both numbers are there.
    const complete = (uint32(bytes, xing + 4) & 3) === 3
    return complete ? { frames: uint32(bytes, xing + 8), bytes: uint32(bytes, xing + 12) } : { frames: 0, bytes: 0 }
  }
  const vbri = at + 36
  return latin1(bytes.subarray(vbri, vbri + 4)) === 'VBRI'
    ? { frames: uint32(bytes, vbri + 14), bytes: uint32(bytes, vbri + 10) }
    : undefined
}

/** Adds up all frames from `start` to the end of the file. */
function countFrames(readAt: ReadAt, start: number, size: number): number {
  let seconds = 0
  let at = start
  while (at < size) {
    const chunk = readAt(at, chunkSize)
    const walked = walk(chunk, at + chunk.length >= size)
    if (walked.length === 0) break
    seconds += walked.seconds
    at += walked.length
  }
  return seconds
}

/** Goes from frame to frame through a chunk; the last one may reach beyond it. What is no frame is stepped over. */
function walk(chunk: Uint8Array, isLast: boolean): { seconds: number; length: number } {
  let seconds = 0
  let at = 0
  // An ID3 tag's header has 10 bytes: with fewer left, the next chunk starts here.
  while (at + 10 <= chunk.length) {
    const frame = frameAt(chunk, at)
    if (frame !== undefined) {
      seconds += frame.seconds
      at += frame.length
    } else {
      const tag = id3Length(chunk.subarray(at, at + 10))
      const next = tag > 0 ? at + tag : findFrame(chunk, at)
      if (next === undefined) return { seconds, length: isLast ? chunk.length : Math.max(at, chunk.length - overlap) }
      at = next
    }
  }
  return { seconds, length: at }
}

import { has, uint32 } from './bytes.ts'
import { bitrateOf, type Found } from './found.ts'
import { findFrame, sumFrames } from './frames.ts'
import { type MpegFrame, mpegFrameAt } from './mpeg-frame.ts'
import type { ReadAt } from './read-at.ts'
import { tailTags } from './tags-around.ts'

/**
 * The playing time of an MP3. An encoder may note the number of frames in the first one; where it did not, or where
 * the note does not fit the file (as after joining files end to end), every frame is counted. An estimate from the
 * bit rate, which players show, can be minutes off in an hour.
 */

/** Where the first frames are sought: most files start with them, some have this much of something else before. */
const leads = [8 * 1024, 128 * 1024] as const
/** What is between the last frame and the tags may take this much without casting doubt on the encoder's note. */
const maxTrail = 4 * 1024
/** What may be missing before a file counts as cut off, in seconds: an encoder may note a frame too many. */
const maxMissing = 1

/**
 * What an MP3 says about itself. Its time is that of all frames (26 ms each); the encoder’s lead-in of some hundredths
 * is part of it.
 * @param start where the sound starts: after the tags, if there are any
 * @returns undefined if it is not MPEG audio
 */
export function measureMp3(readAt: ReadAt, start: number, size: number): Found | undefined {
  const [first] = tailTags(readAt, start, size).slice(-1)
  const end = first?.from ?? size
  for (const lead of leads) {
    const head = readAt(start, Math.min(lead, end - start))
    const at = findFrame(head, 0, mpegFrameAt)
    const frame = at === undefined ? undefined : mpegFrameAt(head, at)
    if (at === undefined || frame === undefined) continue
    return measureFrames(readAt, start + at, end, frame, readNote(head, at, frame))
  }
  return undefined
}

function measureFrames(readAt: ReadAt, first: number, end: number, frame: MpegFrame, note: Note | undefined): Found {
  const fits = note !== undefined && note.frames > 0 && Math.abs(first + note.bytes - end) <= maxTrail
  if (fits) {
    const seconds = note.frames * frame.seconds
    return { format: 'mp3', seconds, bitrate: notedRate(note, frame, seconds) }
  }
  const sum = sumFrames(readAt, note === undefined ? first : first + frame.length, end, mpegFrameAt)
  const promised = (note?.frames ?? 0) * frame.seconds
  const share = sum.seconds < promised - maxMissing ? sum.seconds / promised : 1
  return { format: 'mp3', seconds: sum.seconds, bitrate: sum.bitrate, share }
}

/** The playing time in seconds. @see measureMp3 */
export const mp3Duration = (readAt: ReadAt, start: number, size: number): number | undefined =>
  measureMp3(readAt, start, size)?.seconds

export interface Note {
  /** That the encoder says all frames to have the same bit rate. */
  readonly isConstant: boolean
  /** 0 where it does not say both numbers. */
  readonly frames: number
  /** From the start of the first frame on. */
  readonly bytes: number
}

/** What the encoder noted in the first frame: how many frames and bytes follow. */
export function readNote(bytes: Uint8Array, at: number, frame: MpegFrame): Note | undefined {
  const xing = at + frame.noteAt
  const isConstant = has(bytes, xing, 'Info')
  if (isConstant || has(bytes, xing, 'Xing')) {
    // Its flags say whether both numbers are there.
    const complete = (uint32(bytes, xing + 4) & 3) === 3
    return complete
      ? { isConstant, frames: uint32(bytes, xing + 8), bytes: uint32(bytes, xing + 12) }
      : { isConstant, frames: 0, bytes: 0 }
  }
  const vbri = at + 36
  return has(bytes, vbri, 'VBRI')
    ? { isConstant, frames: uint32(bytes, vbri + 14), bytes: uint32(bytes, vbri + 10) }
    : undefined
}

/** Of a constant rate the header's number is exact; dividing is off by the padding of some frames. */
function notedRate({ isConstant, bytes }: Note, { length, bitrate }: MpegFrame, seconds: number): number {
  const average = bitrateOf(bytes - length, seconds) ?? bitrate
  return isConstant && Math.abs(average / bitrate - 1) < 0.01 ? bitrate : average
}

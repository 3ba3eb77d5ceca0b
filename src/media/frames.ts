import { id3Length } from './id3-length.ts'
import type { ReadAt } from './read-at.ts'

/** Sound as a row of frames, each with its length in its header: MP3, and AAC without a container. */

export interface SoundFrame {
  /** In bytes, with its header. */
  readonly length: number
  /** How long it plays. */
  readonly seconds: number
  /** In bits per second, where the header says it. */
  readonly bitrate?: number
}

/** Reads the frame header at `at`; undefined if there is none. */
export type FrameAt = (bytes: Uint8Array, at: number) => SoundFrame | undefined

/** Reads this much at once. */
const chunkSize = 256 * 1024
/** Three frames of any kind fit into this: what ends a chunk is looked at again with what follows. */
const overlap = 32 * 1024

/** The first offset from `from` on where three frames follow each other, or the last ones up to the end. */
export function findFrame(bytes: Uint8Array, from: number, frameAt: FrameAt): number | undefined {
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

/** What frames add up to. */
export interface Sum {
  readonly seconds: number
  readonly bytes: number
  /** In bits per second: the one of all frames if they have the same, else on average. */
  readonly bitrate: number
}

/** Adds up all frames between two offsets. What is no frame is stepped over. */
export function sumFrames(readAt: ReadAt, start: number, end: number, frameAt: FrameAt): Sum {
  const walk = new Walk(frameAt)
  for (let at = start; at < end; ) {
    const chunk = readAt(at, Math.min(chunkSize, end - at))
    const length = walk.go(chunk, at + chunk.length >= end)
    if (length === 0) break
    at += length
  }
  return walk.sum()
}

/** Goes from frame to frame through one chunk after the other. */
class Walk {
  private seconds = 0
  private bytes = 0
  /** Undefined before the first frame; 0 once two frames differ. */
  private rate: number | undefined
  private readonly frameAt: FrameAt

  constructor(frameAt: FrameAt) {
    this.frameAt = frameAt
  }

  sum(): Sum {
    const { seconds, bytes } = this
    return { seconds, bytes, bitrate: this.rate || (seconds === 0 ? 0 : (bytes * 8) / seconds) }
  }

  /** @returns where the next chunk starts, in bytes from the start of this one; the last frame may reach beyond it */
  go(chunk: Uint8Array, isLast: boolean): number {
    let at = 0
    // An ID3 tag's header has 10 bytes: with fewer left, the next chunk starts here.
    while (at + 10 <= chunk.length) {
      const frame = this.frameAt(chunk, at)
      if (frame !== undefined) {
        this.add(frame)
        at += frame.length
        continue
      }
      const tag = id3Length(chunk.subarray(at, at + 10))
      const next = tag > 0 ? at + tag : findFrame(chunk, at, this.frameAt)
      if (next === undefined) return isLast ? chunk.length : Math.max(at, chunk.length - overlap)
      at = next
    }
    return at
  }

  private add({ length, seconds, bitrate = 0 }: SoundFrame): void {
    this.seconds += seconds
    this.bytes += length
    this.rate = this.rate === undefined || this.rate === bitrate ? bitrate : 0
  }
}

import { findFrame } from './frames.ts'
import type { Measured } from './measure.ts'
import { readNote } from './mp3.ts'
import { type MpegFrame, mpegFrameAt } from './mpeg-frame.ts'
import type { RemoteFile } from './probe-remote.ts'
import type { ReadAt } from './read-at.ts'
import { soundStart, tailTags } from './tags-around.ts'

/**
 * The playing time of an MP3 whose bit rate is constant, by its size. That it is constant, and that nothing else stands
 * between its frames, is seen in several places: frames of a constant rate follow each other so evenly that each place
 * tells which frame must stand there. A guess at the others.
 */

/** Where the first frames are sought. */
const leads = [8 * 1024, 128 * 1024] as const
/** So much is looked at in each place. */
const sampleSize = 32 * 1024
/** How far a frame may stand from where it must, in bytes: encoders round, and where files are cut they round anew. */
const tolerance = 4
/** What may be missing before a file counts as cut off, in seconds: as in `measureMp3`. */
const maxMissing = 1
/** With less of a frame, readers don't count it. */
const leastOfFrame = 10

/** @returns an estimate, in seconds, where the rate is not surely constant */
export async function constantRate(
  file: RemoteFile,
  size: number,
): Promise<Measured | { estimate?: number | undefined }> {
  const first = await file.look((readAt) => findFirst(readAt, size))
  if (first === undefined) return {}
  const { from, end, frame, noted } = first
  const samples: Run[] = []
  for (const place of placesIn(from, end)) {
    const run = await file.look((readAt) => runIn(readAt(place, Math.min(sampleSize, end - place)), place, end, first))
    if (run !== undefined) samples.push(run)
  }
  const length = lengthOfEach(first, samples)
  const last = samples.at(-1)?.to ?? from
  if (length === undefined) return { estimate: estimateBy(samples, end - from) }
  const seconds = Math.round((last - from) / length) * frame.seconds
  const percent = seconds < noted - maxMissing ? Math.floor((seconds / noted) * 100) : undefined
  return {
    format: 'mp3',
    length: size,
    duration: Math.round(seconds * 1000) / 1000,
    bitrate: frame.bitrate,
    ...(percent === undefined ? {} : { percent }),
  }
}

/** The first frame that plays, and where it and all of them are. */
interface First {
  readonly frame: MpegFrame
  readonly header: Uint8Array
  readonly from: number
  /** Where the sound ends at the latest: before tags. */
  readonly end: number
  /** The playing time that the encoder noted, which does not fit the file; 0 if it did not. */
  readonly noted: number
}

function findFirst(readAt: ReadAt, size: number): First | undefined {
  const start = soundStart(readAt(0, 4096), readAt)
  const end = tailTags(readAt, start, size).at(-1)?.from ?? size
  for (const lead of leads) {
    const head = readAt(start, lead)
    const at = findFrame(head, 0, mpegFrameAt)
    const frame = at === undefined ? undefined : mpegFrameAt(head, at)
    if (at === undefined || frame === undefined) continue
    const note = readNote(head, at, frame)
    // What the encoder notes in a first frame is no sound.
    const from = start + at + (note === undefined ? 0 : frame.length)
    return { frame, header: head.slice(at, at + 4), from, end, noted: (note?.frames ?? 0) * frame.seconds }
  }
  return undefined
}

/** The start, three in between, and the end. */
function placesIn(from: number, end: number): number[] {
  const between = [0.25, 0.5, 0.75].map((share) => from + Math.floor((end - from) * share))
  return [from, ...between, Math.max(from, end - sampleSize)]
}

/** Frames that follow each other somewhere in the file. */
interface Run {
  readonly from: number
  readonly to: number
  readonly seconds: number
  /** Whether all are of the first frame's kind and bit rate, and nothing follows that breaks the row. */
  readonly isSteady: boolean
}

function runIn(bytes: Uint8Array, place: number, end: number, { header }: First): Run | undefined {
  const start = findFrame(bytes, 0, mpegFrameAt)
  if (start === undefined) return undefined
  let at = start
  let seconds = 0
  let isSteady = true
  while (at + leastOfFrame <= bytes.length) {
    const frame = mpegFrameAt(bytes, at)
    if (frame === undefined) break
    isSteady &&= isAlike(bytes, at, header)
    seconds += frame.seconds
    at += frame.length
  }
  const isOut = at + leastOfFrame > bytes.length
  // At the end of the file there may be something that is no sound.
  const isEnd = place + bytes.length === end && findFrame(bytes, at, mpegFrameAt) === undefined
  return { from: place + start, to: place + at, seconds, isSteady: isSteady && (isOut || isEnd) }
}

/** In version, layer, bit rate and sample rate; a frame may be padded or not, and join its channels as it likes. */
const isAlike = (bytes: Uint8Array, at: number, [, second = 0, third = 0]: Uint8Array): boolean =>
  ((bytes[at + 1] ?? 0) | 1) === (second | 1) && (bytes[at + 2] ?? 0) >> 2 === third >> 2

/** The length of a frame on average with which every sample starts where it must: with padding, or without. */
function lengthOfEach({ frame, header, from }: First, samples: readonly Run[]): number | undefined {
  const places = 5
  if (samples.length < places || !samples.every(({ isSteady }) => isSteady)) return undefined
  const padded = (frame.bitrate * frame.seconds) / 8
  const unpadded = frame.length - (((header[2] ?? 0) >> 1) & 1)
  const fits = (length: number): boolean =>
    samples.every((sample) => {
      const frames = Math.round((sample.from - from) / length)
      return Math.abs(from + frames * length - sample.from) <= tolerance
    })
  return [padded, unpadded].find(fits)
}

function estimateBy(samples: readonly Run[], room: number): number | undefined {
  const bytes = samples.reduce((sum, { from, to }) => sum + to - from, 0)
  const seconds = samples.reduce((sum, run) => sum + run.seconds, 0)
  return bytes === 0 ? undefined : (room / bytes) * seconds
}

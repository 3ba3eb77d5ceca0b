import { measureAdts } from './adts.ts'
import { measureAiff } from './aiff.ts'
import { measureFlac } from './flac.ts'
import { type Container, containerOf, type FormatId, otherKind, usualFormat } from './format.ts'
import type { Found } from './found.ts'
import { measureMatroska } from './matroska.ts'
import { measureMp3 } from './mp3.ts'
import { measureMp4 } from './mp4.ts'
import { measureOgg } from './ogg.ts'
import type { ReadAt } from './read-at.ts'
import { soundStart } from './tags-around.ts'
import type { Unreadable } from './unreadable.ts'
import { measureWav } from './wav.ts'

/** What a file’s content says, whatever its name is. Plain data, which a cache may keep. */
export interface Measured {
  readonly format: FormatId
  /** Size in bytes. */
  readonly length: number
  /** Playing time in seconds, to the millisecond; absent where the file does not tell. */
  readonly duration?: number
  /** In bits per second, of sound and pictures, whole. */
  readonly bitrate?: number
  /** Of the picture, in pixels as it is shown; absent where there is none. */
  readonly height?: number
  /** How much of it is there in per cent, if the file itself says that there was more. */
  readonly percent?: number
}

/** Enough to know a format by. */
const headSize = 4096

type Reader = (readAt: ReadAt, size: number) => Found | Unreadable | undefined

const readers: Readonly<Record<Container, Reader>> = {
  mpeg4: measureMp4,
  ogg: measureOgg,
  flac: measureFlac,
  wav: measureWav,
  aiff: measureAiff,
  matroska: measureMatroska,
  adts: measureAdts,
}

/** Measures a file through a reader, which is asked for as little as can be. Throws only what the reader throws. */
export function measure(readAt: ReadAt, size: number): Measured | Unreadable {
  if (size === 0) return { why: 'it is empty (0 bytes)' }
  const head = readAt(0, headSize)
  const container = containerOf(head)
  if (container !== undefined) return measureContainer(readAt, container, 0, size)
  const start = soundStart(head, readAt)
  // Some programs put an ID3 tag before other formats, too.
  const inside = start === 0 ? undefined : containerOf(readAt(start, headSize))
  if (inside !== undefined) return measureContainer(readAt, inside, start, size)
  const found = measureMp3(readAt, start, size)
  if (found !== undefined) return measured(found, size)
  const kind = otherKind(head)
  return { why: kind === undefined ? 'it is not audio, or is damaged' : `it is ${kind}, not audio that apps play` }
}

function measureContainer(readAt: ReadAt, container: Container, start: number, size: number): Measured | Unreadable {
  const found = readers[container]((offset, length) => readAt(start + offset, length), size - start)
  if (found === undefined) return { why: `it begins like ${usualFormat[container].name}, but is damaged` }
  return 'why' in found ? found : measured(found, size)
}

/** In bits per second: with less, not even silence is written. What says to be longer is damaged there. */
const leastRate = 100

function measured({ format, seconds, bitrate, height, share = 1 }: Found, length: number): Measured {
  const isLikely = seconds !== undefined && seconds >= 0.001 && (length * 8) / seconds > leastRate
  return {
    format,
    length,
    ...(isLikely ? { duration: Math.round(seconds * 1000) / 1000 } : {}),
    ...(isLikely && bitrate !== undefined && bitrate >= 1 ? { bitrate: Math.round(bitrate) } : {}),
    ...(height === undefined || height === 0 ? {} : { height }),
    ...(share < 1 ? { percent: Math.floor(share * 100) } : {}),
  }
}

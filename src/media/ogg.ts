import { bitrateOf, type Found } from './found.ts'
import { type Codec, codecSize, readCodec } from './ogg-codec.ts'
import { lastPage, type Page, walkPages } from './ogg-pages.ts'
import { inPieces, type ReadAt } from './read-at.ts'

/**
 * Ogg with Vorbis, Opus, FLAC or Speex, and with the pictures of Theora. The last page of a stream tells how long it
 * is; of files joined end to end, the header of every page is read.
 */

interface Stream {
  readonly serial: number
  readonly codec: Codec | undefined
}

interface Known extends Stream {
  readonly codec: Codec
}

const isKnown = (stream: Stream): stream is Known => stream.codec !== undefined
const isSound = (stream: Stream): stream is Known => stream.codec?.isSound === true

const streamOf = (readAt: ReadAt, { serial, dataFrom }: Page): Stream => {
  return { serial, codec: readCodec(readAt(dataFrom, codecSize)) }
}

/** The streams that the file starts with: each has its first page before any other page. */
function firstStreams(readAt: ReadAt, size: number): Stream[] {
  const streams: Stream[] = []
  for (const page of walkPages(readAt, 0, size)) {
    if (!page.isFirst) break
    streams.push(streamOf(readAt, page))
  }
  return streams
}

/** A page with sound or pictures of a stream: what describes it ends at position 0. */
const plays = (page: Page, { serial }: Stream): boolean => page.serial === serial && (page.position ?? 0) > 0

/** @returns undefined if there is no sound that is known here */
export function measureOgg(read: ReadAt, size: number): Found | undefined {
  const readAt = inPieces(read)
  const streams = firstStreams(readAt, size)
  const sound = streams.find(isSound)
  if (sound === undefined) return undefined
  const last = lastPage(read, size, ({ position }) => (position ?? 0) > 0)
  // Of files that were joined end to end, each has streams of its own.
  const isJoined = last !== undefined && !streams.some(({ serial }) => serial === last.serial)
  const lastOf = (stream: Stream): Page | undefined =>
    last !== undefined && plays(last, stream) ? last : lastPage(read, size, (page) => plays(page, stream))
  const seconds = isJoined
    ? joinedSeconds(readAt, size)
    : Math.max(...streams.filter(isKnown).map((stream) => secondsOf(readAt, size, stream, lastOf(stream))))
  const height = streams.find(({ codec }) => codec?.height !== undefined)?.codec?.height
  return {
    format: height === undefined ? 'ogg' : 'ogv',
    seconds: seconds > 0 ? seconds : undefined,
    bitrate: bitrateOf(size - soundFrom(readAt, size, sound), seconds),
    height,
  }
}

/** Where the sound starts, after texts and pictures about it. */
function soundFrom(readAt: ReadAt, size: number, sound: Stream): number {
  for (const page of walkPages(readAt, 0, size)) if (plays(page, sound)) return page.from
  return 0
}

/** @returns 0 if it does not tell */
function secondsOf(readAt: ReadAt, size: number, stream: Known, last: Page | undefined): number {
  if (last?.position === undefined) return 0
  const { countAt = (position: number) => position, rate, skip } = stream.codec
  return (countAt(last.position) - startOf(readAt, size, stream) - skip) / rate
}

/** A recording of a running stream starts at some great position: it is taken for one from this on, in seconds. */
const lateStart = 5

/** The position at which a stream starts: 0 but for the sound in recordings of running streams. */
function startOf(readAt: ReadAt, size: number, stream: Known): number {
  let first: Page | undefined
  for (const page of walkPages(readAt, 0, size)) {
    if (!plays(page, stream)) continue
    const position = page.position as number
    if (first === undefined) {
      if (!stream.codec.isSound || position < lateStart * stream.codec.rate) return 0
      first = page
    } else {
      // A packet of the first page is about as long as one of the second.
      const each = (position - (first.position as number)) / Math.max(page.packets, 1)
      return Math.max((first.position as number) - first.packets * each, 0)
    }
  }
  return 0
}

/** The sum of all streams of sound, which follow each other. */
function joinedSeconds(readAt: ReadAt, size: number): number {
  let seconds = 0
  let sound: Known | undefined
  let position = 0
  const close = (): void => {
    if (sound !== undefined) seconds += Math.max(position - sound.codec.skip, 0) / sound.codec.rate
  }
  for (const page of walkPages(readAt, 0, size)) {
    const stream = page.isFirst ? streamOf(readAt, page) : undefined
    if (stream !== undefined && isSound(stream)) {
      close()
      sound = stream
      position = 0
    } else if (page.serial === sound?.serial) position = page.position ?? position
  }
  close()
  return seconds
}

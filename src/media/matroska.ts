import { latin1 } from './bytes.ts'
import { type Element, elementAt, readFloat, readWhole, walkElements } from './ebml.ts'
import { bitrateOf, type Found } from './found.ts'
import { inPieces, type ReadAt } from './read-at.ts'
import type { Unreadable } from './unreadable.ts'

/** WebM, and Matroska, of which it is a part. @see RFC 9559 §5.1 */

const ids = {
  header: 0x1a45dfa3,
  docType: 0x4282,
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  video: 0xe0,
  height: 0xba,
  cluster: 0x1f43b675,
  clusterTime: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
} as const

const videoTrack = 1
const soundTrack = 2

const childOf = (readAt: ReadAt, { from, to }: Element, id: number): Element | undefined => {
  for (const element of walkElements(readAt, from, to)) if (element.id === id) return element
  return undefined
}

/** What is before the sound and pictures. */
interface Front {
  /** Nanoseconds in a unit of time. */
  readonly scale: number
  /** In those units; 0 if it was not known when the file was written. */
  readonly duration: number
  readonly hasSound: boolean
  readonly hasVideo: boolean
  readonly height: number
  /** Where sound and pictures start. */
  readonly clustersFrom: number
}

function readFront(readAt: ReadAt, segment: Element): Front {
  let scale = 1_000_000
  let duration = 0
  let hasSound = false
  let hasVideo = false
  let height = 0
  for (const part of walkElements(readAt, segment.from, segment.to)) {
    if (part.id === ids.cluster) {
      return { scale, duration, hasSound, hasVideo, height, clustersFrom: part.from }
    }
    if (part.id === ids.info) {
      const written = childOf(readAt, part, ids.scale)
      const length = childOf(readAt, part, ids.duration)
      scale = (written && readWhole(readAt, written)) || scale
      duration = (length && readFloat(readAt, length)) || 0
    }
    if (part.id !== ids.tracks) continue
    for (const track of walkElements(readAt, part.from, part.to)) {
      const type = track.id === ids.track ? childOf(readAt, track, ids.trackType) : undefined
      const kind = type && readWhole(readAt, type)
      hasSound ||= kind === soundTrack
      if (kind !== videoTrack) continue
      const video = childOf(readAt, track, ids.video)
      const pixels = video && childOf(readAt, video, ids.height)
      hasVideo = true
      height ||= (pixels && readWhole(readAt, pixels)) || 0
    }
  }
  return { scale, duration, hasSound, hasVideo, height, clustersFrom: segment.to }
}

/** @returns undefined for damage */
export function measureMatroska(read: ReadAt, size: number): Found | Unreadable | undefined {
  const readAt = inPieces(read)
  const header = elementAt(readAt, 0, size)
  const docType = header && childOf(readAt, header, ids.docType)
  const segment = header && elementAt(readAt, header.to, size)
  if (docType === undefined || segment?.id !== ids.segment) return undefined
  const isWebm = latin1(readAt(docType.from, Math.min(docType.to - docType.from, 8))).startsWith('webm')
  const { scale, duration, hasSound, hasVideo, height, clustersFrom } = readFront(readAt, segment)
  if (!hasSound) return { why: 'there is no sound in it' }
  const whole = segment.to + segment.missing - clustersFrom
  const units = duration > 0 && Number.isFinite(duration) ? duration : lastTime(readAt, clustersFrom, segment.to)
  const seconds = units > 0 ? (units * scale) / 1e9 : undefined
  const isCut = segment.missing > 0 && whole > 0
  return {
    format: isWebm ? (hasVideo ? 'webm' : 'weba') : hasVideo ? 'mkv' : 'mka',
    seconds,
    bitrate: bitrateOf(whole, seconds),
    height: hasVideo && height > 0 ? height : undefined,
    share: isCut ? (segment.to - clustersFrom) / whole : 1,
  }
}

/**
 * Where the last block ends, in units of time. Needed only where the file does not tell, as those that a browser
 * records: the header of every block is read. A block does not say how long it plays; the last one of a track is taken
 * to be as long as the one before.
 */
function lastTime(readAt: ReadAt, from: number, to: number): number {
  const lasts = new Map<number, { time: number; step: number }>()
  let clock = 0
  for (let at = from; at < to; ) {
    const element = elementAt(readAt, at, to)
    if (element === undefined) break
    if (element.id === ids.clusterTime) clock = readWhole(readAt, element)
    if (element.id === ids.simpleBlock || element.id === ids.block) {
      // The track's number, mostly of one byte, then a time of 16 bits with a sign.
      const [track = 0, high = 0, low = 0] = readAt(element.from, 3)
      const time = clock + (((high << 24) | (low << 16)) >> 16)
      const before = lasts.get(track)
      if (before === undefined || time > before.time) lasts.set(track, { time, step: time - (before?.time ?? time) })
    }
    const isOpened = element.id === ids.cluster || element.id === ids.blockGroup
    at = isOpened ? element.from : element.to
  }
  return Math.max(0, ...[...lasts.values()].map(({ time, step }) => time + step))
}

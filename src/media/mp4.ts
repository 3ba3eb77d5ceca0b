import { latin1, uint16, uint32, uint64 } from './bytes.ts'
import { bitrateOf, type Found } from './found.ts'
import { type BoxPlace, walkBoxes } from './mp4-boxes.ts'
import { fragmentEnds, type TrackEnds } from './mp4-fragments.ts'
import { inPieces, type ReadAt } from './read-at.ts'
import type { Unreadable } from './unreadable.ts'

/**
 * What M4A, MP4 and MOV say about themselves. Only headers are read: neither sound nor the tables of its samples.
 * The playing time is that of the longest track of sound or pictures, as its edit list shows it: without the lead-in
 * that the encoder added, as players have it. @see ISO/IEC 14496-12 §8
 */

/** The parts of a file that matter here. */
interface Parts {
  readonly movie?: BoxPlace
  readonly fragments: readonly BoxPlace[]
  /** Of sound and pictures, in bytes: what is there, and what is missing. */
  readonly there: number
  readonly missing: number
}

function partsOf(readAt: ReadAt, size: number): Parts {
  let movie: BoxPlace | undefined
  let there = 0
  let missing = 0
  const fragments: BoxPlace[] = []
  for (const box of walkBoxes(readAt, 0, size)) {
    missing += box.missing
    if (box.name === 'mdat') there += box.to - box.from
    else if (box.name === 'moof' && box.missing === 0) fragments.push(box)
    else if (box.name === 'moov' && box.missing === 0) movie ??= box
  }
  return { ...(movie && { movie }), fragments, there, missing }
}

export function measureMp4(read: ReadAt, size: number): Found | Unreadable {
  const readAt = inPieces(read)
  const { movie, fragments, there, missing } = partsOf(readAt, size)
  if (movie === undefined) {
    const why = missing > 0 ? 'it is cut off' : 'it was not written to its end'
    return { why: `${why}, and its index, which stands at the end, is missing` }
  }
  const scale = movieScale(readAt, movie)
  const boxes = [...walkBoxes(readAt, movie.from, movie.to)]
  const defaults = boxes.find(({ name }) => name === 'mvex')
  const ends: TrackEnds = defaults === undefined ? new Map() : fragmentEnds(readAt, defaults, fragments)
  const tracks = boxes.flatMap((box) => (box.name === 'trak' ? readTrack(readAt, box, scale, ends) : []))
  const chapterTracks = new Set(tracks.flatMap((track) => track.chapterTracks))
  const played = tracks.filter(({ id, kind }) => ['soun', 'vide'].includes(kind) && !chapterTracks.has(id))
  if (!played.some(({ kind }) => kind === 'soun')) return { why: 'there is no sound in it' }
  const video = played.find(({ kind }) => kind === 'vide')
  const seconds = Math.max(...played.map((track) => track.seconds))
  return {
    format: video === undefined ? 'm4a' : 'mp4',
    seconds: seconds > 0 ? seconds : undefined,
    bitrate: bitrateOf(there + missing, seconds),
    height: video?.height,
    share: missing === 0 ? 1 : there / (there + missing),
  }
}

/** The box at the end of a path of names; undefined if there is none. */
function boxIn(readAt: ReadAt, box: BoxPlace, ...path: readonly string[]): BoxPlace | undefined {
  let found: BoxPlace | undefined = box
  for (const wanted of path) {
    if (found === undefined) return undefined
    const inner: BoxPlace[] = [...walkBoxes(readAt, found.from, found.to)]
    found = inner.find(({ name }) => name === wanted)
  }
  return found
}

/** The first bytes of the box at the end of a path; none if there is no such box. */
function bytesIn(readAt: ReadAt, box: BoxPlace, length: number, ...path: readonly string[]): Uint8Array {
  const found = boxIn(readAt, box, ...path)
  return found === undefined ? new Uint8Array() : readAt(found.from, Math.min(length, found.to - found.from))
}

/** Units of time in a second, of the whole file. */
function movieScale(readAt: ReadAt, movie: BoxPlace): number {
  const header = bytesIn(readAt, movie, 32, 'mvhd')
  return uint32(header, header[0] === 1 ? 20 : 12)
}

interface Track {
  readonly id: number
  /** `soun`, `vide` or something else. */
  readonly kind: string
  readonly seconds: number
  /** Of a picture, in pixels as it is shown. */
  readonly height: number
  /** Identifiers of the tracks that hold its chapters: texts and pictures. */
  readonly chapterTracks: readonly number[]
}

function readTrack(readAt: ReadAt, trak: BoxPlace, movieUnits: number, ends: TrackEnds): Track {
  const header = bytesIn(readAt, trak, 104, 'tkhd')
  const id = uint32(header, header[0] === 1 ? 20 : 12)
  const references = bytesIn(readAt, trak, 256, 'tref', 'chap')
  const edits = readEdits(bytesIn(readAt, trak, maxEditsSize, 'edts', 'elst'))
  const { scale, units } = readMediaHeader(bytesIn(readAt, trak, 36, 'mdia', 'mdhd'))
  const edited = movieUnits > 0 ? edits.units / movieUnits : 0
  const inFragments = ((ends.get(id) ?? 0) - edits.skipped) / scale
  return {
    id,
    kind: latin1(bytesIn(readAt, trak, 12, 'mdia', 'hdlr').subarray(8)),
    seconds: scale > 0 ? Math.max(edited > 0 ? edited : units / scale, inFragments) : 0,
    height: shownHeight(header, bytesIn(readAt, trak, 44, 'mdia', 'minf', 'stbl', 'stsd')),
    chapterTracks: Array.from({ length: references.length >> 2 }, (_, index) => uint32(references, index * 4)),
  }
}

/** Files have one or two edits. */
const maxEditsSize = 4096

/** How long all edits are, in the movie's units; and what the first one leaves out before, in the track's. */
function readEdits(list: Uint8Array): { readonly units: number; readonly skipped: number } {
  const isLong = list[0] === 1
  const size = isLong ? 20 : 12
  const count = Math.min(uint32(list, 4), Math.floor(Math.max(list.length - 8, 0) / size))
  let units = 0
  let skipped = 0
  for (let row = 0, at = 8; row < count; row++, at += size) {
    units += isLong ? uint64(list, at) : uint32(list, at)
    // All ones: an empty edit, before the track starts.
    const from = isLong ? uint64(list, at + 8) : uint32(list, at + 4)
    if (skipped === 0 && from < (isLong ? 2 ** 63 : 2 ** 31)) skipped = from
  }
  return { units, skipped }
}

/** Units in a second, and how many of them the track has; 0 if that is not known. */
function readMediaHeader(header: Uint8Array): { readonly scale: number; readonly units: number } {
  const isLong = header[0] === 1
  const units = isLong ? uint64(header, 24) : uint32(header, 16)
  return { scale: uint32(header, isLong ? 20 : 12), units: units >= (isLong ? 2 ** 63 : 2 ** 32 - 1) ? 0 : units }
}

/** The height of a picture, which a telephone held upright turns by a quarter: then its width is shown as height. */
function shownHeight(trackHeader: Uint8Array, descriptions: Uint8Array): number {
  const matrix = trackHeader[0] === 1 ? 52 : 40
  const isTurned = uint32(trackHeader, matrix) === 0 && uint32(trackHeader, matrix + 4) !== 0
  return uint16(descriptions, isTurned ? 40 : 42)
}

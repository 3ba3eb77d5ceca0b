import { uint32, uint64 } from './bytes.ts'
import { type BoxPlace, walkBoxes } from './mp4-boxes.ts'
import type { ReadAt } from './read-at.ts'

/**
 * The times of a fragmented MPEG-4 file, as recorders and streaming tools write it: its index comes in pieces.
 * @see ISO/IEC 14496-12 §8.8
 */

/** By the track's identifier: where its last sample ends, in the track's units. */
export type TrackEnds = ReadonlyMap<number, number>

/** Where each track ends. @param defaults the `mvex` box, with what holds for samples that say nothing */
export function fragmentEnds(readAt: ReadAt, defaults: BoxPlace, fragments: readonly BoxPlace[]): TrackEnds {
  const lengths = new Map<number, number>()
  for (const { name, from } of walkBoxes(readAt, defaults.from, defaults.to)) {
    const box = readAt(from, 24)
    if (name === 'trex') lengths.set(uint32(box, 4), uint32(box, 12))
  }
  const ends = new Map<number, number>()
  const clocks = new Map<number, number>()
  for (const fragment of fragments) {
    for (const track of walkBoxes(readAt, fragment.from, fragment.to)) {
      if (track.name === 'traf') addTrack(readAt, track, lengths, clocks, ends)
    }
  }
  return ends
}

/** Flags of the boxes `tfhd` and `trun`: which optional fields they have. */
const tfhd = { offset: 0x1, description: 0x2, length: 0x8 } as const
const trun = { offset: 0x1, firstFlags: 0x4, length: 0x100, size: 0x200, flags: 0x400, shift: 0x800 } as const

const flagsOf = (box: Uint8Array): number => uint32(box, 0) & 0xffffff

function addTrack(
  readAt: ReadAt,
  track: BoxPlace,
  lengths: ReadonlyMap<number, number>,
  clocks: Map<number, number>,
  ends: Map<number, number>,
): void {
  let id = 0
  let length = 0
  let clock = 0
  for (const { name, from, to } of walkBoxes(readAt, track.from, track.to)) {
    if (name === 'tfhd') {
      const box = readAt(from, 32)
      const flags = flagsOf(box)
      const at = 8 + (flags & tfhd.offset ? 8 : 0) + (flags & tfhd.description ? 4 : 0)
      id = uint32(box, 4)
      length = flags & tfhd.length ? uint32(box, at) : (lengths.get(id) ?? 0)
      clock = clocks.get(id) ?? 0
    } else if (name === 'tfdt') {
      const box = readAt(from, 12)
      clock = box[0] === 1 ? uint64(box, 4) : uint32(box, 4)
    } else if (name === 'trun') {
      const run = readRun(readAt(from, to - from), length)
      ends.set(id, Math.max(ends.get(id) ?? 0, clock + run.end))
      clock += run.length
    }
  }
  clocks.set(id, clock)
}

/** How long a run of samples is, and where the last of them ends as they are shown, both from the run's start. */
function readRun(box: Uint8Array, usualLength: number): { readonly length: number; readonly end: number } {
  const flags = flagsOf(box)
  const fields = [trun.length, trun.size, trun.flags, trun.shift].filter((field) => flags & field)
  const rowSize = fields.length * 4
  const count = uint32(box, 4)
  if (rowSize === 0) return { length: count * usualLength, end: count * usualLength }
  const start = 8 + (flags & trun.offset ? 4 : 0) + (flags & trun.firstFlags ? 4 : 0)
  const shiftAt = flags & trun.shift ? rowSize - 4 : undefined
  let length = 0
  let end = 0
  for (let row = 0, at = start; row < count && at + rowSize <= box.length; row++, at += rowSize) {
    const shift = shiftAt === undefined ? 0 : uint32(box, at + shiftAt) | 0
    length += flags & trun.length ? uint32(box, at) : usualLength
    end = Math.max(end, length + shift)
  }
  return { length, end }
}

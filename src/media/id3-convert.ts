import { timesSize } from './id3-chapters.ts'
import { contentOf, type Frame, readFrames, renderFrames } from './id3-tag.ts'
import { readString, widen } from './id3-text.ts'

/**
 * Frames of ID3v2.4 for a tag of version 2.3: the same frames in other words. Frames that only 2.4 defines stay as
 * they are; readers of 2.3 skip what they do not know, and many know them.
 */

/** Where a frame's strings are: after how many bytes, whether a Latin-1 string comes first, how many there are. */
interface Layout {
  readonly skip: number
  readonly latin1First: boolean
  /** After the Latin-1 string. */
  readonly skipMore: number
  readonly strings: number
}

const text: Layout = { skip: 0, latin1First: false, skipMore: 0, strings: Number.POSITIVE_INFINITY }
const layouts: Readonly<Record<string, Layout>> = {
  COMM: { ...text, skip: 3 },
  USLT: { ...text, skip: 3 },
  USER: { ...text, skip: 3 },
  WXXX: { ...text, strings: 1 },
  APIC: { skip: 0, latin1First: true, skipMore: 1, strings: 1 },
  GEOB: { skip: 0, latin1First: true, skipMore: 0, strings: 2 },
}
const layoutOf = (id: string): Layout | undefined => (id.startsWith('T') ? text : layouts[id])

/** Frames that start with an encoding, but whose strings lie among other data. */
const entangled = ['SYLT', 'OWNE', 'COMR']

/** A content whose strings are in UTF-8 or in UTF-16 without a mark, of which 2.3 has neither. */
function widenContent(id: string, content: Uint8Array): Uint8Array | undefined {
  const encoding = content[0] ?? 0
  const layout = layoutOf(id)
  if (encoding < 2) return content
  if (layout === undefined) return entangled.includes(id) ? undefined : content
  let at = 1 + layout.skip
  if (layout.latin1First) at = readString(0, content, at).next + layout.skipMore
  return Buffer.concat([
    Uint8Array.of(1),
    content.subarray(1, at),
    widen(encoding, content.subarray(at), layout.strings),
  ])
}

/** Where the sub-frames of a frame start; undefined if it has none. */
function subFramesAt({ id }: Frame, content: Uint8Array): number | undefined {
  if (id !== 'CHAP' && id !== 'CTOC') return undefined
  let at = readString(0, content, 0).next
  if (id === 'CHAP') return at + timesSize
  const entries = content[at + 1] ?? 0
  at += 2
  for (let done = 0; done < entries; done++) at = readString(0, content, at).next
  return at
}

/** A frame of version 2.4 as one of 2.3; undefined if it can't be one. */
function toVersion3(frame: Frame): Frame | undefined {
  const content = contentOf(frame)
  if (content === undefined) return undefined
  const { id } = frame
  // Bits for "discard if the tag changes", "if the file changes" and "read only" lie one further left.
  const flags = (frame.flags << 1) & 0xe000
  const at = subFramesAt(frame, content)
  if (at === undefined) {
    const data = widenContent(id, content)
    return data && { id, flags, data }
  }
  const { frames, damaged } = readFrames(content.subarray(at), 4)
  const inner = allToVersion3(frames)
  if (damaged || inner === undefined) return undefined
  return { id, flags, data: Buffer.concat([content.subarray(0, at), renderFrames(3, inner)]) }
}

/** Frames of version 2.4 as those of 2.3; undefined if one of them is packed, encrypted or too entangled. */
export function allToVersion3(frames: readonly Frame[]): Frame[] | undefined {
  const converted = frames.flatMap((frame) => toVersion3(frame) ?? [])
  return converted.length === frames.length ? converted : undefined
}

import { fromLatin1, latin1, uint32 } from './bytes.ts'
import { id3Length } from './id3-length.ts'
import type { Version } from './id3-text.ts'
import type { Unreadable } from './unreadable.ts'

/** The ID3v2 tag that an MP3 starts with, as frames. @see id3.org, ID3v2.3 §3 and ID3v2.4 structure §3 and §4 */

export interface Frame {
  /** Four characters, such as `TIT2`. */
  readonly id: string
  /** The two bytes of flags, in the meaning of the tag's version. */
  readonly flags: number
  /** The bytes after the frame's header. */
  readonly data: Uint8Array
}

export interface Tag {
  readonly version: Version
  readonly frames: readonly Frame[]
  /** All the bytes that the tag takes at the head of the file, padding and footer included. */
  readonly length: number
}

const headerSize = 10
/** Sizes in a tag have 28 bits. */
const maxSize = 2 ** 28

/** A number of 28 bits in four bytes, none of which can be taken for the start of audio. */
const syncSafe = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 21) | ((bytes[at + 1] ?? 0) << 14) | ((bytes[at + 2] ?? 0) << 7) | (bytes[at + 3] ?? 0)

const isSyncSafe = (bytes: Uint8Array, at: number): boolean => bytes.subarray(at, at + 4).every((byte) => byte < 0x80)

/** Takes out the zeros that keep a tag's bytes from looking like audio. */
function resynchronise(bytes: Uint8Array): Uint8Array {
  const restored = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    restored[length++] = bytes[at] as number
    if (bytes[at] === 0xff && bytes[at + 1] === 0) at++
  }
  return restored.subarray(0, length)
}

/** Some programs write an identifier of version 2.2 with a space or a zero after it. */
const isFrameId = (bytes: Uint8Array, at: number): boolean =>
  /^[A-Z][A-Z0-9]{2}[A-Z0-9 \0]$/.test(latin1(bytes.subarray(at, at + 4)))

/** Whether a frame may end here: another one, padding or nothing follows. */
const mayEnd = (bytes: Uint8Array, at: number): boolean =>
  at === bytes.length || bytes[at] === 0 || isFrameId(bytes, at)

/** Old programs forgot that version 2.4 has sync-safe sizes: the reading after which something sensible follows counts. */
function sizeOfFrame(bytes: Uint8Array, at: number, version: Version): number {
  const plain = uint32(bytes, at + 4)
  if (version === 3 || !isSyncSafe(bytes, at + 4)) return plain
  const safe = syncSafe(bytes, at + 4)
  const isPlain = !mayEnd(bytes, at + headerSize + safe) && mayEnd(bytes, at + headerSize + plain)
  return isPlain ? plain : safe
}

const compressedOrEncrypted = 0x0c
const unsynchronised = 0x02
const lengthNoted = 0x01
const grouped = 0x40

/** A frame of version 2.4 without the wrappings that need no key: only its own bytes are left. */
function unwrap({ id, flags, data }: Frame, wholeTag: boolean): Frame {
  const restored = wholeTag || flags & unsynchronised ? resynchronise(data) : data
  const left = flags & ~unsynchronised
  if ((left & lengthNoted) === 0 || (left & compressedOrEncrypted) !== 0) return { id, flags: left, data: restored }
  const note = left & grouped ? 1 : 0
  const unnoted = Buffer.concat([restored.subarray(0, note), restored.subarray(note + 4)])
  return { id, flags: left & ~lengthNoted, data: unnoted }
}

/** The frames up to padding or damage. The sub-frames of a frame are written in the same way. */
export function readFrames(
  bytes: Uint8Array,
  version: Version,
  wholeTag = false,
): { readonly frames: readonly Frame[]; readonly damaged: boolean } {
  const frames: Frame[] = []
  let at = 0
  while (at < bytes.length && bytes[at] !== 0) {
    const size = sizeOfFrame(bytes, at, version)
    const next = at + headerSize + size
    if (!isFrameId(bytes, at) || next > bytes.length) return { frames, damaged: true }
    const flags = ((bytes[at + 8] ?? 0) << 8) | (bytes[at + 9] ?? 0)
    const frame = { id: latin1(bytes.subarray(at, at + 4)), flags, data: bytes.subarray(at + headerSize, next) }
    frames.push(version === 4 ? unwrap(frame, wholeTag) : frame)
    at = next
  }
  return { frames, damaged: false }
}

/** A frame's content; undefined if it is packed, encrypted or in a group, as its flags say. */
export const contentOf = ({ flags, data }: Frame): Uint8Array | undefined => ((flags & 0xff) === 0 ? data : undefined)

/** What an extended header takes. It tells of the tag as it was, and is not kept. */
function extendedHeaderSize(body: Uint8Array, version: Version): number {
  return version === 3 ? 4 + uint32(body, 0) : syncSafe(body, 0)
}

/**
 * Reads the tag that a file starts with.
 * @param head the file's first bytes, as many as `id3Length` says
 * @returns undefined if there is none; why, if it can't be understood to the last frame, with the frames before
 */
export function readTag(head: Uint8Array): Tag | (Unreadable & { readonly found?: Tag }) | undefined {
  const length = id3Length(head)
  if (length === 0) return undefined
  const [major = 0, , flags = 0] = head.subarray(3, 6)
  if (major !== 3 && major !== 4) return { why: `they are of ID3 version 2.${major}` }
  const end = headerSize + syncSafe(head, 6)
  const stored = head.subarray(headerSize, end)
  const wholeTag = (flags & 0x80) !== 0
  const body = wholeTag && major === 3 ? resynchronise(stored) : stored
  const start = (flags & 0x40) === 0 ? 0 : extendedHeaderSize(body, major)
  const { frames, damaged } = readFrames(body.subarray(start), major, wholeTag)
  const tag: Tag = { version: major, frames, length }
  return damaged || start > body.length || head.length < length ? { why: 'they are damaged', found: tag } : tag
}

function sizeBytes(size: number, safe: boolean): Uint8Array {
  const bits = safe ? 7 : 8
  const mask = safe ? 0x7f : 0xff
  return Uint8Array.of((size >>> (3 * bits)) & mask, (size >>> (2 * bits)) & mask, (size >>> bits) & mask, size & mask)
}

/** Frames one after the other, as in a tag or as sub-frames. */
export const renderFrames = (version: Version, frames: readonly Frame[]): Uint8Array =>
  Buffer.concat(
    frames.flatMap(({ id, flags, data }) => [
      fromLatin1(id),
      sizeBytes(data.length, version === 4),
      Uint8Array.of(flags >> 8, flags & 0xff),
      data,
    ]),
  )

/** A whole tag: no padding, no extended header, no footer. */
export function renderTag(version: Version, frames: readonly Frame[]): Uint8Array {
  const body = renderFrames(version, frames)
  if (body.length >= maxSize) throw new Error(`bug: an ID3 tag of ${body.length} bytes was to be written`)
  return Buffer.concat([fromLatin1('ID3'), Uint8Array.of(version, 0, 0), sizeBytes(body.length, true), body])
}

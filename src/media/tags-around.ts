import { has, latin1, uint32le } from './bytes.ts'
import { id3Length } from './id3-length.ts'
import type { ReadAt } from './read-at.ts'

/** The tags before and after the sound of an MP3, of all the kinds that programs have ever put there. */

export type TailKind = 'id3v1' | 'ape' | 'lyrics3' | 'id3v2'

/** A tag after the sound. Its bytes lie from `from` to before `to`. */
export interface TailTag {
  readonly kind: TailKind
  readonly from: number
  readonly to: number
}

const apeMark = 'APETAGEX'
const apeHeaderSize = 32
const hasHeader = 0x80000000

/** Damage apart, there are two or three tags in a row. */
const maxTags = 8

/**
 * Where the sound starts: after the tags that a file begins with, of which some have two.
 * @param first the file's first bytes, at least 32 if it has as many
 */
export function soundStart(first: Uint8Array, readAt: ReadAt): number {
  let at = 0
  for (let count = 0; count < maxTags; count++) {
    const head = at === 0 ? first : readAt(at, apeHeaderSize)
    const length = has(head, 0, apeMark) ? apeHeaderSize + uint32le(head, 12) : id3Length(head)
    if (length === 0) break
    at += length
  }
  return at
}

/**
 * The tags that a file ends with, the last one first.
 * @param start where the sound starts: no tag reaches before it
 */
export function tailTags(readAt: ReadAt, start: number, size: number): TailTag[] {
  const tags: TailTag[] = []
  let to = size
  while (tags.length < maxTags) {
    const found = tagBefore(readAt, to)
    if (found === undefined || found.from < start) break
    tags.push({ ...found, to })
    to = found.from
  }
  return tags
}

interface Found {
  readonly kind: TailKind
  readonly from: number
}

/** Everything by which a tag says that it ends here fits into this, with an ID3v1 tag and its extension. */
const tailSize = 128 + 227

function tagBefore(readAt: ReadAt, end: number): Found | undefined {
  const from = Math.max(end - tailSize, 0)
  const tail = readAt(from, end - from)
  return (
    id3v1Before(tail, end) ?? apeBefore(tail, end) ?? lyricsBefore(tail, end, readAt) ?? id3v2Before(tail, end, readAt)
  )
}

/** @see id3.org, ID3v1; the extension with longer texts starts with `TAG+` */
function id3v1Before(tail: Uint8Array, end: number): Found | undefined {
  if (tail.length < 128 || !has(tail, tail.length - 128, 'TAG')) return undefined
  const isExtended = tail.length === tailSize && has(tail, 0, 'TAG+')
  return { kind: 'id3v1', from: end - (isExtended ? tailSize : 128) }
}

/** @see APEv2 specification: the size counts items and footer, but not the header */
function apeBefore(tail: Uint8Array, end: number): Found | undefined {
  const footer = tail.subarray(Math.max(tail.length - apeHeaderSize, 0))
  if (!has(footer, 0, apeMark)) return undefined
  const size = uint32le(footer, 12)
  if (size < apeHeaderSize) return undefined
  return { kind: 'ape', from: end - size - (uint32le(footer, 20) >= hasHeader ? apeHeaderSize : 0) }
}

/** Version 1 does not say how long it is, but is at most this long. */
const maxLyrics1Size = 5100 + 'LYRICSBEGIN'.length + 'LYRICSEND'.length

/** @see id3.org, Lyrics3 and Lyrics3v2 */
function lyricsBefore(tail: Uint8Array, end: number, readAt: ReadAt): Found | undefined {
  const mark = latin1(tail.subarray(Math.max(tail.length - 15, 0)))
  const [, size] = /^(\d{6})LYRICS200$/.exec(mark) ?? []
  if (size !== undefined) {
    const from = end - 15 - Number(size)
    return from >= 0 && has(readAt(from, 11), 0, 'LYRICSBEGIN') ? { kind: 'lyrics3', from } : undefined
  }
  if (!mark.endsWith('LYRICSEND')) return undefined
  const from = Math.max(end - maxLyrics1Size, 0)
  const begin = latin1(readAt(from, end - from)).lastIndexOf('LYRICSBEGIN')
  return begin === -1 ? undefined : { kind: 'lyrics3', from: from + begin }
}

/** A tag of version 2.4 may stand at the end: then it ends with a copy of its header. */
function id3v2Before(tail: Uint8Array, end: number, readAt: ReadAt): Found | undefined {
  const footer = tail.subarray(Math.max(tail.length - 10, 0))
  if (!has(footer, 0, '3DI')) return undefined
  const header = Uint8Array.from(footer)
  header.set([0x49, 0x44, 0x33])
  const from = end - id3Length(header)
  return from >= 0 && has(readAt(from, 3), 0, 'ID3') ? { kind: 'id3v2', from } : undefined
}

/** Beyond this an APE tag is not read: pictures in it are stepped over. */
const maxApeItems = 200

/** What an APE tag may say about an episode; other items tell how loud it is, or of other programs' settings. */
const episodeItems = [
  ...['title', 'subtitle', 'artist', 'album', 'album artist', 'albumartist', 'debut album'],
  ...['track', 'disc', 'year', 'record date', 'comment', 'lyrics', 'unsyncedlyrics'],
]

const mayContradict = (readAt: ReadAt, tag: TailTag): boolean =>
  tag.kind !== 'ape' ||
  apeNames(readAt, tag).some((name) => episodeItems.includes(name) || name.startsWith('cover art'))

/** How many bytes at the end are tags that may say something else than an ID3v2 tag at the start. */
export function contradictingTail(readAt: ReadAt, start: number, size: number): number {
  let from = size
  for (const tag of tailTags(readAt, start, size)) {
    if (!mayContradict(readAt, tag)) break
    from = tag.from
  }
  return size - from
}

/** The names of an APE tag's items, in small letters. */
function apeNames(readAt: ReadAt, { from, to }: TailTag): string[] {
  const names: string[] = []
  let at = has(readAt(from, 8), 0, apeMark) ? from + apeHeaderSize : from
  while (at < to - apeHeaderSize && names.length < maxApeItems) {
    const item = readAt(at, 8 + 256)
    const end = item.indexOf(0, 8)
    if (end === -1) break
    names.push(latin1(item.subarray(8, end)).toLowerCase())
    at += end + 1 + uint32le(item, 0)
  }
  return names
}

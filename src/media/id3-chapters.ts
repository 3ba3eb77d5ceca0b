import type { Chapter } from '../model/chapter.ts'
import { webUrl } from '../text/url.ts'
import { uint32 } from './bytes.ts'
import { contentOf, type Frame, readFrames, readTag, type Tag } from './id3-tag.ts'
import { readString, readText, type Version } from './id3-text.ts'
import { titleOf } from './title.ts'

/** Chapters in an ID3v2 tag. @see spec/chapters.md §2 ID3; ID3v2 Chapter Frame Addendum 1.0 */

/** A chapter's frame: `CHAP`. */
export interface ChapterFrame {
  readonly id: string
  /** In milliseconds. */
  readonly startMs: number
  readonly endMs: number
  /** What it says about the chapter: title, link, picture. */
  readonly about: readonly Frame[]
}

/** A table of contents: `CTOC`. */
interface ContentsFrame {
  readonly id: string
  readonly isTop: boolean
  /** Chapters or other tables, in order. */
  readonly entries: readonly string[]
}

const contentsWith = (tag: Tag, id: string): Uint8Array[] =>
  tag.frames.filter((frame) => frame.id === id).flatMap((frame) => contentOf(frame) ?? [])

/** What stands between a chapter's identifier and its sub-frames: two times, two offsets. */
export const timesSize = 16

function readChapterFrame(content: Uint8Array, version: Version): ChapterFrame {
  const { text: id, next: at } = readString(0, content, 0)
  const { frames } = readFrames(content.subarray(at + timesSize), version)
  return { id, startMs: uint32(content, at), endMs: uint32(content, at + 4), about: frames }
}

function readContentsFrame(content: Uint8Array): ContentsFrame {
  const { text: id, next } = readString(0, content, 0)
  const entries: string[] = []
  let at = next + 2
  for (let left = content[next + 1] ?? 0; left > 0 && at < content.length; left--) {
    const entry = readString(0, content, at)
    entries.push(entry.text)
    at = entry.next
  }
  return { id, isTop: ((content[next] ?? 0) & 2) !== 0, entries }
}

/** All `CHAP` frames of a tag. */
export const chapterFrames = (tag: Tag): ChapterFrame[] =>
  contentsWith(tag, 'CHAP').map((content) => readChapterFrame(content, tag.version))

/** The identifiers that the tables of contents list, in the order of a walk from the top one down. */
function listed(tag: Tag): Set<string> {
  const tables = contentsWith(tag, 'CTOC').map(readContentsFrame)
  const byId = new Map(tables.map((table) => [table.id, table]))
  const below = new Set(tables.flatMap(({ entries }) => entries))
  const isRoot = (table: ContentsFrame): boolean => table.isTop || !below.has(table.id)
  const ahead = [...tables.filter((table) => !isRoot(table)), ...tables.filter(isRoot).reverse()].map(({ id }) => id)
  const met = new Set<string>()
  while (ahead.length > 0) {
    const id = ahead.pop() as string
    if (met.has(id)) continue
    met.add(id)
    for (const entry of byId.get(id)?.entries.toReversed() ?? []) ahead.push(entry)
  }
  return met
}

const firstOf = (frames: readonly Frame[], id: string): Uint8Array | undefined =>
  frames.flatMap((frame) => (frame.id === id ? (contentOf(frame) ?? []) : []))[0]

/** The link of a `WXXX` frame: it follows a description, and is always Latin-1. */
function readLink(content: Uint8Array): string | undefined {
  const { next } = readString(content[0] ?? 0, content, 1)
  return webUrl(readString(0, content, next).text.trim())
}

interface Draft {
  readonly chapter: Chapter
  readonly startMs: number
  readonly endMs: number
}

function draftOf({ startMs, endMs, about }: ChapterFrame, isListed: boolean): Draft | undefined {
  const named = firstOf(about, 'TIT2')
  const title = named === undefined ? '' : titleOf(readText(named))
  if (title === '') return undefined
  const link = firstOf(about, 'WXXX')
  const url = link === undefined ? undefined : readLink(link)
  const more = { ...(url === undefined ? {} : { url }), ...(isListed ? {} : { toc: false }) }
  return { chapter: { start: startMs / 1000, title, ...more }, startMs, endMs }
}

/** A start, and whether the list of chapters shows it. */
export interface Begin {
  readonly startMs: number
  readonly isListed: boolean
}

/** A start, and the next later one. */
interface Follower {
  readonly at: number
  readonly after: number | undefined
}

const followerOf = (at: number, next: Follower | undefined): Follower =>
  next?.at === at ? next : { at, after: next?.at }

/**
 * Where each chapter ends if nothing else is said: where the next one starts, which for a listed chapter is
 * the next listed one. Undefined for the last. @param begins by start
 */
export function naturalEnds(begins: readonly Begin[]): (number | undefined)[] {
  const ends: (number | undefined)[] = new Array(begins.length)
  let follower: Follower | undefined
  let listedFollower: Follower | undefined
  for (let index = begins.length - 1; index >= 0; index--) {
    const { startMs, isListed } = begins[index] as Begin
    follower = followerOf(startMs, follower)
    if (isListed) listedFollower = followerOf(startMs, listedFollower)
    ends[index] = (isListed ? listedFollower : follower)?.after
  }
  return ends
}

/**
 * The chapters of a tag, by start; of those that start together, in the order of the table of contents. Chapters that
 * no table lists get `toc: false`, unless there is no table that lists any. Those without a title are left out.
 */
export function chaptersInTag(tag: Tag): Chapter[] {
  const frames = chapterFrames(tag)
  const order = [...listed(tag)]
  const rank = new Map(order.map((id, index) => [id, index]))
  const isListless = !frames.some(({ id }) => rank.has(id))
  const rankOf = ({ id }: ChapterFrame): number => rank.get(id) ?? order.length
  const drafts = [...frames]
    .sort((one, other) => one.startMs - other.startMs || rankOf(one) - rankOf(other))
    .flatMap((frame) => draftOf(frame, isListless || rank.has(frame.id)) ?? [])
  const ends = naturalEnds(drafts.map(({ startMs, chapter }) => ({ startMs, isListed: chapter.toc !== false })))
  return drafts.map(({ chapter, startMs, endMs }, index) => {
    const { start, title, ...more } = chapter
    return endMs > startMs && endMs !== ends[index] ? { start, end: endMs / 1000, title, ...more } : chapter
  })
}

/** The chapters inside an MP3. @param head the file's first bytes, as many as `id3Length` says */
export function chaptersInMp3(head: Uint8Array): Chapter[] {
  const read = readTag(head)
  const tag = read !== undefined && 'why' in read ? read.found : read
  return tag === undefined ? [] : chaptersInTag(tag)
}

import type { Chapter } from '../model/chapter.ts'
import { webUrl } from '../text/url.ts'
import { fromLatin1 } from './bytes.ts'
import { type ChapterFrame, naturalEnds } from './id3-chapters.ts'
import { frame, linkFrame, otherPicture, type Picture, pictureFrame, textFrame } from './id3-frame.ts'
import { type Frame, renderFrames } from './id3-tag.ts'
import type { Version } from './id3-text.ts'

/** A chapter with the bytes of its picture, as players want it inside the file. */
export type PicturedChapter = Chapter & { readonly picture?: Picture }

/** Times have 32 bits, and the greatest of them means "none". */
const maxMs = 2 ** 32 - 2
const milliseconds = (seconds: number): number => Math.min(Math.round(seconds * 1000), maxMs)

const uint32Bytes = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

/** Players are to go by the times: offsets into the file would change with the tag. */
const noOffsets = new Uint8Array(8).fill(0xff)

const identifier = (id: string): Uint8Array => fromLatin1(`${id}\0`)

/** What a file already said about the chapter that starts here, other than title and link: pictures above all. */
function keptAbout(known: ChapterFrame | undefined, picture: Picture | undefined): readonly Frame[] {
  const about = known?.about ?? []
  return about.filter(({ id }) => id !== 'TIT2' && id !== 'WXXX' && (id !== 'APIC' || picture === undefined))
}

function chapterFrame(
  version: Version,
  id: string,
  { title, url, picture }: PicturedChapter,
  [startMs, endMs]: readonly [number, number],
  known: ChapterFrame | undefined,
): Frame {
  const link = url === undefined ? undefined : webUrl(url)
  const about = [
    textFrame(version, 'TIT2', title),
    ...(link === undefined ? [] : [linkFrame(link)]),
    ...(picture === undefined ? [] : [pictureFrame(picture, otherPicture)]),
    ...keptAbout(known, picture),
  ]
  return frame(
    'CHAP',
    identifier(id),
    uint32Bytes(startMs),
    uint32Bytes(endMs),
    noOffsets,
    renderFrames(version, about),
  )
}

const maxEntries = 255

/**
 * The table of contents, which says that its order is meant. It has a title of its own: some players show no chapters
 * without one. One table lists 255 entries; more go into tables within tables.
 */
function contentsFrames(version: Version, chapterIds: readonly string[]): Frame[] {
  const title = renderFrames(version, [textFrame(version, 'TIT2', 'Table of Contents')])
  const table = (id: string, isTop: boolean, entries: readonly string[]): Frame =>
    frame('CTOC', identifier(id), Uint8Array.of(isTop ? 3 : 1, entries.length), ...entries.map(identifier), title)
  const inner: Frame[] = []
  let entries = chapterIds
  while (entries.length > maxEntries) {
    const groups: string[] = []
    for (let at = 0; at < entries.length; at += maxEntries) {
      const id = `toc${inner.length + 1}`
      inner.push(table(id, false, entries.slice(at, at + maxEntries)))
      groups.push(id)
    }
    entries = groups
  }
  return entries.length === 0 ? [] : [table('toc', true, entries), ...inner]
}

/**
 * The frames of an episode's chapters, with their table of contents.
 * @param duration of the audio, in seconds: where the last chapter ends
 * @param old what the file said before: pictures of a chapter that starts at the same time stay
 */
export function framesOfChapters(
  version: Version,
  chapters: readonly PicturedChapter[],
  duration: number | undefined,
  old: readonly ChapterFrame[],
): Frame[] {
  const known = new Map([...old].reverse().map((chapter) => [chapter.startMs, chapter]))
  const sorted = [...chapters].sort((one, other) => one.start - other.start)
  const begins = sorted.map(({ start, toc }) => ({ startMs: milliseconds(start), isListed: toc !== false }))
  const ends = naturalEnds(begins)
  const last = milliseconds(duration ?? 0)
  const frames = sorted.map((chapter, index) => {
    const { startMs } = begins[index] as (typeof begins)[number]
    const endMs = chapter.end === undefined ? (ends[index] ?? last) : milliseconds(chapter.end)
    const times = [startMs, Math.max(endMs, startMs + 1)] as const
    return chapterFrame(version, `chp${index}`, chapter, times, known.get(startMs))
  })
  const listed = sorted.flatMap(({ toc }, index) => (toc === false ? [] : `chp${index}`))
  return [...contentsFrames(version, listed), ...frames]
}

import { framesOfChapters, type PicturedChapter } from './id3-chapter-frames.ts'
import { chapterFrames } from './id3-chapters.ts'
import { allToVersion3 } from './id3-convert.ts'
import { frontCover, otherPicture, type Picture, pictureFrame, plainFrame, textFrame } from './id3-frame.ts'
import { contentOf, type Frame, readTag, renderTag, type Tag } from './id3-tag.ts'
import { readString, type Version } from './id3-text.ts'
import type { Unreadable } from './unreadable.ts'

/** What the tag of a published episode says. */
export interface EpisodeTag {
  /** By start. Without any, those that the file has stay. */
  readonly chapters: readonly PicturedChapter[]
  readonly title: string
  readonly show: string
  readonly artist?: string
  /** The day of publication, `2026-03-31`. */
  readonly date: string
  readonly episodeNumber?: number
  readonly season?: number
  /** Plain text. */
  readonly description?: string
  /** What is said, as plain text: lines without times or marks. */
  readonly transcript?: string
  readonly artwork?: Picture
  /** Playing time in seconds, where the last chapter ends. */
  readonly duration?: number
}

/** The frames that the show sets, in a fixed order. */
function episodeFrames(version: Version, episode: EpisodeTag): Frame[] {
  const { title, show, artist, date, episodeNumber, season, description, transcript } = episode
  const [year = '', month = '', day = ''] = date.split('-')
  const texts = Object.entries({
    TIT2: title,
    TALB: show,
    TPE1: artist,
    ...(version === 4 ? { TDRC: date } : { TYER: year, TDAT: day + month }),
    TRCK: episodeNumber?.toString(),
    TPOS: season?.toString(),
  })
  return [
    ...texts.flatMap(([id, text]) => (text === undefined ? [] : textFrame(version, id, text))),
    ...(description === undefined ? [] : [plainFrame(version, 'COMM', description)]),
    ...(transcript === undefined ? [] : [plainFrame(version, 'USLT', transcript)]),
  ]
}

const dateFrames = ['TDRC', 'TYER', 'TDAT', 'TIME', 'TRDA', 'TDRL']
/** How programs sort what another frame says: that of the old words does not fit the new ones. */
const sortedBy: Readonly<Record<string, string>> = { TSOT: 'TIT2', TSOA: 'TALB', TSOP: 'TPE1' }

/** What a picture is of. */
const kindOf = (content: Uint8Array): number | undefined => content[readString(0, content, 1).next]

const isPlain = (content: Uint8Array): boolean => readString(content[0] ?? 0, content, 4).text === ''

/** Programs that know no better frame write these into one of the user's own, under a name. */
const ownNames: Readonly<Record<string, string>> = { comment: 'COMM', uslt: 'USLT', lyrics: 'USLT' }
const nameOf = (content: Uint8Array): string => readString(content[0] ?? 0, content, 1).text.toLowerCase()

/** Whether an old frame gives way to what the show sets. */
function isReplaced(frame: Frame, old: Tag, fresh: ReadonlySet<string>): boolean {
  const { id } = frame
  if (dateFrames.includes(id)) return true
  const content = contentOf(frame)
  if (id === 'TXXX') return content !== undefined && fresh.has(ownNames[nameOf(content)] ?? '')
  if (!fresh.has(id)) return (id === 'CTOC' && fresh.has('CHAP')) || fresh.has(sortedBy[id] ?? '')
  if (id === 'APIC') return content !== undefined && isCover(content, old)
  if (id === 'COMM' || id === 'USLT') return content !== undefined && isPlain(content)
  return true
}

/** Some programs do not say of what a picture is: then the only one is taken for the cover. */
const isCover = (content: Uint8Array, { frames }: Tag): boolean =>
  kindOf(content) === frontCover ||
  (kindOf(content) === otherPicture && frames.filter(({ id }) => id === 'APIC').length === 1)

/** A tag for the published copy: all frames of the old one, but for those that the show sets. */
function newTag(old: Tag, version: Version, episode: EpisodeTag): Uint8Array {
  const fresh = [
    ...episodeFrames(version, episode),
    ...framesOfChapters(version, episode.chapters, episode.duration, chapterFrames(old)),
    ...(episode.artwork === undefined ? [] : [pictureFrame(episode.artwork, frontCover)]),
  ]
  const ids = new Set(fresh.map(({ id }) => id))
  return renderTag(version, [...fresh, ...old.frames.filter((frame) => !isReplaced(frame, old, ids))])
}

/**
 * What an MP3 is published with in place of its own tag: same input, same bytes.
 * It is of version 2.3, which all players read: in 2.4, ffmpeg 5 loses chapters whose title takes more than 127 bytes,
 * as it misreads the sizes of sub-frames, and Apple's players have been seen to lose such ones, too. A tag of version
 * 2.4 is put into the words of 2.3; where that would lose something it stays what it is.
 * @param head the file's first bytes, as many as `id3Length` says; these are replaced
 * @returns why not, if the old tag can't be understood, so that nothing of it may be lost
 */
export function taggedMp3Head(head: Uint8Array, episode: EpisodeTag): Uint8Array | Unreadable {
  const old = readTag(head) ?? { version: 3, frames: [], length: 0 }
  if ('why' in old) return { why: old.why }
  if (old.version === 3) return newTag(old, 3, episode)
  const frames = allToVersion3(old.frames)
  return frames === undefined ? newTag(old, 4, episode) : newTag({ ...old, version: 3, frames }, 3, episode)
}

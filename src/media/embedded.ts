import type { Chapter } from '../model/chapter.ts'
import { type Diagnostic, type Outcome, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { containerOf, usualFormat } from './format.ts'
import { chaptersInTag } from './id3-chapters.ts'
import { id3Length } from './id3-length.ts'
import { readTag } from './id3-tag.ts'
import { type EpisodeTag, taggedMp3Head } from './id3-write.ts'
import { chaptersInMp4 } from './mp4-chapters.ts'
import { lookInto, type ReadAt } from './read-at.ts'
import { contradictingTail, soundStart } from './tags-around.ts'
import { whyUnreadable } from './unreadable.ts'

const report = reporter(codes)

/** Enough to know a format by. */
const headSize = 4096

/** The tag at the head of a file, whole, and the container that follows; that of an MP3 is undefined. */
function readHead(readAt: ReadAt) {
  const length = id3Length(readAt(0, 10))
  return { tag: readAt(0, length), container: containerOf(readAt(length, headSize)) }
}

interface Found {
  readonly chapters: readonly Chapter[]
  readonly damaged: boolean
}

function chaptersIn(readAt: ReadAt, size: number): Found {
  const { tag, container } = readHead(readAt)
  if (container !== undefined) {
    return { chapters: container === 'mpeg4' ? chaptersInMp4(readAt, size) : [], damaged: false }
  }
  const read = readTag(tag)
  if (read === undefined) return { chapters: [], damaged: false }
  // A tag of a version that has no chapters is not damaged: nothing of it is found.
  if ('why' in read) return { chapters: read.found ? chaptersInTag(read.found) : [], damaged: read.found !== undefined }
  return { chapters: chaptersInTag(read), damaged: false }
}

/**
 * The chapters that an audio file carries itself: MP3 (ID3v2) and M4A (QuickTime or Nero); none of other formats.
 * @param label the file as the user knows it
 * @returns media/unreadable-audio as an error; media/damaged-tags as a warning
 * @see spec/chapters.md §2 ID3, MP4
 */
export function readEmbeddedChapters(absolutePath: string, label: string, place: Place): Outcome<readonly Chapter[]> {
  try {
    const { chapters, damaged } = lookInto(absolutePath, chaptersIn)
    return { value: chapters, diagnostics: damaged ? [report('media/damaged-tags', { file: label }, place)] : [] }
  } catch (error) {
    const { why } = whyUnreadable(error)
    return { value: undefined, diagnostics: [report('media/unreadable-audio', { file: label, why }, place)] }
  }
}

/** How the published copy of a file begins and ends. */
export interface NewHead {
  /** Stands in place of the first bytes of the file. Empty: the file is published as it is. */
  readonly head: Uint8Array
  /** How many bytes it replaces. */
  readonly skip: number
  /** How many bytes at the end of the file are tags that may say something else than the new head. */
  readonly tail: number
  /** Of the published copy with that end, in bytes: what the feed has to say. */
  readonly length: number
}

/**
 * The head of an MP3’s published copy, with the episode’s chapters and tags, in place of all tags that it starts with.
 * The audio after it stays as it is.
 * @param label the file as the user knows it
 * @returns media/unreadable-audio as an error. As warnings, with an empty head: media/not-taggable for other formats,
 *   media/tags-kept for tags that can’t be understood
 */
export function tagMp3(absolutePath: string, label: string, place: Place, episode: EpisodeTag): Outcome<NewHead> {
  try {
    return lookInto(absolutePath, (readAt, size) => {
      const asItIs = (diagnostic: Diagnostic): Outcome<NewHead> => ({
        value: { head: new Uint8Array(), skip: 0, tail: 0, length: size },
        diagnostics: [diagnostic],
      })
      const { tag, container } = readHead(readAt)
      if (container !== undefined) {
        const format = usualFormat[container].name
        return asItIs(report('media/not-taggable', { file: label, format }, place))
      }
      const head = taggedMp3Head(tag, episode)
      if ('why' in head) return asItIs(report('media/tags-kept', { file: label, why: head.why }, place))
      const skip = Math.min(soundStart(readAt(0, headSize), readAt), size)
      const length = head.length + size - skip
      return { value: { head, skip, tail: contradictingTail(readAt, skip, size), length }, diagnostics: [] }
    })
  } catch (error) {
    const { why } = whyUnreadable(error)
    return { value: undefined, diagnostics: [report('media/unreadable-audio', { file: label, why }, place)] }
  }
}

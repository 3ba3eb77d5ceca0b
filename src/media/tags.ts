import type { IAudioMetadata } from 'music-metadata'
import type { Chapter } from '../model/chapter.ts'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import { cleanText } from '../text/clean.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { readEmbeddedChapters } from './embedded.ts'
import { imageFactsIn } from './image.ts'
import { lookInto } from './read-at.ts'
import { type TagBytes, tagBytesOf } from './tag-bytes.ts'
import { titleOf } from './title.ts'
import { whyUnreadable } from './unreadable.ts'
import { chaptersInComments } from './vorbis-chapters.ts'

const report = reporter(codes)

/** What the tags of a file say about the episode in it. What they don't say is absent. */
export interface FileTags {
  /** One line, as all but `comment`, `description` and `lyrics`. */
  readonly title?: string
  readonly artist?: string
  /** Mostly the show. */
  readonly album?: string
  /** Mostly the number of the episode. */
  readonly track?: number
  /** Mostly the number of the season. */
  readonly disc?: number
  readonly year?: number
  /** A whole day, `2026-03-31`. */
  readonly date?: string
  readonly comment?: string
  readonly description?: string
  /** Plain text: lyrics, or a transcript. */
  readonly lyrics?: string
  readonly cover?: FileCover
  /** By start; none if the file has none. */
  readonly chapters: readonly Chapter[]
}

export interface FileCover {
  /** MIME type, by its content. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * Reads the tags of an MP3, M4A, Ogg or FLAC file, as defaults for what a podcaster would else have to type. Other
 * formats have none. Nothing of the sound is read.
 * @param label the file as the user knows it
 * @returns media/unreadable-audio as an error; media/damaged-tags as a warning
 */
export async function readTags(absolutePath: string, label: string, place: Place): Promise<Outcome<FileTags>> {
  const embedded = readEmbeddedChapters(absolutePath, label, place)
  if (embedded.value === undefined) return { value: undefined, diagnostics: embedded.diagnostics }
  const part = readPart(absolutePath)
  if (typeof part === 'object' && 'why' in part) {
    const { why } = part
    return { value: undefined, diagnostics: [report('media/unreadable-audio', { file: label, why }, place)] }
  }
  const metadata = typeof part === 'object' ? await parse(part) : part
  if (typeof metadata === 'object') {
    return { value: tagsIn(metadata, embedded.value), diagnostics: embedded.diagnostics }
  }
  const isNews = metadata === 'damaged' && embedded.diagnostics.length === 0
  const diagnostics = isNews ? [report('media/damaged-tags', { file: label }, place)] : embedded.diagnostics
  return { value: { chapters: embedded.value }, diagnostics }
}

function readPart(path: string) {
  try {
    return lookInto(path, tagBytesOf)
  } catch (error) {
    return whyUnreadable(error)
  }
}

/** The library is loaded only when tags are read. */
async function parse({ mimeType, bytes }: TagBytes): Promise<IAudioMetadata | 'damaged'> {
  const { parseBuffer } = await import('music-metadata')
  try {
    return await parseBuffer(bytes, { mimeType, size: bytes.length }, { duration: false })
  } catch {
    // Its only way to say that it does not understand the bytes.
    return 'damaged'
  }
}

function tagsIn({ common, native }: IAudioMetadata, embedded: readonly Chapter[]): FileTags {
  const written = Object.values(native).flat()
  /** What ffmpeg puts into frames of the user's own, for want of better. */
  const own = (id: string): string | undefined => {
    const value = written.find((tag) => tag.id.toLowerCase() === `txxx:${id}`)?.value
    return typeof value === 'string' ? value : undefined
  }
  const comment = common.comment?.find(({ descriptor = '' }) => descriptor === '')?.text
  // Beside frames of ID3v2, the short comment of ID3v1, whose letters are uncertain, does not count.
  const hasOwnOnly = own('comment') !== undefined && !written.some(({ id }) => id.startsWith('COMM'))
  const [words] = common.lyrics ?? []
  const lyrics = words?.text ?? words?.syncText.map(({ text }) => text).join('\n')
  const inComments = chaptersInComments(
    (native.vorbis ?? []).flatMap(({ id, value }) => (typeof value === 'string' ? [[id, value] as const] : [])),
  )
  return {
    ...line('title', common.title),
    ...line('artist', common.artist),
    ...line('album', common.album),
    ...number('track', common.track.no),
    ...number('disc', common.disk.no),
    ...number('year', common.year),
    ...dateIn(common.date ?? dayOfVersion3(written)),
    ...text('comment', hasOwnOnly ? own('comment') : comment),
    ...text('description', common.longDescription ?? common.description?.[0] ?? own('description')),
    ...text('lyrics', lyrics ?? own('uslt')),
    ...coverIn(common.picture),
    chapters: embedded.length > 0 ? embedded : inComments,
  }
}

const line = <Key extends string>(key: Key, value: string | undefined) => named(key, titleOf(value ?? ''))
const text = <Key extends string>(key: Key, value: string | undefined) => named(key, cleanText(value ?? '').trim())

function named<Key extends string>(key: Key, value: string): Partial<Record<Key, string>> {
  return value === '' ? {} : ({ [key]: value } as Record<Key, string>)
}

function number<Key extends string>(key: Key, value: number | null | undefined): Partial<Record<Key, number>> {
  return Number.isInteger(value) && Number(value) > 0 ? ({ [key]: value } as Record<Key, number>) : {}
}

/** Of a date with a time, the day; of a year or a month alone, nothing. */
function dateIn(written: string | undefined) {
  const [day] = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(written ?? '') ?? []
  return day !== undefined && isDay(day) ? { date: day } : {}
}

function isDay(text: string): boolean {
  const date = new Date(text)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** ID3 version 2.3 has the year in one frame, and day and month, `3103`, in another. */
function dayOfVersion3(written: readonly { readonly id: string; readonly value: unknown }[]): string | undefined {
  const frameOf = (id: string): string => String(written.find((tag) => tag.id === id)?.value ?? '')
  const [, day, month] = /^(\d\d)(\d\d)$/.exec(frameOf('TDAT')) ?? []
  return day === undefined ? undefined : `${frameOf('TYER')}-${month}-${day}`
}

/** The front cover, or else the first picture; only what is one. */
function coverIn(pictures: IAudioMetadata['common']['picture'] = []) {
  const front = pictures.find(({ type }) => type === 'Cover (front)') ?? pictures[0]
  const facts = front && imageFactsIn(front.data, front.data.length)
  return front === undefined || facts === undefined ? {} : { cover: { type: facts.type, bytes: front.data } }
}

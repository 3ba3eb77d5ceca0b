import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import type { MediaFacts } from '../model/media.ts'
import { mediaTypeOfName } from '../text/media-type.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { type Format, formatOf, isApple, looksLikeWebPage, mp3, withVideo } from './format.ts'
import { id3Length, mp3Duration, type ReadAt } from './mp3.ts'
import { isSystemError, type Unreadable, whyUnreadable } from './unreadable.ts'

const report = reporter(codes)

/** Enough to know a format by. */
const headSize = 4096

/**
 * Reads what an audio or video file says about itself: exact size, MIME type by its content, playing time.
 * The time of an MP3 is exact to the frame (26 ms), also with a variable bit rate. Reads as little of the file as it can.
 * @param label the file as the user knows it; its extension is compared with the content
 * @returns media/unreadable-audio as an error; media/wrong-extension and media/not-apple-audio as warnings
 * @see spec/rss-itunes-psp.md §4 enclosure
 */
export async function readAudio(absolutePath: string, label: string, place: Place): Promise<Outcome<MediaFacts>> {
  const read = await readContent(absolutePath)
  if ('why' in read) {
    return { value: undefined, diagnostics: [report('media/unreadable-audio', { file: label, why: read.why }, place)] }
  }
  const { format, length, duration } = read
  const promised = mediaTypeOfName(label)
  const fits = promised !== undefined && format.types.includes(promised)
  const type = fits ? promised : format.types[0]
  const facts = { file: label, format: format.name, extension: format.extension }
  return {
    value: { length, type, ...(duration === undefined ? {} : { duration: Math.round(duration * 1000) / 1000 }) },
    diagnostics: [
      ...(fits ? [] : [report('media/wrong-extension', facts, place)]),
      ...(isApple(type) ? [] : [report('media/not-apple-audio', facts, place)]),
    ],
  }
}

interface Content {
  readonly format: Format
  readonly length: number
  readonly duration?: number | undefined
}

async function readContent(path: string): Promise<Content | Unreadable> {
  try {
    const read = readHead(path)
    return 'parserType' in read ? await readWithLibrary(path, read) : read
  } catch (error) {
    return whyUnreadable(error)
  }
}

/**
 * An MP3's facts, or the format of anything else. Synchronous, as MP3s are many and little is read of each:
 * that takes a quarter of the time.
 */
function readHead(path: string): Content | Format | Unreadable {
  const file = openSync(path, 'r')
  try {
    const readAt: ReadAt = (offset, length) => {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset))
    }
    const { size } = fstatSync(file)
    const head = readAt(0, headSize)
    const start = id3Length(head)
    const format = formatOf(start === 0 ? head : readAt(start, headSize))
    if (format !== undefined) return format
    const duration = mp3Duration(readAt, start, size)
    if (duration !== undefined) return { format: mp3, length: size, duration }
    return { why: looksLikeWebPage(head) ? 'it is a web page, not audio' : 'it is not audio, or is damaged' }
  } finally {
    closeSync(file)
  }
}

/** Everything but MP3. The library is loaded only when it is needed: most shows are MP3 throughout. */
async function readWithLibrary(path: string, format: Format): Promise<Content | Unreadable> {
  const { parseStream } = await import('music-metadata')
  const { size } = statSync(path)
  const stream = createReadStream(path)
  try {
    const fileInfo = { size, mimeType: format.parserType }
    const { duration, hasAudio, hasVideo } = (await parseStream(stream, fileInfo, { duration: true, skipCovers: true }))
      .format
    if (hasAudio !== true) return { why: 'there is no sound in it' }
    const known = duration !== undefined && Number.isFinite(duration) && duration > 0
    return {
      format: hasVideo === true ? withVideo(format) : format,
      length: size,
      duration: known ? duration : undefined,
    }
  } catch (error) {
    if (isSystemError(error)) throw error
    return { why: `it begins like ${format.name}, but is damaged` }
  } finally {
    stream.destroy()
  }
}

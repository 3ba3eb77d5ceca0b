import { type Outcome, reporter } from '../model/diagnostic.ts'
import type { MediaFacts } from '../model/media.ts'
import { extensionOf, mediaTypeOfName } from '../text/media-type.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { type Format, formats, isApple } from './format.ts'
import { type Measured, measure } from './measure.ts'
import { lookInto } from './read-at.ts'
import { type Unreadable, whyUnreadable } from './unreadable.ts'

const report = reporter(codes)

/**
 * Reads what an audio or video file says about itself: exact size, MIME type by its content, playing time, bit rate,
 * height of the picture. The time of an MP3 is exact to the frame (26 ms), also with a variable bit rate. Reads as
 * little of the file as it can.
 * @param label the file as the user knows it; its extension is compared with the content
 * @returns media/unreadable-audio as an error; media/wrong-extension, media/not-apple-audio and media/cut-off as
 *   warnings
 * @see spec/rss-itunes-psp.md §4 enclosure
 */
export async function readAudio(absolutePath: string, label: string, place: Place): Promise<Outcome<MediaFacts>> {
  return judgeAudio(measureAudio(absolutePath), label, place)
}

/** What the content of a file says, whatever its name is: what a cache may keep. */
export function measureAudio(absolutePath: string): Measured | Unreadable {
  try {
    return lookInto(absolutePath, measure)
  } catch (error) {
    return whyUnreadable(error)
  }
}

/** What a measured file is under its name, and what is wrong with it. Pure. @see readAudio */
export function judgeAudio(measured: Measured | Unreadable, label: string, place: Place): Outcome<MediaFacts> {
  if ('why' in measured) {
    return {
      value: undefined,
      diagnostics: [report('media/unreadable-audio', { file: label, why: measured.why }, place)],
    }
  }
  const format: Format = formats[measured.format]
  const { type, fits } = typeUnderName(format, label)
  const facts = { file: label, format: format.name, extension: format.extension }
  const { length, duration, bitrate, height, percent } = measured
  return {
    value: {
      length,
      type,
      ...(duration === undefined ? {} : { duration }),
      ...(bitrate === undefined ? {} : { bitrate }),
      ...(height === undefined || type.startsWith('audio/') ? {} : { height }),
    },
    diagnostics: [
      ...(fits ? [] : [report('media/wrong-extension', facts, place)]),
      ...(isApple(type) ? [] : [report('media/not-apple-audio', facts, place)]),
      ...(percent === undefined ? [] : [report('media/cut-off', { file: label, percent }, place)]),
    ],
  }
}

/** A name decides between types that the content allows. */
function typeUnderName(format: Format, label: string): { readonly type: string; readonly fits: boolean } {
  const { type, otherTypes = [], usualTypes = [], extension } = format
  const promised = mediaTypeOfName(label)
  if (promised !== undefined && otherTypes.includes(promised)) return { type: promised, fits: true }
  const fits = promised === type || (promised !== undefined && usualTypes.includes(promised))
  return { type, fits: fits || extensionOf(label) === extension }
}

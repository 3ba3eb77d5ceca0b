import { containerOf, type FormatId, formats, otherKind, usualFormat } from './format.ts'
import { findFrame } from './frames.ts'
import { type Measured, measure } from './measure.ts'
import { mpegFrameAt } from './mpeg-frame.ts'
import { constantRate } from './probe-constant.ts'
import type { RemoteFile } from './probe-remote.ts'
import { Unreached } from './probe-trouble.ts'
import type { ReadAt } from './read-at.ts'
import { soundStart } from './tags-around.ts'
import type { Unreadable } from './unreadable.ts'

/** A file whose playing time can’t be known without reading more of it than may be. */
export interface Unmeasured {
  readonly format: FormatId
  /** The rest of a sentence: "How long it plays is not known: why". */
  readonly unknown: string
  /** A guess at the playing time, in seconds. */
  readonly estimate?: number | undefined
}

/** At most so much is read before it is thought about what the file is like. */
const glanceBytes = 1024 * 1024
/** A file up to this is read whole where that is of use. */
const shortFile = 256 * 1024
/** A reader that wants more at once is counting frames, up to the end of the file. */
const longestLook = 128 * 1024
/** A reader that wants so little up to the end of the file looks for tags. */
const longestTail = 1024

/** What ends reading, but leaves the kind of the file known. */
const passable = {
  limit: 'it says so nowhere, or only in between the sound',
  'no parts': 'the server sends it from its start only, and what says so stands further behind',
} as const
const varying = 'its bit rate varies, or something was joined to it, and its head does not say'

const isPassable = (
  error: unknown,
): error is Unreached & { readonly trouble: { readonly kind: keyof typeof passable } } =>
  error instanceof Unreached && Object.hasOwn(passable, error.trouble.kind)

/** Measures a file on the web as `measure` does one that lies here, by little of it. Throws `Unreached`. */
export async function measureRemote(file: RemoteFile): Promise<Measured | Unmeasured | Unreadable> {
  if (file.size === undefined) return unmeasured(file, 'the server does not say where it ends')
  try {
    return await measureSized(file, file.size)
  } catch (error) {
    if (!isPassable(error)) throw error
    return unmeasured(file, passable[error.trouble.kind])
  }
}

async function measureSized(file: RemoteFile, size: number): Promise<Measured | Unmeasured | Unreadable> {
  const whole = async () => {
    await file.fetchAll()
    return file.look((readAt) => measure(readAt, size))
  }
  const format = formatOfStart(file.head)
  const isFramed = format === undefined || format === 'mp3' || format === 'aac'
  if (isFramed && size <= shortFile) return whole()
  const found = await glance(file, size, isFramed)
  if (found !== undefined) return found
  const isMp3 = isFramed && format !== 'aac' && file.hasParts
  const steady = isMp3 ? await constantRate(file, size) : {}
  if ('format' in steady) return steady
  if (size <= file.left()) return whole()
  if (!file.hasParts) throw new Unreached({ kind: 'no parts' })
  return isMp3 ? { format: 'mp3', unknown: varying, estimate: steady.estimate } : unmeasured(file, passable.limit)
}

class Counting extends Error {}

/** @returns undefined where a long file would have to be read to its end */
async function glance(file: RemoteFile, size: number, isFramed: boolean): Promise<Measured | Unreadable | undefined> {
  const sparing =
    (readAt: ReadAt): ReadAt =>
    (offset, length) => {
      if (length > longestLook) throw new Counting()
      // As if no tag stood behind the sound: what the encoder noted must fit the size even so.
      const isTail = offset + length === size && length <= longestTail && offset > file.head.length
      return isTail && !file.hasParts ? new Uint8Array(length) : readAt(offset, length)
    }
  try {
    return await file.look((readAt) => measure(isFramed ? sparing(readAt) : readAt, size), glanceBytes)
  } catch (error) {
    if (error instanceof Counting || isPassable(error)) return undefined
    throw error
  }
}

function unmeasured(file: RemoteFile, unknown: string): Unmeasured | Unreadable {
  const format = formatOfStart(file.head)
  if (format !== undefined) return { format, unknown }
  const kind = otherKind(file.head)
  return { why: kind === undefined ? 'it is not audio, or is damaged' : `it is ${kind}, not audio that apps play` }
}

/** What a file is by its start alone; undefined for what is no audio. */
function formatOfStart(head: Uint8Array): FormatId | undefined {
  const start = soundStart(head, (offset, length) => head.subarray(offset, offset + length))
  const container = containerOf(head) ?? containerOf(head.subarray(start))
  if (container !== undefined) return idOf(usualFormat[container])
  // Nothing but MP3 has tags longer than the start.
  const isMp3 = start >= head.length || findFrame(head, start, mpegFrameAt) !== undefined
  return isMp3 && head.length > 0 ? 'mp3' : undefined
}

const idOf = (format: (typeof usualFormat)[keyof typeof usualFormat]): FormatId | undefined =>
  (Object.keys(formats) as FormatId[]).find((id) => formats[id] === format)

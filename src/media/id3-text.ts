import { cleanText } from '../text/clean.ts'
import { fromLatin1, latin1 } from './bytes.ts'

/** Strings in ID3v2 tags. The first byte of a frame's content says in which of four encodings they are. */

/** The versions of ID3v2 that are read and written: 2.3 and 2.4. */
export type Version = 3 | 4

const littleEndian = new TextDecoder('utf-16le')
const bigEndian = new TextDecoder('utf-16be')
const utf8 = new TextDecoder('utf-8')

const isWide = (encoding: number): boolean => encoding === 1 || encoding === 2

/** One string. Without its byte order mark UTF-16 is little-endian, as by the programs that forget the mark. */
function decode(encoding: number, bytes: Uint8Array): string {
  if (encoding === 0) return latin1(bytes)
  if (encoding === 3) return utf8.decode(bytes)
  const marked = bytes[0] === 0xfe && bytes[1] === 0xff
  return (encoding === 2 || marked ? bigEndian : littleEndian).decode(bytes)
}

/** Where the string that starts at `at` has its terminator; the end if it has none. */
function endOfString(encoding: number, bytes: Uint8Array, at: number): number {
  if (!isWide(encoding)) {
    const end = bytes.indexOf(0, at)
    return end === -1 ? bytes.length : end
  }
  for (let end = at; end + 1 < bytes.length; end += 2) if (bytes[end] === 0 && bytes[end + 1] === 0) return end
  return bytes.length
}

/** The string at `at`, and where what follows its terminator starts. */
export function readString(encoding: number, bytes: Uint8Array, at: number): { text: string; next: number } {
  const end = endOfString(encoding, bytes, at)
  const next = Math.min(end + (isWide(encoding) ? 2 : 1), bytes.length)
  return { text: decode(encoding, bytes.subarray(at, end)), next }
}

/** The text of a text frame's content; of several, the first. */
export const readText = (content: Uint8Array): string => readString(content[0] ?? 0, content, 1).text

const withMark = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

/** Encodes strings that share a frame, so that every reader of the version understands them. */
export interface Script {
  /** The byte that the frame starts with. */
  readonly encoding: number
  readonly encode: (text: string) => Uint8Array
  readonly terminator: Uint8Array
}

const wide: Script = { encoding: 1, encode: withMark, terminator: new Uint8Array(2) }
const narrow: Script = { encoding: 0, encode: fromLatin1, terminator: new Uint8Array(1) }
const modern: Script = { encoding: 3, encode: (text) => Buffer.from(text), terminator: new Uint8Array(1) }

/**
 * How to write these strings. Beyond ASCII, Latin-1 is read as the machine's own character set by some programs,
 * so UTF-16 takes its place in version 2.3, which has no UTF-8.
 */
export const scriptFor = (version: Version, ...texts: readonly string[]): Script =>
  texts.every((text) => /^[ -~\t\n]*$/.test(text)) ? narrow : version === 3 ? wide : modern

/** The content of a text frame. */
export function textContent(version: Version, text: string): Uint8Array {
  const clean = cleanText(text)
  const { encoding, encode } = scriptFor(version, clean)
  return Buffer.concat([Uint8Array.of(encoding), encode(clean)])
}

/**
 * Strings in one of the encodings of version 2.4, as version 2.3 has them. Their terminators stay.
 * @param count how many strings there are; what follows the last is no text, and stays
 */
export function widen(encoding: number, bytes: Uint8Array, count: number): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (let done = 0; done < count && at < bytes.length; done++) {
    const end = endOfString(encoding, bytes, at)
    parts.push(withMark(decode(encoding, bytes.subarray(at, end))))
    if (end < bytes.length) parts.push(wide.terminator)
    at = Math.min(end + (isWide(encoding) ? 2 : 1), bytes.length)
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

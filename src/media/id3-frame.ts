import { cleanText } from '../text/clean.ts'
import { fromLatin1 } from './bytes.ts'
import type { Frame } from './id3-tag.ts'
import { scriptFor, textContent, type Version } from './id3-text.ts'

/** Frames that are made here. */

/** A picture inside a tag. */
export interface Picture {
  /** MIME type: `image/jpeg` or `image/png`, as nothing else is shown everywhere. */
  readonly mime: string
  readonly bytes: Uint8Array
}

export const frame = (id: string, ...parts: readonly Uint8Array[]): Frame => ({
  id,
  flags: 0,
  data: Buffer.concat(parts),
})
export const textFrame = (version: Version, id: string, text: string): Frame => frame(id, textContent(version, text))

/**
 * A longer text: `COMM`, a comment, or `USLT`, lyrics or a transcript without times. Before it stand a language and an
 * empty description, in one encoding with it. @see id3.org, ID3v2.3 §4.9, §4.11
 */
export function plainFrame(version: Version, id: 'COMM' | 'USLT', text: string): Frame {
  const clean = cleanText(text)
  const { encoding, encode, terminator } = scriptFor(version, clean)
  // The language is not told to us; `und` is ISO 639-2's word for that.
  return frame(id, Uint8Array.of(encoding), fromLatin1('und'), encode(''), terminator, encode(clean))
}

/** A web address, percent-encoded throughout. */
export const linkFrame = (url: string): Frame => frame('WXXX', Uint8Array.of(0, 0), fromLatin1(url))

export const frontCover = 3
export const otherPicture = 0

export const pictureFrame = ({ mime, bytes }: Picture, kind: number): Frame =>
  frame('APIC', Uint8Array.of(0), fromLatin1(mime), Uint8Array.of(0, kind, 0), bytes)

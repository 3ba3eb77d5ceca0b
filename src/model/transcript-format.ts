import type { Place } from '../text/place.ts'
import type { Outcome } from './diagnostic.ts'
import type { Transcript } from './transcript.ts'

/** What the writer of a transcript may know besides it. */
export interface TranscriptFacts {
  /** Of the audio, in seconds. */
  readonly duration?: number | undefined
}

/** What a document has and no transcript keeps. */
export const omissions = [
  'comment',
  'style',
  'region',
  'position',
  'identifier',
  'class',
  'font',
  'ruby',
  'word-time',
  'heading',
] as const
export type Omission = (typeof omissions)[number]

/** What of a cue a place is asked for. */
export type CuePart = 'start' | 'end' | 'text'

/** A transcript as a document has it: in its order, with its times, whether or not they can be. */
export interface TranscriptDocument {
  readonly transcript: Transcript
  /** How often something was left out. What never was is not in it. */
  readonly omitted: ReadonlyMap<Omission, number>
  /** Where a cue, by its index, or a part of it stands in the file. */
  readonly placeOf: (cue: number, part?: CuePart) => Place
}

/** How much text a caption takes: lines, and columns in each (a character of Chinese or Japanese takes two). */
export interface CaptionSize {
  readonly rows: number
  readonly columns: number
}

/** A notation for transcripts. One format is one file in `src/transcript/formats/`. */
export interface TranscriptFormat {
  /** What a user asks for: `vtt`. */
  readonly id: string
  /** Its name in prose. */
  readonly name: string
  /** Without the dot. */
  readonly extension: string
  /** Other extensions that files in it have. */
  readonly otherExtensions?: readonly string[]
  /** What `podcast:transcript` calls it. Absent: no app reads it. */
  readonly type?: string
  /** Its cues have times, so that it can be shown while the audio plays. */
  readonly isTimed: boolean
  /** What fits on a screen at once, where this format is meant for one. */
  readonly captions?: CaptionSize
  /**
   * The whole document; ends with a line feed. The same transcript always gives the same bytes. What the format
   * cannot hold is left out: `lossesOf` tells what. Absent: this format is only read.
   */
  readonly print?: (transcript: Transcript, facts: TranscriptFacts) => string
  /** Whether a text is in this format and in no other; it may still have mistakes. Takes line feeds only, no BOM. */
  readonly detects: (text: string) => boolean
  /** Reads a document. A byte order mark and any line ends are taken; offsets count in the text with line feeds. */
  readonly parse: (text: string, file: string) => Outcome<TranscriptDocument>
}

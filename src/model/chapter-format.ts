import type { Chapter } from './chapter.ts'
import type { Outcome } from './diagnostic.ts'

/** What a chapter document says about its episode. */
export interface ChapterDocumentFacts {
  /** The episode's title. */
  readonly title?: string | undefined
  readonly podcastName?: string | undefined
  readonly author?: string | undefined
  readonly description?: string | undefined
  /** The name of the audio file. */
  readonly fileName?: string | undefined
  /** Of the audio, in seconds: for formats in which the last chapter must end. */
  readonly duration?: number | undefined
}

/** A chapter document as it was read. */
export interface ChapterDocument {
  /** Ascending; no two start together. */
  readonly chapters: readonly Chapter[]
  readonly facts: ChapterDocumentFacts
}

/** A notation for chapters in a file of their own. One format is one file in `src/chapters/formats/`. */
export interface ChapterFormat {
  /** What a user asks for: `json`. */
  readonly id: string
  /** Its name in prose. */
  readonly name: string
  /** Without the dot. */
  readonly extension: string
  /**
   * The whole document; ends with a line feed. The same chapters always give the same bytes. What the format cannot
   * hold is left out: `lossesOf` tells what.
   */
  readonly print: (chapters: readonly Chapter[], facts: ChapterDocumentFacts) => string
  /** Whether a text is in this format and in no other; it may still have mistakes. Takes line feeds only, no BOM. */
  readonly detects: (text: string) => boolean
  /** Reads a document. A byte order mark and any line ends are taken; offsets count in the text with line feeds. */
  readonly parse: (text: string, file: string) => Outcome<ChapterDocument>
  /** Those of the chapters that it lists, where it cannot list all. */
  readonly selects?: (chapters: readonly Chapter[]) => readonly Chapter[]
  /** What apps that read this format want beyond its grammar, where these chapters do not have it: whole sentences. */
  readonly wishes?: (chapters: readonly Chapter[]) => readonly string[]
}

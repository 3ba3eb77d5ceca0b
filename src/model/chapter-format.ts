import type { Chapter } from './chapter.ts'

/** What a chapter document says about its episode. */
export interface ChapterDocumentFacts {
  /** The episode's title. */
  readonly title?: string | undefined
  readonly podcastName?: string | undefined
  /** The name of the audio file. */
  readonly fileName?: string | undefined
}

/** A notation for chapters in a file of their own. One format is one file in `src/chapters/formats/`. */
export interface ChapterFormat {
  /** What a user asks for: `json`. */
  readonly id: string
  /** Its name in prose. */
  readonly name: string
  /** Without the dot. */
  readonly extension: string
  /** The whole document; ends with a line feed. The same chapters always give the same bytes. */
  readonly print: (chapters: readonly Chapter[], facts: ChapterDocumentFacts) => string
}

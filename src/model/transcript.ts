/** How words are set apart. */
export const emphasisKinds = ['bold', 'italic', 'underline'] as const
export type EmphasisKind = (typeof emphasisKinds)[number]

/** Words of a cue that are set apart. */
export interface Emphasis {
  /** Where they start in the cue's text, in UTF-16 units from 0. */
  readonly from: number
  /** Just after them. */
  readonly to: number
  readonly kind: EmphasisKind
}

/** Something that is said, and when. @see spec/transcripts.md §2 */
export interface Cue {
  /** Where it starts, in seconds from the start of the audio; 0 or more, at most 3 decimals. Absent: nobody knows. */
  readonly start?: number
  /** Where it ends, in seconds; greater than `start`. Absent: nobody knows; the next cue's start will do. */
  readonly end?: number
  /** Who says it: one line. Absent: nobody knows, or nobody does (music, laughter). */
  readonly speaker?: string
  /** Plain text: lines with `\n` between, none of them blank. Empty where nothing is to be read. */
  readonly text: string
  /** In the order of the text; those of one kind neither overlap nor touch. */
  readonly emphases?: readonly Emphasis[]
  /** A paragraph ends with it. Where the speaker changes, one ends in any case. */
  readonly endsParagraph?: true
}

/**
 * What a cue is:
 * - `caption`: lines as somebody laid them out for a screen. They are kept as they are;
 * - `segment`: a sentence, a turn, a paragraph. To be split and laid out before it can be shown as captions;
 * - `word`: one word alone. To be joined before people can read it.
 */
export type Grain = 'caption' | 'segment' | 'word'

/** What is said in an episode. */
export interface Transcript {
  /** A code such as `en` or `pt-br`, where the document says so. */
  readonly language?: string
  readonly grain: Grain
  /** Ascending by start. Those without a start are said between their neighbours. */
  readonly cues: readonly Cue[]
}

/**
 * The order in which documents become public: what others point to comes first,
 * so that a reader never meets a link to something that is not there yet.
 */
export const waves = ['media', 'chapters', 'transcripts', 'pages', 'ledger', 'feeds'] as const
export type Wave = (typeof waves)[number]

/** One file of the output folder. */
export interface Document {
  /** Relative to the output folder, with `/`, never leaving it. */
  readonly path: string
  readonly body: string
  readonly wave: Wave
}

/** What no feed needs, and what a hostile one would use to fill the memory. */
export const limits = {
  /** Elements inside of each other. */
  depth: 64,
  /** Elements and attributes in one child of the channel; also in all of those together that are kept to the end. */
  parts: 50_000,
  /** Characters in one child of the channel; also in all of those together that are kept to the end. */
  length: 8 * 1024 * 1024,
  /** Namespaces that are remembered. */
  namespaces: 1000,
  /** Problems of one kind that are told; also comments that are. */
  problems: 100,
  /** Characters of a comment in which names of rules are looked for. */
  comment: 2000,
  /** Characters of a problem’s words, and of other words that are kept, which may be names from the feed. */
  words: 200,
} as const

export type Limits = { readonly [Name in keyof typeof limits]: number }

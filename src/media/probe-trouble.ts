/** Why a file on the web can’t be read, or no further. */
export type Trouble =
  /** A sentence without its full stop. */
  | { readonly kind: 'failure'; readonly failure: string }
  | { readonly kind: 'status'; readonly status: number }
  /** The server sent parts of different files. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'wrong part' }
  /** It ends at `end`, before the length that the server says. */
  | { readonly kind: 'too short'; readonly end: number }
  /** The server sends the file from its start only, and what is wanted lies too far behind it. */
  | { readonly kind: 'no parts' }
  /** As much was read as may be. */
  | { readonly kind: 'limit' }

/** Ends whatever was reading a file. */
export class Unreached extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.kind)
    this.trouble = trouble
  }
}

/** A file that is there but can’t be used. */
export interface Unreadable {
  /** The rest of a sentence: "… can’t be played: why". */
  readonly why: string
}

/** What the operating system throws: it names the call that failed. */
export const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error

/** What the system said when a file was opened or read. Anything else that was thrown is a bug of ours. */
export function whyUnreadable(error: unknown): Unreadable {
  if (!isSystemError(error)) throw error
  return { why: `the system does not let it be read (${error.code})` }
}

/** An error that the operating system gave for a file call. */
export interface SystemError extends Error {
  readonly code: string
  readonly syscall: string
  /** What it was about, where the call has a path. */
  readonly path?: string
}

/** Tells the system's refusals, which a user can mend, from our own mistakes. */
export const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error

/** The system's reason in its own words, without the call and its paths: `no space left on device (ENOSPC)`. */
export function reasonOf(error: SystemError): string {
  const words = /^[A-Z0-9]+: ([^,]+)/.exec(error.message)?.[1]
  return words === undefined ? error.code : `${words} (${error.code})`
}

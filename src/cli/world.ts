/** Where a command prints to. */
export interface Output {
  readonly write: (text: string) => void
  /** Whether colours are wanted there. */
  readonly color: boolean
  /** How many columns there are; absent where no terminal says so. */
  readonly columns?: number | undefined
  /** Whether a person watches, so that a line may be redrawn. */
  readonly isTerminal: boolean
}

/** All that a command may know of the world. */
export interface World {
  readonly cwd: string
  readonly nowMs: () => number
  /** The environment's SOURCE_DATE_EPOCH, in seconds, as written. @see reproducible-builds.org */
  readonly sourceDateEpoch?: string | undefined
  readonly ci: boolean
  /** All that comes in by standard input. */
  readonly readStdin: () => Promise<Uint8Array>
  readonly stdout: Output
  readonly stderr: Output
}

export const exitCodes = {
  ok: 0,
  /** Problems in the user's files: nothing was published. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A fault of castwright itself. */
  bug: 70,
} as const

/** The command line is wrong; `message` says how. */
export class UsageError extends Error {}

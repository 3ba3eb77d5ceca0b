import type { BuildReport } from '../build/build.ts'
import type { CheckReport } from '../build/check-report.ts'
import type { Place } from '../text/place.ts'

/** How a report is to be printed. */
export interface PrintOptions {
  /** Errors only. */
  readonly quiet: boolean
  readonly color: boolean
  /** The line of a file that can be read, to show it. */
  readonly lineAt?: ((place: Place) => string | undefined) | undefined
  /** Show every finding, however many there are of one kind. */
  readonly all?: boolean
  /** How many columns the terminal has; absent: nobody looks, and lines are not broken. */
  readonly columns?: number | undefined
  /** Whether the command will say by its exit code that something is wrong. Default: if there is an error. */
  readonly failed?: boolean
}

/** What goes to which stream. */
export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

export type Report = BuildReport | CheckReport

export const isCheck = (report: Report): report is CheckReport => 'checked' in report

export type Printer = (report: Report, options: PrintOptions) => Printed

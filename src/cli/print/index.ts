import type { BuildReport } from '../../build/build.ts'
import { printGithub } from './github.ts'
import { printJson } from './json.ts'
import { printText } from './text.ts'

/** How a report is to be printed. */
export interface PrintOptions {
  /** Errors only. */
  readonly quiet: boolean
  readonly color: boolean
}

/** What goes to which stream. */
export interface Printed {
  readonly stdout: string
  readonly stderr: string
}

export type Printer = (report: BuildReport, options: PrintOptions) => Printed

export const printers: Readonly<Record<string, Printer>> = { text: printText, json: printJson, github: printGithub }

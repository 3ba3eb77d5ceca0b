import type { Printer } from '../report.ts'
import { printGithub } from './github.ts'
import { printJson } from './json.ts'
import { printJunit } from './junit.ts'
import { printSarif } from './sarif.ts'
import { printText } from './text.ts'

/** The ways to print a report, by name. */
export const printers: Readonly<Record<string, Printer>> = {
  text: printText,
  json: printJson,
  github: printGithub,
  sarif: printSarif,
  junit: printJunit,
}

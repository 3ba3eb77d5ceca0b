import type { Printer } from '../report.ts'

/** The ways to print a report, by name; each is loaded when it is asked for, as some know every rule. */
export const printers: Readonly<Record<string, () => Promise<Printer>>> = {
  text: async () => (await import('./text.ts')).printText,
  json: async () => (await import('./json.ts')).printJson,
  github: async () => (await import('./github.ts')).printGithub,
  sarif: async () => (await import('./sarif.ts')).printSarif,
  junit: async () => (await import('./junit.ts')).printJunit,
}

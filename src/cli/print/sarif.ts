import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import { diagnosticCodes } from '../../build/diagnostic-codes.ts'
import { rules } from '../../check/rules/index.ts'
import type { Diagnostic, Severity } from '../../model/diagnostic.ts'
import { generatorName, generatorVersion } from '../../text/generator.ts'
import type { Place } from '../../text/place.ts'
import { encodePath } from '../../text/url.ts'
import { phrase } from '../phrase.ts'
import type { Printed, PrintOptions, Report } from '../report.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

const rulesById = new Map(rules.map((rule) => [rule.id, rule]))

/** A rule, or what a build reports. */
function descriptor(code: string) {
  const rule = rulesById.get(code)
  const reported = Object.hasOwn(diagnosticCodes, code) ? diagnosticCodes[code] : undefined
  if (rule === undefined) {
    if (reported === undefined) return { id: code }
    const { severity, message, hint } = reported
    return {
      id: code,
      shortDescription: { text: phrase(message) },
      ...(hint === undefined ? {} : { help: { text: phrase(hint) } }),
      defaultConfiguration: { level: levels[severity] },
    }
  }
  return {
    id: code,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    helpUri: rule.source,
    help: { text: rule.mend },
    defaultConfiguration: { level: levels[rule.level] },
  }
}

/** An address stays what it is; a file’s name becomes one, relative where it is. */
function addressOf(file: string): string {
  if (/^https?:/i.test(file)) return new URL(file).href
  return isAbsolute(file) ? pathToFileURL(file).href : encodePath(file)
}

const locationOf = ({ file, line, column }: Place) => ({
  physicalLocation: {
    artifactLocation: { uri: addressOf(file) },
    region: { startLine: line, startColumn: column },
  },
})

function resultOf({ code, severity, message, hint, place, related }: Diagnostic, ids: readonly string[]) {
  return {
    ruleId: code,
    ruleIndex: ids.indexOf(code),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: place === undefined ? [] : [locationOf(place)],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((other) => ({ ...locationOf(other.place), message: { text: other.message } })),
        }),
  }
}

/** For code scanning: SARIF 2.1.0 on stdout. @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export function printSarif({ diagnostics }: Report, { quiet }: PrintOptions): Printed {
  const shown = diagnostics.filter(({ severity }) => severity === 'error' || !quiet)
  const ids = [...new Set(shown.map(({ code }) => code))].sort()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: generatorName, version: generatorVersion, rules: ids.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        results: shown.map((diagnostic) => resultOf(diagnostic, ids)),
      },
    ],
  }
  return { stdout: `${JSON.stringify(log, undefined, 2)}\n`, stderr: '' }
}

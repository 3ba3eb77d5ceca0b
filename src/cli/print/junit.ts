import type { Diagnostic } from '../../model/diagnostic.ts'
import { generatorName } from '../../text/generator.ts'
import { renderXml, type XmlElement } from '../../text/xml.ts'
import { isCheck, type Printed, type PrintOptions, type Report } from '../report.ts'
import { at } from '../words.ts'

/** A finding as a test case: errors and warnings are failures, what is only told is output. */
function caseOf({ code, severity, place, message, hint }: Diagnostic): XmlElement {
  const words = [message, ...(hint === undefined ? [] : [hint]), ...(place === undefined ? [] : [at(place)])].join('\n')
  const outcome: XmlElement =
    severity === 'info'
      ? { name: 'system-out', content: words }
      : { name: 'failure', attributes: { type: severity, message }, content: words }
  return {
    name: 'testcase',
    attributes: { classname: place?.file ?? generatorName, name: place === undefined ? code : `${code} ${at(place)}` },
    content: [outcome],
  }
}

/** For continuous integration: JUnit's XML on stdout. */
export function printJunit(report: Report, { quiet }: PrintOptions): Printed {
  const shown = report.diagnostics.filter(({ severity }) => severity === 'error' || !quiet)
  const failures = shown.filter(({ severity }) => severity !== 'info').length
  const name = isCheck(report) ? report.checked : (report.summary?.show ?? 'build')
  // Readers take a suite without any case for one that did not run.
  const cases =
    shown.length > 0 ? shown.map(caseOf) : [{ name: 'testcase', attributes: { classname: name, name: 'no findings' } }]
  const suite = { name: 'testsuite', attributes: { name, tests: cases.length, failures, errors: 0 }, content: cases }
  const root = {
    name: 'testsuites',
    attributes: { name: generatorName, tests: cases.length, failures },
    content: [suite],
  }
  return { stdout: `<?xml version="1.0" encoding="UTF-8"?>\n${renderXml([root])}\n`, stderr: '' }
}

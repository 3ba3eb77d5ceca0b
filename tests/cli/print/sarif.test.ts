import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { printSarif } from '../../../src/cli/print/sarif.ts'
import type { Report } from '../../../src/cli/report.ts'
import { flawless, root, run } from '../check-harness.ts'
import { showFolder } from '../show-folder.ts'
import { builtReport, checkReport, failedReport, findings, loud, place, quiet } from './reports.ts'

interface Region {
  readonly startLine: number
  readonly startColumn: number
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region }
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly message: { readonly text: string }
      readonly locations: readonly Location[]
      readonly relatedLocations?: readonly (Location & { readonly message: { readonly text: string } })[]
    }[]
  }[]
}

// References to addresses are looked at here: the reader of schemas takes none but whole ones.
const schemaText = readFileSync('tests/fixtures/sarif/sarif-2.1.0-rtm.5.json', 'utf8')
const schema = z.fromJSONSchema(JSON.parse(schemaText.replace('"format": "uri-reference"', '"minLength": 1')))

/** Reads a log, and holds it against the schema and what the schema’s reader leaves out. */
function readLog(text: string): Log {
  const log = JSON.parse(text) as Log
  expect(schema.safeParse(log).error?.issues ?? []).toEqual([])
  for (const { tool, results } of log.runs)
    for (const result of results) {
      expect(result.message.text).not.toBe('')
      expect(tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId)
      for (const { physicalLocation } of result.locations)
        expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.~:/?#[\]@!$&'()*+,;=%-]+$/)
    }
  return log
}

const logOf = (report: Report, options = loud): Log => readLog(printSarif(report, options).stdout)

test('the schema refuses what is no log', () => {
  const log = JSON.parse(printSarif(checkReport(), loud).stdout)
  expect(schema.safeParse({ ...log, version: '2.0.0' }).success).toBe(false)
  expect(schema.safeParse({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'note' }] }] }).success).toBe(false)
})

describe('a check', () => {
  test('is a log with each finding at its place', () => {
    const [one] = logOf(checkReport()).runs
    expect(one?.results).toMatchObject([
      {
        ruleId: 'guid/duplicate',
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'episodes/roots.md' },
              region: { startLine: 6, startColumn: 7 },
            },
          },
        ],
        relatedLocations: [
          {
            message: { text: 'first used here' },
            physicalLocation: { artifactLocation: { uri: 'episodes/stems%2C%20and%20more.md' } },
          },
        ],
      },
      { ruleId: 'item-title-number', level: 'warning' },
      { ruleId: 'ledger/unused-accept', level: 'note', locations: [] },
    ])
    expect(one?.results[1]?.message.text).toBe(`${findings[1]?.message}\nWrite numbers as \`episode\`.`)
  })

  test('describes each rule once, and what a build reports, too', () => {
    const [one] = logOf(checkReport([...findings, ...findings])).runs
    expect(one?.tool.driver).toMatchObject({
      name: 'castwright',
      rules: [
        { id: 'guid/duplicate', shortDescription: { text: expect.stringContaining('‹guid›') } },
        { id: 'item-title-number', helpUri: expect.stringMatching(/^https:/), help: { text: expect.any(String) } },
        { id: 'ledger/unused-accept', defaultConfiguration: { level: 'warning' } },
      ],
    })
  })

  test.each([
    ['https://soil.example/feed.xml?a=b c', 'https://soil.example/feed.xml?a=b%20c'],
    ['/shows/a b.xml', 'file:///shows/a%20b.xml'],
    ['../Größe.xml', '../Gr%C3%B6%C3%9Fe.xml'],
    ['standard input', 'standard%20input'],
  ])('of %s points at %s', (file, uri) => {
    const [one] = logOf(
      checkReport([{ code: 'rss-root', severity: 'error', message: 'No.', place: place(file, 1, 1) }]),
    ).runs
    expect(one?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri)
  })

  test('without findings has an empty list, which says that there are none', () =>
    expect(logOf(checkReport([])).runs).toMatchObject([{ results: [], tool: { driver: { rules: [] } } }]))

  test('quiet has errors only', () =>
    expect(logOf(checkReport(), quiet).runs[0]?.results.map(({ level }) => level)).toEqual(['error']))
})

test.each([
  ['was published', builtReport()],
  ['was not', failedReport()],
])('a build that %s is a log as well', (_name, report) => {
  const [one] = logOf(report).runs
  expect(one?.results.map(({ ruleId }) => ruleId)).toEqual(report.diagnostics.map(({ code }) => code))
})

test('the whole program writes such logs', () => {
  const folder = showFolder({ 'podcast.yaml': flawless, 'episodes/roots.md': root({ more: 'season: spring\n' }) })
  for (const command of ['check', 'build']) {
    const found = folder.run(command, '--format', 'sarif')
    expect([found.code, found.stderr]).toEqual([1, ''])
    expect(readLog(found.stdout).runs[0]?.results.map(({ ruleId }) => ruleId)).toContain('frontmatter/wrong-value')
  }
  const many = readLog(run(['check', 'tests/shows/everything', '--format', 'sarif']).stdout)
  expect(many.runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toContain(
    'tests/shows/everything/podcast.yaml',
  )
})

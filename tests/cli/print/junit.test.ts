import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { printJunit } from '../../../src/cli/print/junit.ts'
import type { Report } from '../../../src/cli/report.ts'
import { flawless, root } from '../check-harness.ts'
import { showFolder } from '../show-folder.ts'
import { builtReport, checkReport, failedReport, findings, loud, place, quiet } from './reports.ts'

interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Node[]
  text: string
}

/** Reads XML by another parser than the one that wrote it; it throws at the first mistake. */
function readXml(text: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' }
  const stack = [top]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('closetag', () => {
    stack.pop()
  })
  parser.on('text', (piece) => {
    const node = stack.at(-1)
    if (node !== undefined) node.text += piece
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return top.children[0] as Node
}

/** Reads suites, and counts what they say that they count. */
function readSuites(text: string): Node {
  const suites = readXml(text)
  expect(suites.name).toBe('testsuites')
  const [suite] = suites.children
  const cases = suite?.children ?? []
  const failed = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'))
  for (const { attributes } of [suites, ...suites.children]) {
    expect(Number(attributes.tests)).toBe(cases.length)
    expect(Number(attributes.failures)).toBe(failed.length)
  }
  expect(cases.length).toBeGreaterThan(0)
  return suites
}

const casesOf = (report: Report, options = loud): readonly Node[] =>
  readSuites(printJunit(report, options).stdout).children[0]?.children ?? []

describe('a check', () => {
  test('is a suite with a case for each finding; notes are no failures', () => {
    const cases = casesOf(checkReport())
    expect(cases.map(({ attributes, children }) => [attributes.classname, attributes.name, children[0]?.name])).toEqual(
      [
        ['episodes/roots.md', 'guid/duplicate episodes/roots.md:6:7', 'failure'],
        ['episodes/roots.md', 'item-title-number episodes/roots.md:9:8', 'failure'],
        ['castwright', 'ledger/unused-accept', 'system-out'],
      ],
    )
    expect(cases[0]?.children[0]).toMatchObject({
      attributes: { type: 'error', message: findings[0]?.message },
      text: `${findings[0]?.message}\n${findings[0]?.hint}\nepisodes/roots.md:6:7`,
    })
  })

  test('without findings has one case, which passed', () =>
    expect(casesOf(checkReport([]))).toMatchObject([{ attributes: { name: 'no findings' }, children: [] }]))

  test('quiet has errors only', () => expect(casesOf(checkReport(), quiet)).toHaveLength(1))

  test('has no character that XML does not have', () => {
    const message = 'Bell \u0007, half a letter \ud83d, nothing \u0000.'
    const [one] = casesOf(
      checkReport([{ code: 'some-rule', severity: 'error', message, place: place('a\u0001.xml', 1, 1) }]),
    )
    expect(one?.children[0]?.text).toContain('Bell')
  })
})

test.each([
  ['was published', builtReport()],
  ['was not', failedReport()],
])('a build that %s is a suite as well', (_name, report) =>
  expect(casesOf(report)).toHaveLength(report.diagnostics.length),
)

test('the whole program writes such suites', () => {
  const folder = showFolder({ 'podcast.yaml': flawless, 'episodes/roots.md': root({ more: 'season: spring\n' }) })
  for (const command of ['check', 'build']) {
    const found = folder.run(command, '--format', 'junit')
    expect([found.code, found.stderr]).toEqual([1, ''])
    const suites = readSuites(found.stdout)
    expect(suites.children[0]?.children.map(({ attributes }) => attributes.name)).toContain(
      'frontmatter/wrong-value episodes/roots.md:9:9',
    )
  }
})

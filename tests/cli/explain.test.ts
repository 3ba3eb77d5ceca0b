import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diagnosticCodes } from '../../src/build/diagnostic-codes.ts'
import { explainCode } from '../../src/cli/explain-text.ts'
import { run } from './check-harness.ts'

const explain = (...args: string[]) => run(['explain', ...args], { env: { COLUMNS: '80' } })

describe('explain', () => {
  test('tells what a rule means, why it is one, how to mend it, and shows both', () => {
    const { code, stdout, stderr } = explain('item-title-numeric')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatchInlineSnapshot(`
      "item-title-numeric  warning

      A title is more than a number.

      Why          A reader that many apps are built on takes such a title for a
                   number and loses it.
      To mend      Add a word to \`title\`.
      Who cares    podcast-index
      Source       https://github.com/RyanHirsch/partytime
      Turn it off  <!-- castwright: off item-title-numeric --> in a file, or under
                   check: rules: in podcast.yaml

      Wrong
        <title>12</title>

      Right
        <title>Twelve</title>
      "
    `)
  })

  test('tells what a build reports, with names for what it will find', () => {
    const { code, stdout } = explain('guid/duplicate')
    expect(code).toBe(0)
    expect(stdout).toMatchInlineSnapshot(`
      "guid/duplicate  error

      Two episodes have the guid "‹guid›": apps would show only one of them.

      To mend    Give the newer one a \`guid:\` of its own; never change that of a
                 published episode.
      Who tells  the check, and the build, which stops: it cannot be turned off
      "
    `)
  })

  test.each(Object.entries(diagnosticCodes))('has whole words for %s', (name, entry) => {
    const text = explainCode(name, entry, { paint: (_style, words) => words, columns: undefined })
    expect(text).toMatch(new RegExp(`^${name}  (error|warning|info)\\n\\n.+\\n\\n`))
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  test('lists every rule there is, each on a line of its own', () => {
    const { code, stdout } = run(['explain'])
    expect(code).toBe(0)
    const ids = readdirSync('src/check/rules')
      .map((name) => name.replace(/\.ts$/, ''))
      .filter((id) => id !== 'index')
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(ids.sort())
  })

  test('keeps to the width of the terminal', () => {
    const { stdout } = explain()
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  test('has colours where they are wanted', () => {
    expect(run(['explain', 'duration'], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[1mduration\u001b[22m')
    expect(run(['explain', 'duration'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\u001b')
  })

  test.each([
    ['item-titel-number', /There is no rule "item-titel-number"\. Did you mean "item-title-number"\?/],
    ['guid/duplicates', /Did you mean "guid\/duplicate"\?/],
    ['toString', /There is no rule "toString"\./],
    ['something-else-altogether', /"castwright explain" lists all/],
  ])('%s: refuses what is no rule', (name, message) => {
    const { code, stdout, stderr } = explain(name)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })

  test('takes one rule at a time', () => {
    const { code, stderr } = explain('duration', 'cors')
    expect([code, stderr]).toEqual([2, expect.stringContaining('what is "cors"?')])
  })
})

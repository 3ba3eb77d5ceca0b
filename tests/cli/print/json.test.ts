import { expect, test } from 'vitest'
import { printJson } from '../../../src/cli/print/json.ts'
import { builtReport, checkReport, failedReport, findings, hard, loud, quiet } from './reports.ts'

test('a check is one document with everything in it', () => {
  const { stdout, stderr } = printJson(checkReport(), loud)
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    checked: 'shows/soil',
    title: 'Soil & Seed',
    items: 2,
    seconds: 0.25,
    diagnostics: [
      {
        code: 'guid/duplicate',
        severity: 'error',
        file: 'episodes/roots.md',
        line: 6,
        column: 7,
        message: `Two episodes have the guid "x-1": ${hard}.`,
        hint: 'Give the newer one\na guid of its own, 100 %.',
        related: [{ message: 'first used here', file: 'episodes/stems, and more.md', line: 5, column: 7 }],
      },
      {
        code: 'item-title-number',
        severity: 'warning',
        file: 'episodes/roots.md',
        line: 9,
        column: 8,
        message: 'The title “#12: Roots” has the episode’s number in it: “#12”.',
        hint: 'Write numbers as `episode`.',
      },
      { code: 'ledger/unused-accept', severity: 'info', message: '--accept feed-url had nothing to accept.' },
    ],
  })
})

test('a build says whether it published anything', () => {
  expect(JSON.parse(printJson(builtReport(), loud).stdout)).toMatchObject({ built: true, summary: { episodes: 2 } })
  expect(JSON.parse(printJson(failedReport(), loud).stdout)).toMatchObject({ built: false })
})

test('quiet has errors only', () => {
  const { diagnostics } = JSON.parse(printJson(checkReport(), quiet).stdout) as { diagnostics: { code: string }[] }
  expect(diagnostics.map(({ code }) => code)).toEqual([findings[0]?.code])
})

import { describe, expect, test } from 'vitest'
import { printGithub } from '../../../src/cli/print/github.ts'
import { builtReport, checkReport, failedReport, findings, loud, quiet } from './reports.ts'

/** A workflow command as GitHub reads it. */
function readCommand(line: string) {
  const [, command = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? []
  const decode = (text: string): string =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%25', '%')
  const pairs = properties.split(',').map((pair) => pair.split('=').map(decode))
  return { command, ...Object.fromEntries(pairs), data: decode(data) }
}

const commandsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('::'))
    .map(readCommand)

describe('a check', () => {
  test('annotates the line of each finding, and ends with how it stands', () => {
    const { stdout, stderr } = printGithub(checkReport(), loud)
    expect(stderr).toBe('')
    expect(commandsIn(stdout)).toEqual([
      {
        command: 'error',
        file: 'episodes/roots.md',
        line: '6',
        col: '7',
        title: 'guid/duplicate',
        data: `${findings[0]?.message}\nGive the newer one a guid of its own, 100 %.`,
      },
      {
        command: 'warning',
        file: 'episodes/roots.md',
        line: '9',
        col: '8',
        title: 'item-title-number',
        data: `${findings[1]?.message}\nWrite numbers as \`episode\`.`,
      },
      { command: 'notice', title: 'ledger/unused-accept', data: '--accept feed-url had nothing to accept.' },
    ])
    expect(stdout.split('\n').at(-2)).toBe('✗ Soil & Seed: 1 error, 1 warning, 1 note in 2 episodes, 0.25 s')
  })

  test('quiet annotates errors only', () =>
    expect(commandsIn(printGithub(checkReport(), quiet).stdout).map(({ command }) => command)).toEqual(['error']))
})

describe('a build', () => {
  test('annotates, and ends with its summary', () => {
    const { stdout, stderr } = printGithub(builtReport(), loud)
    expect(commandsIn(stdout).map(({ command }) => command)).toEqual(['warning', 'notice'])
    expect(stdout).toContain('✓ Soil & Seed → dist')
    expect(stderr).toBe('')
  })

  test('that published nothing says so', () => {
    const { stdout, stderr } = printGithub(failedReport(), loud)
    expect(commandsIn(stdout).map(({ command }) => command)).toEqual(['error', 'warning', 'notice'])
    expect(stderr).toContain('nothing was published')
  })
})

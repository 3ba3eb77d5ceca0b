import { expect, test } from 'vitest'
import { progressBar } from '../../src/cli/progress.ts'

const terminal = (isTerminal: boolean) => {
  const written: string[] = []
  const output = { write: (text: string) => written.push(text) > 0, color: false, isTerminal }
  return { output, written }
}

test('counts what it is that is counted, and is gone in the end', () => {
  const { output, written } = terminal(true)
  const progress = progressBar(output, false)
  progress.episodes(100, 400)
  progress.addresses(3, 12)
  progress.clear()
  expect(written).toEqual([
    '\r\u001b[K█████░░░░░░░░░░░░░░░ 100 of 400 episodes',
    '\r\u001b[K█████░░░░░░░░░░░░░░░ 3 of 12 addresses',
    '\r\u001b[K',
  ])
})

test('is not drawn for what is done at once', () => {
  const { output, written } = terminal(true)
  const progress = progressBar(output, false)
  progress.episodes(1, 20)
  progress.addresses(1, 3)
  progress.clear()
  expect(written).toEqual([])
})

test.each([
  ['nobody watches', false, false],
  ['silence is wanted', true, true],
])('is not drawn where %s', (_why, isTerminal, silent) => {
  const { output, written } = terminal(isTerminal)
  const progress = progressBar(output, silent)
  progress.episodes(100, 400)
  progress.addresses(3, 12)
  progress.clear()
  expect(written).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { parseEpisode } from '../../src/source/episode.ts'
import { parseShow } from '../../src/source/show.ts'
import { aShow, briefly } from './a-show.ts'

/** Each file says what is expected of it, as `expect code line:column`; the good ones expect nothing. */
const expectedIn = (bytes: Uint8Array): string[] =>
  [...new TextDecoder().decode(bytes).matchAll(/expect (\S+ \d+:\d+)/g)].map(([, wanted = '']) => wanted).sort()

const fixtures = 'tests/fixtures/source'
const filesIn = (folder: string): [string, Uint8Array][] =>
  readdirSync(join(fixtures, folder)).map((name) => [name, readFileSync(join(fixtures, folder, name))])

function expectFindings(bytes: Uint8Array, value: unknown, diagnostics: readonly Diagnostic[]): void {
  expect(briefly(diagnostics)).toEqual(expectedIn(bytes))
  expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'))
  for (const { message, hint } of diagnostics) {
    expect(message).toMatch(/^\S.*\.$/)
    expect(hint).toMatch(/^\S/)
    expect(message + hint).not.toMatch(/undefined|\[object|NaN/)
  }
}

describe('an episode’s file', () => {
  const show = aShow()
  test.each(filesIn('episodes'))('%s', (name, bytes) => {
    const { value, diagnostics } = parseEpisode(bytes, `episodes/${name}`, show)
    expectFindings(bytes, value, diagnostics)
  })
})

describe('podcast.yaml', () => {
  test.each(filesIn('shows'))('%s', (name, bytes) => {
    const { value, diagnostics } = parseShow(bytes, name)
    expectFindings(bytes, value, diagnostics)
  })
})

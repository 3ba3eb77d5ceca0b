import { expect, test } from 'vitest'
import { explicitMeaning, isPlainExplicit } from '../../src/check/explicit.ts'

test.each([
  ['true', true, true],
  [' False\n', false, true],
  ['Yes', true, false],
  ['explicit', true, false],
  ['clean', false, false],
  ['no', false, false],
  ['1', undefined, false],
  ['constructor', undefined, false],
  ['', undefined, false],
])('%j means %j; that it is written plainly is %j', (text, meaning, isPlain) => {
  expect(explicitMeaning(text)).toBe(meaning)
  expect(isPlainExplicit(text)).toBe(isPlain)
})

import { expect, test } from 'vitest'
import { keptText } from '../../src/check/kept-text.ts'

test.each(['', ' ', 'soil-and-seed-roots', '🌱 roots '])('%j stays as it is', (text) =>
  expect(keptText(text)).toBe(text),
)

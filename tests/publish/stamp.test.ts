import { expect, test } from 'vitest'
import { sameStamp } from '../../src/publish/stamp.ts'

const recorded = { size: 7, modifiedMs: 1_771_848_000_123 }

test.each([
  ['equal size and time', recorded, true],
  ['a time cut to its second', { size: 7, modifiedMs: 1_771_848_000_000 }, true],
  ['another size', { ...recorded, size: 8 }, false],
  ['another size and a time cut to its second', { size: 8, modifiedMs: 1_771_848_000_000 }, false],
  ['another millisecond', { size: 7, modifiedMs: 1_771_848_000_124 }, false],
  ['the next second', { size: 7, modifiedMs: 1_771_848_001_000 }, false],
])('compares stamps: %s', (_name, now, same) => {
  expect(sameStamp(recorded, now)).toBe(same)
})

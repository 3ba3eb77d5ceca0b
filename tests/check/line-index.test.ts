import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineIndex } from '../../src/check/line-index.ts'

test.each([
  ['', 0, 0, -1],
  ['Soil', 4, 0, -1],
  ['\n', 0, 0, -1],
  ['\n', 1, 1, 0],
  ['a\r\nb\r\nc', 3, 1, 2],
  ['a\rb', 3, 0, -1],
  ['a\nb', -5, 0, -1],
  ['a\nb', 99, 1, 1],
])('in %j before %i end %i lines, the last at %i', (text, offset, breaks, lastBreak) =>
  expect(lineIndex(text)(offset)).toEqual({ breaks, lastBreak }),
)

test('in long texts, too, each offset is told as if they had been gone through', () => {
  // Longer than a few blocks, with lines of all lengths.
  const line = fc.oneof({ weight: 9, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.nat(3000) })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 200 }), fc.array(fc.nat(20_000), { maxLength: 20 }), (lengths, offsets) => {
      const text = lengths.map((length) => `${'x'.repeat(length)}\n`).join('')
      const at = lineIndex(text)
      for (const offset of offsets.filter((one) => one <= text.length)) {
        const before = text.slice(0, offset)
        expect(at(offset)).toEqual({ breaks: before.split('\n').length - 1, lastBreak: before.lastIndexOf('\n') })
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, mendingsOf } from '../../src/chapters/mend.ts'
import { outlineOf } from '../../src/chapters/outline.ts'

const mend = (text: string): string => applyEdits(text, mendingsOf(text, outlineOf(text)))
const startsOf = (text: string): number[] => outlineOf(text).chapters.map(({ start }) => start)

test.each([
  ['- 59:49 a\n- 02:12 b\n- 10:00 c\n', '- 59:49 a\n- 1:02:12 b\n- 1:10:00 c\n'],
  ['- [@0:00] a\n- [@10:3] b\n', '- [@0:00] a\n- [@10:03] b\n'],
  ['[24:24:18](#t=24:24:18) a\n\n[48:10:03](#t=48:10:03) b\n', '[24:24](#t=24:24) a\n\n[48:10](#t=48:10) b\n'],
  ['59:49 see 02:12\n02:12 see 02:12\n03:00 c\n', '59:49 see 02:12\n1:02:12 see 02:12\n1:03:00 c\n'],
])('%j becomes %j', (before, after) => expect(mend(before)).toBe(after))

test.each([
  '- 0:00 a\n- 5:00 b\n- 3:00 c\n- 6:00 d\n',
  '- 00:00 a\n- 89:51 b\n',
  'We meet at 10:3, or at 9:30 am.\n',
  '```\n59:49 a\n02:12 b\n```\n',
])('%j stays as it is', (text) => expect(mend(text)).toBe(text))

test('mended notes are read as before, and have nothing left to mend', () => {
  const two = (value: number): string => String(value).padStart(2, '0')
  const step = fc.integer({ min: 20, max: 1500 })
  const wrap = fc.constantFrom<(time: string) => string>(
    (time) => `- ${time} A`,
    (time) => `* **[${time}](#t=${time})** A`,
    (time) => `- [@${time}] - A`,
    (time) => `(${time}) A at 02:12`,
    (time) => `| ${time} | A |`,
  )
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 30 }), wrap, (steps, write) => {
      let at = 0
      const lines = steps.map((seconds) => {
        at += seconds
        // Without its hours, as people write it.
        return write(`${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`)
      })
      const text = `${lines.join('\n')}\n`
      const mended = mend(text)
      expect(startsOf(mended)).toEqual(startsOf(text))
      expect(mend(mended)).toBe(mended)
      expect(mended.replaceAll(/\b1?\d:(?=\d\d:\d\d)/g, '').split('\n')).toHaveLength(text.split('\n').length)
    }),
  )
})

import { expect, test } from 'vitest'
import { outlineOf } from '../../src/chapters/outline.ts'

const whys = (text: string, duration?: number): string[] =>
  outlineOf(text, duration === undefined ? {} : { duration }).lines.map(
    ({ offset, why }) => `${text.slice(offset).split(/[\s)\]`]/)[0]} ${why}`,
  )

test.each([
  ['- 00:10 a\n- 01:10 b', ['00:10 taken', '01:10 taken']],
  ['We met at 9:30 am.', ['9:30 in-prose']],
  ['9:30 am: doors', ['9:30 clock-time']],
  ['We meet at 17:30\n\nSee you at 18:00', ['17:30 clock-time', '18:00 clock-time']],
  ['00:10 a', ['00:10 alone']],
  ['`00:10` a\n`01:10` b', ['00:10 code', '01:10 code']],
  ['```\n00:10 a\n```', ['00:10 code']],
  ['Run `sleep 00:10` now.', ['00:10 code']],
  ['- 09:00 a\n- 10:30 b', ['09:00 schedule', '10:30 schedule']],
  ['- John 3:16\n- Mark 4:12', ['3:16 verse', '4:12 verse']],
  ['5:13 a\n5:14 b\n5:15 c', ['5:13 verse', '5:14 verse', '5:15 verse']],
  ['- a (3:45)\n- b (2:58)', ['3:45 not-ascending', '2:58 not-ascending']],
  ['## Transcript\n\n00:10 a\n\n00:20 b', ['00:10 transcript', '00:20 transcript']],
  [
    '## Chapters\n\n- 0:10 a\n- 1:10 b\n\n## Live\n\n- 0:41 c\n- 0:52 d',
    ['0:10 taken', '1:10 taken', '0:41 other-list', '0:52 other-list'],
  ],
  [
    'Outline:\n\n(0:10) a\n\n(1:10) b\n\nOutline:\n\n(0:10) a\n\n(1:10) b',
    ['0:10 taken', '1:10 taken', '0:10 second-list', '1:10 second-list'],
  ],
  ['- 0:10 a\n- 0:10 b\n- 1:10 c', ['0:10 taken', '0:10 repeated-start', '1:10 taken']],
  ['Chapters:\n\n0:10 a\n−0:20 b\n1:10 c', ['0:10 taken', '0:20 before-zero', '1:10 taken']],
])('explains %j', (text, expected) => expect(whys(text)).toEqual(expected))

test('explains a time after the end of the audio', () =>
  expect(whys('Chapters:\n\n- 0:10 a\n- 9:10 b', 60)).toEqual(['0:10 taken', '9:10 beyond-duration']))

test('a line that was taken says its start and shows itself, also in quotations and after line breaks', () => {
  const text = '> * [00:10](#t=00:10) One\r\n>   * **01:10** Two  \r\n>     more\r\n\r\n02:10 Three<br>03:10 Four'
  expect(outlineOf(text).lines).toEqual([
    { offset: text.indexOf('00:10'), text: '> * [00:10](#t=00:10) One', taken: true, why: 'taken', start: 10 },
    { offset: text.indexOf('01:10'), text: '>   * **01:10** Two', taken: true, why: 'taken', start: 70 },
    { offset: text.indexOf('02:10'), text: '02:10 Three<br>03:10 Four', taken: true, why: 'taken', start: 130 },
    { offset: text.indexOf('03:10'), text: '02:10 Three<br>03:10 Four', taken: true, why: 'taken', start: 190 },
  ])
})

test('places of diagnostics count lines and columns from 1', () => {
  const [diagnostic] = outlineOf('Chapters:\n\n- 5:00 a\n- [3:00] b\n', { file: 'notes.md' }).diagnostics
  expect(diagnostic).toMatchObject({
    code: 'outline/out-of-order',
    place: { file: 'notes.md', line: 4, column: 4, offset: 23 },
  })
})

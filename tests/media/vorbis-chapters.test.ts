import { expect, test } from 'vitest'
import { chaptersInComments } from '../../src/media/vorbis-chapters.ts'

test('reads chapters with their links, in the order of time', () => {
  const comments = [
    ['TITLE', 'Soil'],
    ['CHAPTER002', '01:02:03.5'],
    ['CHAPTER002NAME', 'Roots  and\nmore'],
    ['chapter001', '00:00:00.000'],
    ['Chapter001Name', 'Intro'],
    ['CHAPTER001URL', 'https://example.com/a b'],
  ] as const
  expect(chaptersInComments(comments)).toEqual([
    { start: 0, title: 'Intro', url: 'https://example.com/a%20b' },
    { start: 3723.5, title: 'Roots and more' },
  ])
})

test.each([
  ['no title', [['CHAPTER001', '00:00:00.000']]],
  ['no time', [['CHAPTER001NAME', 'Intro']]],
  [
    'a time that is none',
    [
      ['CHAPTER001', 'soon'],
      ['CHAPTER001NAME', 'Intro'],
    ],
  ],
  [
    'another number of digits',
    [
      ['CHAPTER1', '0:00'],
      ['CHAPTER1NAME', 'Intro'],
    ],
  ],
] as const)('leaves out a chapter with %s', (_name, comments) => {
  expect(chaptersInComments(comments)).toEqual([])
})

test('leaves out a link that is no web address', () => {
  const comments = [
    ['CHAPTER001', '0:00'],
    ['CHAPTER001NAME', 'Intro'],
    ['CHAPTER001URL', 'javascript:alert(1)'],
  ] as const
  expect(chaptersInComments(comments)).toEqual([{ start: 0, title: 'Intro' }])
})

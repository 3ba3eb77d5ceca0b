import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chaptersInMp3 } from '../../src/media/id3-chapters.ts'
import { bytes, chapter, contents, frame3, frame4, tag } from './id3.ts'

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, '../fixtures/media', name))

const title = (text: string): Uint8Array => frame3('TIT2', bytes([0], text))
const link = (url: string): Uint8Array => frame3('WXXX', bytes([0, 0], url))
const chap = (...parts: Parameters<typeof chapter>): Uint8Array => frame3('CHAP', chapter(...parts))
const ctoc = (...parts: Parameters<typeof contents>): Uint8Array => frame3('CTOC', contents(...parts))
const chaptersOf = (...frames: readonly Uint8Array[]) => chaptersInMp3(tag(3, bytes(...frames)))

test.each(['chapters-v23.mp3', 'chapters-v24.mp3'])('reads the chapters that ffmpeg wrote into %s', (name) => {
  expect(chaptersInMp3(fixture(name))).toEqual([
    { start: 0, title: 'Intro' },
    { start: 0.5, title: 'Böden & Wurzeln' },
    { start: 1, end: 2, title: '🌱 مرحبا' },
  ])
})

test('reads tables within tables, all encodings, and a chapter that no table lists', () => {
  expect(chaptersInMp3(fixture('nested.mp3'))).toEqual([
    { start: 0, title: 'Begrüßung' },
    { start: 0.5, title: 'Würmer & Wurzeln', url: 'https://example.com/worms' },
    { start: 0.6, end: 0.7, title: 'A word from nobody', toc: false },
    { start: 0.75, end: 0.9, title: 'Ende 🌱' },
  ])
})

test('has no chapters where there is no tag, or one without chapters', () => {
  expect(chaptersInMp3(bytes([0xff, 0xfb, 0x90, 0x64]))).toEqual([])
  expect(chaptersInMp3(fixture('tone.mp3'))).toEqual([])
})

test('takes every chapter for listed where no table lists any', () => {
  const chapters = [chap('a', 0, 1000, title('A')), chap('b', 1000, 2000, title('B'))]
  const expected = [
    { start: 0, title: 'A' },
    { start: 1, end: 2, title: 'B' },
  ]
  expect(chaptersOf(...chapters)).toEqual(expected)
  expect(chaptersOf(...chapters, ctoc('toc', 3))).toEqual(expected)
  expect(chaptersOf(...chapters, ctoc('toc', 3, 'x', 'y'))).toEqual(expected)
})

test('orders chapters by start, and those that start together by the table', () => {
  const read = chaptersOf(
    chap('late', 5000, 6000, title('Late')),
    chap('second', 0, 5000, title('Second')),
    chap('first', 0, 5000, title('First')),
    ctoc('toc', 3, 'late', 'first', 'second'),
  )
  expect(read.map((entry) => entry.title)).toEqual(['First', 'Second', 'Late'])
})

test('does not go round in circles between tables', () => {
  const read = chaptersOf(
    chap('a', 0, 1000, title('A')),
    ctoc('one', 1, 'two'),
    ctoc('two', 1, 'one', 'a', 'two'),
    ctoc('toc', 3, 'one', 'toc'),
  )
  expect(read).toEqual([{ start: 0, end: 1, title: 'A' }])
})

test.each([
  ['an end before the next start', 800, { end: 0.8 }],
  ['an end after the next start', 1200, { end: 1.2 }],
  ['an end at the next start', 1000, {}],
  ['an end at its own start', 500, {}],
  ['an end before its own start', 100, {}],
])('takes %s as it is meant', (_name, endMs, expected) => {
  const [first] = chaptersOf(chap('a', 500, endMs, title('A')), chap('b', 1000, 2000, title('B')))
  expect(first).toEqual({ start: 0.5, title: 'A', ...expected })
})

test.each([
  ['Latin-1', [0, 0x47, 0xfc, 0x6e], 'Gün'],
  ['UTF-16, little end first', [1, 0xff, 0xfe, 0xfc, 0x00, 0x3c, 0xd8, 0x31, 0xdf], 'ü🌱'],
  ['UTF-16, big end first', [1, 0xfe, 0xff, 0x00, 0xfc], 'ü'],
  ['UTF-16 without a mark', [1, 0xfc, 0x00], 'ü'],
  ['UTF-16BE', [2, 0x06, 0x45, 0x00, 0x00, 0x00, 0x41], 'م'],
  ['UTF-8', [3, 0xc3, 0xbc, 0x00], 'ü'],
  ['text over two lines', [0, 0x41, 0x0d, 0x0a, 0x20, 0x42, 0x09, 0x43], 'A B C'],
])('reads a title in %s', (_name, content, expected) => {
  const head = tag(4, frame4('CHAP', chapter('a', 0, 0, frame4('TIT2', bytes(content)))))
  expect(chaptersInMp3(head)).toEqual([{ start: 0, title: expected }])
})

test('leaves out chapters without a title', () => {
  const read = chaptersOf(chap('a', 0, 9), chap('b', 9, 19, title('')), chap('c', 19, 29, title('C')))
  expect(read).toEqual([{ start: 0.019, end: 0.029, title: 'C' }])
})

test.each([
  ['https://example.com/a b', { url: 'https://example.com/a%20b' }],
  ['https://example.com/\0rest', { url: 'https://example.com/' }],
  ['javascript:alert(1)', {}],
  ['example.com', {}],
  ['', {}],
])('takes the link %j only if it is a web address', (url, expected) => {
  expect(chaptersOf(chap('a', 0, 0, title('A'), link(url)))).toEqual([{ start: 0, title: 'A', ...expected }])
})

test('reads the chapters before damage', () => {
  const whole = bytes(chap('a', 0, 0, title('A')))
  expect(chaptersInMp3(tag(3, bytes(whole, 'CHAP', [0, 9, 9, 9, 0, 0])))).toEqual([{ start: 0, title: 'A' }])
})

test('reads a tag of a hundred thousand tables, one in the other, and as many chapters', () => {
  const count = 100_000
  const frames = Array.from({ length: count }, (_, index) => [
    ctoc(`t${index}`, 1, `t${index + 1}`, `c${index}`),
    chap(`c${index}`, index, index, title('A')),
  ])
  expect(chaptersInMp3(tag(3, Buffer.concat(frames.flat())))).toHaveLength(count)
})

test('takes any bytes in the frames of chapters', () => {
  const some = fc.uint8Array({ maxLength: 120 })
  fc.assert(
    fc.property(some, some, some, (one, other, about) => {
      const head = tag(
        4,
        bytes(frame4('CHAP', one), frame4('CTOC', other), frame4('CHAP', chapter('a', 0, 0, frame4('TIT2', about)))),
      )
      for (const { title: text, start } of chaptersInMp3(head)) {
        expect(text).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

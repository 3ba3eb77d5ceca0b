import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timestampLines, timestampsOf } from '../../src/episode/timestamps.ts'
import type { Chapter } from '../../src/model/chapter.ts'

const at = (...starts: number[]): Chapter[] => starts.map((start, index) => ({ start, title: `Part ${index + 1}` }))
const linesOf = (chapters: readonly Chapter[], duration?: number) =>
  timestampLines(chapters, { duration, opening: 'Start' })

test.each([
  ['minutes and seconds', at(0, 65, 600), ['0:00 Part 1', '1:05 Part 2', '10:00 Part 3']],
  ['hours where there are any', at(0, 3599, 3661), ['0:00 Part 1', '59:59 Part 2', '1:01:01 Part 3']],
  ['whole seconds', at(0, 30.9, 60.5), ['0:00 Part 1', '0:30 Part 2', '1:00 Part 3']],
  ['an opening before a late start', at(10, 60), ['0:00 Start', '0:10 Part 1', '1:00 Part 2']],
  ['an early start as 0:00', at(9, 60, 90), ['0:00 Part 1', '1:00 Part 2', '1:30 Part 3']],
  ['no end', at(0, 60, 90).map((one) => ({ ...one, end: 59 })), ['0:00 Part 1', '1:00 Part 2', '1:30 Part 3']],
])('lines have %s', (_name, chapters, lines) => expect(linesOf(chapters)).toEqual(lines))

test('hidden chapters are not listed, and do not count', () => {
  expect(linesOf([...at(0, 60, 120), { start: 125, title: 'A picture', toc: false }])).toHaveLength(3)
  expect(linesOf([...at(0, 60), { start: 120, title: 'A picture', toc: false }])).toBeUndefined()
})

test.each([
  ['no chapters', [], undefined],
  ['two chapters', at(0, 60), undefined],
  ['a chapter of nine seconds', at(0, 60, 69, 120), undefined],
  ['two chapters in one second', at(0, 60, 60.5, 120), undefined],
  ['a last chapter of nine seconds', at(0, 60, 120), 129],
  ['an early start soon followed', at(5, 9, 60, 90), undefined],
])('%s: no lines rather than lines that apps refuse', (_name, chapters, duration) =>
  expect(linesOf(chapters, duration)).toBeUndefined(),
)

test('chapters of ten seconds each are listed', () => expect(linesOf(at(0, 10, 20), 30)).toHaveLength(3))

test('a title is one line, cut at a word after 100 characters in any script', () => {
  const titles = [' Soil\n and\tseeds ', 'word '.repeat(30), '土'.repeat(150)]
  const [first, second, third] = linesOf(titles.map((title, index) => ({ start: index * 60, title }))) ?? []
  expect(first).toBe('0:00 Soil and seeds')
  expect(second).toMatch(/^1:00 word .*word…$/)
  expect(second?.length).toBeLessThanOrEqual(105)
  expect(third).toBe(`2:00 ${'土'.repeat(99)}…`)
})

const settings = {
  atom: true,
  json: true,
  site: true,
  simpleChapters: 'auto',
  embed: false,
  artwork: true,
  transcripts: [],
  sanitize: true,
} as const

test.each([
  ['the show’s title for what comes first', 'Cold open', true, '0:00 Cold open'],
  ['a word of the show’s language without it', undefined, true, '0:00 Introducción'],
  ['no lines where the show wants none', 'Cold open', false, undefined],
])('a show has %s', (_name, first, timestamps, line) => {
  const show = { language: 'es-mx', outline: { labels: [], tails: [], first }, output: { ...settings, timestamps } }
  expect(timestampsOf(at(30, 60, 90), 120, show)?.[0]).toBe(line)
})

test('lines keep the rules whatever the chapters', () => {
  const chapter = fc.record({ start: fc.double({ min: 0, max: 1e5, noNaN: true }), title: fc.string({ minLength: 1 }) })
  const ascending = fc.array(chapter, { maxLength: 6 }).map((all) => all.toSorted((a, b) => a.start - b.start))
  fc.assert(
    fc.property(ascending, (chapters) => {
      const lines = linesOf(chapters)
      if (lines === undefined) return
      const starts = lines.map((line) => {
        const [, h = 0, m, s] = /^(?:(\d+):)?(\d{1,2}):(\d\d) \S.*$/u.exec(line) ?? []
        return Number(h) * 3600 + Number(m) * 60 + Number(s)
      })
      expect(starts[0]).toBe(0)
      expect(starts.length).toBeGreaterThanOrEqual(Math.max(3, chapters.length))
      starts.slice(1).forEach((start, index) => {
        expect(start - (starts[index] as number)).toBeGreaterThanOrEqual(10)
      })
    }),
  )
})

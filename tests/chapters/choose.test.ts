import { expect, test } from 'vitest'
import { type ChapterSources, chooseChapters } from '../../src/chapters/choose.ts'
import { type Outline, outlineOf } from '../../src/chapters/outline.ts'
import type { Place } from '../../src/text/place.ts'

const outline = outlineOf('Chapters:\n\n- 5:00 a\n- 3:00 b\n')
const nothing: Outline = { chapters: [], diagnostics: [], lines: [] }

/** The path stands for the place. */
const placeOf = (path: readonly (string | number)[]): Place => ({ file: path.join('.'), line: 1, column: 1, offset: 0 })

const choose = (written: ChapterSources['written'], duration?: number) => {
  const { chapters, diagnostics } = chooseChapters({ written, outline: nothing, duration, placeOf })
  return { chapters, problems: diagnostics.map(({ code, severity, place }) => `${severity} ${code} ${place?.file}`) }
}

test('takes the outline, with what it reports, where no chapters are written', () => {
  const chosen = chooseChapters({ written: undefined, outline, placeOf })
  expect(chosen.chapters.map(({ start }) => start)).toEqual([180, 300])
  expect(chosen.diagnostics.map(({ code }) => code)).toEqual(['outline/out-of-order'])
})

test('takes written chapters over the outline, and says nothing about that', () => {
  const written = [
    { start: 0, title: 'One' },
    { start: 60.0004, title: 'Two\n  lines', url: 'https://example.com/', toc: false },
  ]
  expect(chooseChapters({ written, outline, placeOf })).toEqual({
    chapters: [
      { start: 0, title: 'One' },
      { start: 60, title: 'Two lines', url: 'https://example.com/', toc: false },
    ],
    diagnostics: [],
  })
})

test('takes an empty list as the wish for no chapters', () =>
  expect(chooseChapters({ written: [], outline, placeOf })).toEqual({ chapters: [], diagnostics: [] }))

test('sorts written chapters', () =>
  expect(
    choose([
      { start: 60, title: 'b' },
      { start: 0, title: 'a' },
    ]),
  ).toEqual({
    chapters: [
      { start: 0, title: 'a' },
      { start: 60, title: 'b' },
    ],
    problems: ['warning chapters/out-of-order chapters.1.start'],
  }))

test('keeps the first of two chapters that start together', () =>
  expect(
    choose([
      { start: 0, title: 'a' },
      { start: 0, title: 'b' },
    ]),
  ).toEqual({
    chapters: [{ start: 0, title: 'a' }],
    problems: ['warning chapters/repeated-start chapters.1.start'],
  }))

test('leaves out what starts before the audio or after its end', () =>
  expect(
    choose(
      [
        { start: -1, title: 'a' },
        { start: 0, title: 'b' },
        { start: 90, title: 'c' },
      ],
      90,
    ),
  ).toEqual({
    chapters: [{ start: 0, title: 'b' }],
    problems: ['warning chapters/before-zero chapters.0.start', 'warning chapters/beyond-duration chapters.2.start'],
  }))

test('refuses a start that is no time', () =>
  expect(
    choose([
      { start: Number.NaN, title: 'a' },
      { start: 1, title: 'b' },
    ]),
  ).toEqual({
    chapters: [{ start: 1, title: 'b' }],
    problems: ['error chapters/bad-start chapters.0.start'],
  }))

test.each([0, 10, 90.5, Number.NaN])('ignores an end of %d for a chapter that starts at 10 of 90 seconds', (end) =>
  expect(choose([{ start: 10, end, title: 'a' }], 90)).toEqual({
    chapters: [{ start: 10, title: 'a' }],
    problems: ['warning chapters/end-ignored chapters.0.end'],
  }),
)

test('keeps an end within the audio', () =>
  expect(choose([{ start: 10, end: 90, title: 'a' }], 90)).toEqual({
    chapters: [{ start: 10, end: 90, title: 'a' }],
    problems: [],
  }))

import { expect, test } from 'vitest'
import { type Outline, outlineOf } from '../../src/chapters/outline.ts'
import { type OutlineCase, outlineCases } from './outline-case.ts'

const read = ({ text, duration, labels, tails }: OutlineCase): Outline =>
  outlineOf(text, { labels, tails, ...(duration === undefined ? {} : { duration }) })

test.each(outlineCases.map((wanted) => [wanted.name, wanted] as const))('%s', (_name, wanted) => {
  const { chapters, diagnostics } = read(wanted)
  expect(chapters).toEqual(wanted.chapters)
  expect(diagnostics.map(({ code, place }) => `${place?.line} ${code}`).sort()).toEqual([...wanted.diagnostics].sort())
})

test('finds every chapter of the reference and nothing else', () => {
  let wanted = 0
  let found = 0
  let right = 0
  for (const reference of outlineCases) {
    const titles = new Set(reference.chapters.map(({ start, title }) => `${start} ${title}`))
    const chapters = read(reference).chapters
    wanted += titles.size
    found += chapters.length
    right += chapters.filter(({ start, title }) => titles.has(`${start} ${title}`)).length
  }
  expect(outlineCases.length).toBeGreaterThanOrEqual(60)
  expect({ precision: right / found, recall: right / wanted }).toEqual({ precision: 1, recall: 1 })
})

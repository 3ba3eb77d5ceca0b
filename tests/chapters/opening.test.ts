import { expect, test } from 'vitest'
import { withOpening } from '../../src/chapters/opening.ts'

const at = (...starts: number[]) => starts.map((start) => ({ start, title: `At ${start}` }))

test.each([
  ['a late start', at(90, 120), 'Hello', [{ start: 0, title: 'Hello' }, ...at(90, 120)]],
  ['a start at one second', at(1), 'Hello', [{ start: 0, title: 'Hello' }, ...at(1)]],
  ['a start at 0', at(0, 60), 'Hello', at(0, 60)],
  ['a start within the first second', at(0.9, 60), 'Hello', at(0.9, 60)],
  ['a hidden chapter at 0', [{ start: 0, title: 'x', toc: false }], 'Hello', [{ start: 0, title: 'x', toc: false }]],
  ['no chapters', [], 'Hello', []],
  ['no title for it', at(90), undefined, at(90)],
])('chapters with %s begin as they are wished to', (_name, chapters, title, expected) =>
  expect(withOpening(chapters, title)).toEqual(expected),
)

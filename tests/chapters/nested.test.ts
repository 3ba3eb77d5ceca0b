import { expect, test } from 'vitest'
import { outlineOf } from '../../src/chapters/outline.ts'

const hiddenIn = (text: string, nested?: 'list' | 'hide'): string[] =>
  outlineOf(text, { nested })
    .chapters.filter(({ toc }) => toc === false)
    .map(({ title }) => title)

const inner = `
- 0:00 News
  - 1:00 Rain
    - 2:00 Hail
  - 3:00 Sun
- 4:00 Questions
`

test('chapters of inner lists are hidden if the show asks', () => {
  expect(hiddenIn(inner, 'hide')).toEqual(['Rain', 'Hail', 'Sun'])
  expect(outlineOf(inner, { nested: 'hide' }).chapters).toHaveLength(5)
})

test.each([undefined, 'list'] as const)('they are listed where nested is %s', (nested) =>
  expect(hiddenIn(inner, nested)).toEqual([]),
)

test.each([
  ['a flat list', '1. 0:00 News\n2. 1:00 Rain\n3. 2:00 Sun\n'],
  ['lists below items without a time', '- First half\n  - 0:00 News\n  - 1:00 Rain\n- Second half\n  - 2:00 Sun\n'],
  ['lists below headings', '## 0:00 News\n\n- 1:00 Rain\n\n## 2:00 Sun\n\n- 3:00 Snow\n'],
  ['a list in a quotation', '> - 0:00 News\n> - 1:00 Rain\n> - 2:00 Sun\n'],
  ['lines of a paragraph', '0:00 News\n1:00 Rain\n2:00 Sun\n'],
])('%s has nothing to hide', (_name, text) => {
  expect(hiddenIn(text, 'hide')).toEqual([])
  expect(outlineOf(text).chapters.length).toBeGreaterThanOrEqual(3)
})

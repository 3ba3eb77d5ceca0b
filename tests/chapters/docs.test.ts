import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codes } from '../../src/chapters/codes.ts'
import { outlineOf } from '../../src/chapters/outline.ts'

const page = readFileSync(new URL('../../docs/chapters.md', import.meta.url), 'utf8')

test.each(Object.keys(codes))('the page for users explains %s', (code) => expect(page).toContain(`\`${code}\``))

test('the first example on the page is read as it says', () => {
  const [, example = ''] = /```markdown\n([\s\S]*?)```/.exec(page) ?? []
  expect(outlineOf(example).chapters).toEqual([
    { start: 0, title: 'Welcome' },
    { start: 270, title: 'The night market', url: 'https://example.com/market' },
    { start: 3735, title: 'Goodbye' },
  ])
})

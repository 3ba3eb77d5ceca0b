import { describe, expect, test } from 'vitest'
import { maxFrontmatter, parseFrontmatter } from '../../src/source/frontmatter.ts'
import { briefly } from './a-show.ts'

const read = (text: string) => parseFrontmatter(text, 'episodes/a.md')
const codeOf = (text: string): string | undefined => read(text).diagnostics[0]?.code

describe('a file is split', () => {
  test('at its fences', () => {
    const text = '---\ntitle: Ferns\n---\nNotes.\n---\nMore.\n'
    const { value } = read(text)
    expect(value?.data).toEqual({ title: 'Ferns' })
    expect(value?.body).toBe('Notes.\n---\nMore.\n')
    expect(text.slice(value?.bodyOffset)).toBe(value?.body)
  })

  test.each([
    ['nothing after it', '---\na: 1\n---', { a: 1 }, ''],
    ['no keys in it', '---\n---\nNotes.', {}, 'Notes.'],
    ['a comment only', '---\n# later\n---\nNotes.', {}, 'Notes.'],
    ['blanks after the fences', '---  \na: 1\n---\t \nNotes.', { a: 1 }, 'Notes.'],
    ['its language named', '---yaml\na: 1\n---\nNotes.', { a: 1 }, 'Notes.'],
    ['JSON', '--- json\n{ "a": 1 }\n---\nNotes.', { a: 1 }, 'Notes.'],
    ['TOML', '---toml\na = 1\n---\nNotes.', { a: 1 }, 'Notes.'],
    ['TOML as Hugo has it', '+++\na = 2026-02-23\n+++\nNotes.', { a: '2026-02-23' }, 'Notes.'],
    [
      'a word that gray-matter would cut an excerpt at',
      '---\nexcerpt_separator: x\n---\nax',
      { excerpt_separator: 'x' },
      'ax',
    ],
  ])('with %s', (_, text, data, body) => expect(read(text).value).toMatchObject({ data, body }))

  test('the same way the second time: nothing is remembered', () => {
    const text = '---\na: [1]\n---\n'
    const first = read(text).value?.data.a
    expect(first).toEqual([1])
    if (Array.isArray(first)) first.push(2)
    expect(read(text).value?.data).toEqual({ a: [1] })
  })
})

describe('code is never run', () => {
  const run = "globalThis.castwrightWasRun = 'yes'"
  test.each([
    `---js\n{ title: (${run}) }\n---\n`,
    `---javascript\n${run}\n---\n`,
    `--- js \n{ get title() { return ${run} } }\n---\n`,
    `---JS\n{ title: (${run}) }\n---\n`,
    `+++js\n{ title: (${run}) }\n+++\n`,
    `---coffee\ntitle: ${run}\n---\n`,
    `---cson\ntitle: ${run}\n---\n`,
    `---js\n${run}`,
    `---\ntitle: !!js/function "function () { ${run} }"\n---\n`,
    `---\ntitle: !!js/undefined ${run}\n---\n`,
    `---constructor\n${run}\n---\n`,
    `---__proto__\n${run}\n---\n`,
  ])('%j', (text) => {
    const { value, diagnostics } = read(text)
    expect(value).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(Object.hasOwn(globalThis, 'castwrightWasRun')).toBe(false)
  })
})

describe('fences that are not in order', () => {
  test.each([
    ['no fence', '# Ferns\n', 'frontmatter/none 1:1'],
    ['a line before it', '\n---\na: 1\n---\n', 'frontmatter/none 1:1'],
    ['a rule', '-----\na: 1\n---\n', 'frontmatter/none 1:1'],
    ['only dashes', '---', 'frontmatter/unclosed 1:1'],
    ['no second fence', '---\na: 1\n', 'frontmatter/unclosed 1:1'],
    ['the other fence', '---\na: 1\n+++\n', 'frontmatter/unclosed 1:1'],
    ['words after the second', '---\na: 1\n--- b\n', 'frontmatter/unclosed 3:1'],
    ['a language that is not data', '---xml\n<a/>\n---\n', 'frontmatter/language 1:4'],
    ['a list', '---\n- a\n---\n', 'frontmatter/not-keys 1:1'],
    ['a text', '---\njust words\n---\n', 'frontmatter/not-keys 1:1'],
  ])('%s', (_, text, expected) => expect(briefly(read(text).diagnostics)).toEqual([expected]))
})

describe('frontmatter without end', () => {
  test('is refused by its length', () => {
    expect(codeOf(`---\na: ${'x'.repeat(maxFrontmatter)}\n---\n`)).toBe('frontmatter/too-long')
    expect(codeOf(`---\na: ${'x'.repeat(maxFrontmatter - 100)}\n---\n`)).toBeUndefined()
  })
  test('is refused for its empty lines, which would take gray-matter for ever', () => {
    expect(codeOf(`---\na: 1${'\n'.repeat(2000)}b: 2\n---\n`)).toBe('frontmatter/too-long')
    expect(codeOf(`---\na: 1${'\n \t'.repeat(2000)}\nb: 2\n---\n`)).toBe('frontmatter/too-long')
    expect(codeOf(`---\na: 1${'\n'.repeat(500)}b: 2\n---\n`)).toBeUndefined()
  })
})

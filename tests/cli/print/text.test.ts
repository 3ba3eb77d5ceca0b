import { describe, expect, test } from 'vitest'
import { printText } from '../../../src/cli/print/text.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import { builtReport, checkReport, failedReport, findings, loud, place, quiet } from './reports.ts'

const lines: Readonly<Record<number, string>> = { 9: 'title: "#12: Roots"', 5: 'guid: x-1', 6: 'guid: x-1' }
const lineAt = ({ line }: { readonly line: number }): string | undefined => lines[line]

const finding = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'some-rule',
  severity: 'warning',
  message: 'Something is wrong.',
  place: place('feed.xml', 1, 1),
  ...more,
})

const printed = (diagnostics: readonly Diagnostic[], options = {}): string =>
  printText(checkReport(diagnostics), { ...loud, ...options }).stdout

describe('a check', () => {
  test('is told by file, each finding with its line and how to mend it', () => {
    const { stdout, stderr } = printText(checkReport(), { ...loud, lineAt })
    expect(stderr).toBe('')
    expect(stdout).toMatchInlineSnapshot(`
      "episodes/roots.md
        6:7 error   Two episodes have the guid "x-1": 50 % of “A & B” <b>, "quoted": ]]> 🎙️. [guid/duplicate]
            │ guid: x-1
            │       ^
            first used here: episodes/stems, and more.md:5
            → Give the newer one a guid of its own, 100 %.
        9:8 warning The title “#12: Roots” has the episode’s number in it: “#12”. [item-title-number]
            │ title: "#12: Roots"
            │        ^
            → Write numbers as \`episode\`.

      shows/soil
         info    --accept feed-url had nothing to accept. [ledger/unused-accept]

      ✗ Soil & Seed: 1 error, 1 warning, 1 note in 2 episodes, 0.25 s
      "
    `)
  })

  test('is broken at spaces where the terminal is narrow', () => {
    const { stdout } = printText(checkReport(), { ...loud, lineAt, columns: 48 })
    expect(stdout).toMatchInlineSnapshot(`
      "episodes/roots.md
        6:7 error   Two episodes have the guid "x-1":
                    50 % of “A & B” <b>, "quoted": ]]>
                    🎙️. [guid/duplicate]
            │ guid: x-1
            │       ^
            first used here: episodes/stems, and
            more.md:5
            → Give the newer one a guid of its own,
              100 %.
        9:8 warning The title “#12: Roots” has the
                    episode’s number in it: “#12”.
                    [item-title-number]
            │ title: "#12: Roots"
            │        ^
            → Write numbers as \`episode\`.

      shows/soil
         info    --accept feed-url had nothing to
                 accept. [ledger/unused-accept]

      ✗ Soil & Seed: 1 error, 1 warning, 1 note in 2 episodes, 0.25 s
      "
    `)
    for (const line of stdout.split('\n').filter((one) => !one.startsWith('✗'))) expect(line.length).toBeLessThan(49)
  })

  test('has colours where they are wanted, and none in its words', () => {
    const { stdout } = printText(checkReport(), { ...loud, color: true, lineAt })
    const mark = '\u001b'
    expect(stdout).toContain(`${mark}[31merror  ${mark}[39m Two episodes`)
    expect(stdout).toContain(`${mark}[4mepisodes/roots.md${mark}[24m`)
    expect(stdout.replaceAll(new RegExp(`${mark}\\[\\d+m`, 'g'), '')).toBe(
      printText(checkReport(), { ...loud, lineAt }).stdout,
    )
  })

  test('tells of errors only if that is wanted, and of nothing where there is none', () => {
    expect(printText(checkReport(), quiet).stdout).not.toContain('item-title-number')
    expect(printText(checkReport(findings.slice(1)), quiet)).toEqual({ stdout: '', stderr: '' })
    expect(printText(checkReport(findings.slice(1)), { ...quiet, failed: true }).stdout).toMatch(/^✗ .*1 warning/)
  })

  test('of what cannot be read speaks of no episodes', () => {
    const report = { checked: 'nowhere', items: 0, diagnostics: [finding({ severity: 'error' })], seconds: 0 }
    expect(printText(report, loud).stdout).toContain('✗ nowhere: 1 error, 0.00 s\n')
  })
})

describe('of several findings', () => {
  const many = (count: number, more: (index: number) => Partial<Diagnostic> = () => ({})) =>
    Array.from({ length: count }, (_, index) => finding({ place: place('feed.xml', index + 1, 3), ...more(index) }))

  test('of one kind, the first five are shown, and where the others are', () => {
    const text = printed(many(20))
    expect(text.match(/\[some-rule\]/g)).toHaveLength(5)
    expect(text).toContain('… and 15 more like this: lines 6, 7, 8, 9, 10, 11, 12, 13 … (--all shows all)')
    expect(printed(many(6))).toContain('… and 1 more like this: line 6 (--all shows all)')
    expect(printed(many(20), { all: true }).match(/\[some-rule\]/g)).toHaveLength(20)
  })

  test('of one kind in many files, each file is named once', () => {
    const text = printed(many(7, (index) => ({ place: place(`episodes/${index}.md`, 2, 8) })))
    expect(text).toContain('… and 2 more like this: episodes/5.md:2, episodes/6.md:2 (--all shows all)')
    expect(text.match(/^episodes\/\d\.md$/gm)).toHaveLength(5)
  })

  test('of one kind, those of another kind do not stand between them', () => {
    const mixed = many(4, (index) => ({ code: index % 2 === 0 ? 'even' : 'odd' }))
    expect(printed(mixed).match(/\[\w+\]/g)).toEqual(['[even]', '[even]', '[odd]', '[odd]'])
  })

  test('how to mend them is told once, unless it differs', () => {
    const text = printed(many(4, (index) => ({ hint: index === 2 ? 'Write it otherwise.' : 'Write it.' })))
    expect(text.match(/→ .*/g)).toEqual(['→ Write it.', '→ Write it otherwise.'])
  })

  test('a line is shown where words do not tell them apart, and never twice', () => {
    const text = (index: number): Partial<Diagnostic> => ({ excerpt: { text: `<a n="${index}">`, column: 1 } })
    const same = printed(many(3, (index) => text(index)))
    expect(same.match(/<a n="\d">/g)).toEqual(['<a n="0">', '<a n="1">', '<a n="2">'])
    const told = printed(many(3, (index) => ({ ...text(index), message: `Number ${index} is wrong.` })))
    expect(told.match(/<a n="\d">/g)).toEqual(['<a n="0">'])
    expect(printed(many(3, () => text(7))).match(/<a n="\d">/g)).toEqual(['<a n="7">'])
  })
})

describe('the line of a finding', () => {
  const frame = (text: string, column: number, columns?: number): string[] =>
    printed([finding({ excerpt: { text, column } })], { columns })
      .split('\n')
      .filter((line) => line.includes('│'))
      .map((line) => line.slice(line.indexOf('│') + 2))

  test.each<[string, string, number, [string, string]]>([
    ['plain', 'title: Roots', 8, ['title: Roots', '       ^']],
    ['indented', '    title: Roots', 12, ['title: Roots', '       ^']],
    ['with tabs', '\ttitle:\tRoots', 9, ['title: Roots', '       ^']],
    ['behind Japanese', '題名: 根', 5, ['題名: 根', '      ^']],
    ['behind Korean and full width', '제목：뿌리', 4, ['제목：뿌리', '      ^']],
    ['behind an emoji', 'a 🎙️ b', 7, ['a 🎙️ b', '     ^']],
    ['behind a family', '👩‍👩‍👧 x', 10, ['👩‍👩‍👧 x', '   ^']],
    ['behind a letter of two characters', 'cafe\u0301 x', 7, ['cafe\u0301 x', '     ^']],
    ['behind its end', 'title:', 7, ['title:', '      ^']],
    ['with what a terminal would obey', 'a\u009b31m b', 7, ['a?31m b', '      ^']],
  ])('%s: the caret stands below what is meant', (_name, text, column, expected) =>
    expect(frame(text, column)).toEqual(expected),
  )

  test('is cut on both sides where it is long', () => {
    const [text = '', caret = ''] = frame(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, 501, 60)
    expect(text).toMatch(/^…a+HEREb+…$/)
    expect(text.length).toBeLessThanOrEqual(60 - 8)
    expect(text.indexOf('HERE')).toBe(caret.indexOf('^'))
  })

  test('is cut by the width of its letters', () => {
    const [text = '', caret = ''] = frame(`${'根'.repeat(60)}X${'根'.repeat(60)}`, 61, 60)
    expect(text.length).toBeLessThan(30)
    expect(caret.indexOf('^')).toBe(1 + 2 * (text.indexOf('X') - 1))
  })

  test.each(['', '---', '<item>', '<channel>', '   ', '\ufffd\ufffdabc'])(
    '%j tells nothing, and is not shown',
    (text) => expect(frame(text, 1)).toEqual([]),
  )
})

describe('a build', () => {
  test('tells its problems on standard error, and how it went on standard output', () => {
    const { stdout, stderr } = printText(builtReport(), loud)
    expect(stderr).toMatchInlineSnapshot(`
      "episodes/roots.md:9:8 warning The title “#12: Roots” has the episode’s number in it: “#12”. [item-title-number]
        → Write numbers as \`episode\`.
      info --accept feed-url had nothing to accept. [ledger/unused-accept]
      "
    `)
    expect(stdout).toMatchInlineSnapshot(`
      "✓ Soil & Seed → dist
        2 episodes, 3 chapters
        10 files written, 0 unchanged, 0 removed
        1 warning, 0.25 s
      "
    `)
  })

  test('that published nothing says so', () => {
    const { stdout, stderr } = printText(failedReport(), loud)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/✗ 1 error: nothing was published\.\n$/)
  })
})

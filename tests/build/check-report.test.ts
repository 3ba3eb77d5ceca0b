import { describe, expect, test } from 'vitest'
import {
  applyLevels,
  cannotRead,
  cutFeed,
  isKnownCode,
  levelsInText,
  unknownRule,
  withoutRepeats,
} from '../../src/build/check-report.ts'
import type { Levels } from '../../src/check/settings.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'

const finding = (code: string, changes: Partial<Diagnostic> = {}, file = 'episodes/a.md', line = 2): Diagnostic => ({
  code,
  severity: 'warning',
  message: 'Something is wrong.',
  place: { file, line, column: 1, offset: line * 10 },
  ...changes,
})

test.each([
  ['url-https', true],
  ['guid/duplicate', true],
  ['check/more', true],
  ['url-http', false],
  ['constructor', false],
  ['', false],
])('the name %j is known: %s', (name, known) => expect(isKnownCode(name)).toBe(known))

test('what comments say of rules is taken apart by whether there are such rules', () => {
  const text = '---\n# castwright: off url-https, guid/duplicate\n---\n<!-- castwright: info no-such, url-https -->'
  const { levels, unknown } = levelsInText(text)
  expect([...levels]).toEqual([
    ['url-https', 'info'],
    ['guid/duplicate', 'off'],
  ])
  expect(unknown).toEqual([{ rule: 'no-such', level: 'info', offset: text.indexOf('no-such') }])
})

describe('levels', () => {
  const levels =
    (byFile: Record<string, Record<string, 'off' | 'error' | 'warning' | 'info'>>) =>
    (file: string): Levels | undefined =>
      byFile[file] && new Map(Object.entries(byFile[file]))

  test('are those of the file that a finding is in', () => {
    const found = [finding('url-https'), finding('url-https', {}, 'episodes/b.md'), finding('item-title')]
    const told = applyLevels(found, levels({ 'episodes/a.md': { 'url-https': 'off', 'item-title': 'error' } }))
    expect(told.map(({ code, severity, place }) => `${place?.file} ${severity} ${code}`)).toEqual([
      'episodes/a.md error item-title',
      'episodes/b.md warning url-https',
    ])
  })

  test('of what a build reports count as well, but never of what stops it', () => {
    const found = [
      finding('episode/duplicate-audio'),
      finding('guid/duplicate', { severity: 'error' }),
      finding('url-https', { severity: 'error' }),
    ]
    const off = { 'episode/duplicate-audio': 'off', 'guid/duplicate': 'off', 'url-https': 'off' } as const
    expect(applyLevels(found, levels({ 'episodes/a.md': off })).map(({ code }) => code)).toEqual(['guid/duplicate'])
  })

  test('of what has no place are those of no file', () => {
    const { place: _place, ...nowhere } = finding('url-https')
    expect(applyLevels([nowhere], levels({ '': { 'url-https': 'off' } }))).toEqual([])
    expect(applyLevels([nowhere], () => undefined)).toEqual([nowhere])
  })

  test('findings are sorted by file and place', () => {
    const found = [finding('a', {}, 'b.md', 1), finding('b', {}, 'a.md', 3), finding('c', {}, 'a.md', 2)]
    expect(applyLevels(found, () => undefined).map(({ code }) => code)).toEqual(['c', 'b', 'a'])
  })
})

describe('what a build says already', () => {
  const said = [finding('guid/duplicate')]

  test.each([
    ['at the same line is left out', finding('guid-unique'), []],
    ['at another line is told', finding('guid-unique', {}, 'episodes/a.md', 3), ['guid-unique']],
    ['of another file is told', finding('guid-unique', {}, 'episodes/b.md'), ['guid-unique']],
    ['by a rule that says something else is told', finding('item-guid'), ['item-guid']],
    ['by what is no rule is told', finding('media/not-found'), ['media/not-found']],
  ])('%s', (_name, found, codes) => expect(withoutRepeats([found], said).map(({ code }) => code)).toEqual(codes))
})

test('a rule that does not exist is told with the one that is meant', () => {
  const place = { file: 'feed.xml', line: 3, column: 1, offset: 40 }
  expect(unknownRule('url-http', place)).toEqual({
    code: 'check/unknown-rule',
    severity: 'warning',
    message: 'There is no rule “url-http”.',
    hint: expect.stringContaining('Did you mean “url-https”?'),
    place,
  })
  expect(unknownRule('x'.repeat(50), undefined).hint).not.toContain('Did you mean')
})

test('what cannot be read is an error at its start', () =>
  expect(cannotRead('feed.xml', 'there is no such file')).toMatchObject({
    checked: 'feed.xml',
    items: 0,
    diagnostics: [
      { code: 'check/unreadable', severity: 'error', message: 'This cannot be read: there is no such file.' },
    ],
  }))

test('a feed that was cut is an error, with how much of it was read', () =>
  expect(cutFeed('feed.xml', 104_857_600)).toMatchObject({
    code: 'check/cut',
    severity: 'error',
    message: 'The feed is too long to be read whole: only its first 104 MB were checked.',
    place: { file: 'feed.xml', line: 1, column: 1, offset: 0 },
  }))

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findings, flawless, root, run, told } from './check-harness.ts'
import { type Run, showFolder } from './show-folder.ts'

const file = 'episodes/roots.md'
const numbered = (more = '', notes = 'All about roots.\n'): string =>
  root({ title: '"#12: Roots"', audio: 'https://soil.example/12.mp3', more, notes })

type Files = Record<string, string | Uint8Array>

const show = (files: Files = {}) => showFolder({ 'podcast.yaml': flawless, [file]: root(), ...files })
const check = (files: Files, ...args: string[]): Run => show(files).run('check', '--format', 'json', ...args)
const withRules = (rules: string): Files => ({ 'podcast.yaml': `${flawless}check: { rules: { ${rules} } }\n` })

const inTitle = `${file}:2:8 warning item-title-number`

describe('a show', () => {
  test('with nothing wrong is said to be so, in one line', () => {
    const { code, stdout, stderr } = show().run('check')
    expect([code, stderr, stdout.replace(/\d+\.\d\d s/, '0.00 s')]).toEqual([
      0,
      '',
      '✓ Soil and Seed: nothing to mend in 1 episode, 0.00 s\n',
    ])
  })

  test('is left as it is: a check writes nothing', () => {
    const folder = show()
    const before = folder.files('.')
    folder.run('check')
    expect(folder.files('.')).toEqual(before)
  })

  test('is checked in the folder that is named, and files are called as they are seen from here', () => {
    const folder = show({ 'shows/soil/podcast.yaml': flawless, 'shows/soil/episodes/roots.md': numbered() })
    const found = folder.run('check', 'shows/soil/', '--format', 'json')
    expect(findings(found)).toEqual([`shows/soil/${inTitle}`])
    expect(told(found)).toMatchObject({ checked: 'shows/soil', title: 'Soil and Seed', items: 1 })
  })

  test('gives the same findings in the same order each time', () => {
    const files: Files = {}
    for (let number = 1; number <= 80; number++)
      files[`episodes/${String(number).padStart(3, '0')}.md`] = numbered(
        `guid: ${number}\nlink: http://soil.example/\n`,
      )
    const folder = show(files)
    const once = folder.run('check', '--format', 'json')
    const again = folder.run('check', '--format', 'json')
    expect(findings(again)).toEqual(findings(once))
    const places = told(once).diagnostics.map(({ file: name = '', line = 0 }) => `${name} ${String(line).padStart(3)}`)
    expect(places).toEqual([...places].sort())
    expect(places.length).toBeGreaterThan(200)
  })

  test.each(['apple', 'spotify', 'psp-1', 'podcast-index', 'w3c'])('of this repository is fine for %s', (profile) => {
    const found = run(['check', '--format', 'json', '--profile', profile])
    expect(findings(found).filter((line) => !line.includes(' info '))).toEqual([])
    expect(found.code).toBe(0)
  })

  test('that uses every key has nothing but notes, each for a reason', () => {
    // A guest stands alone; the addresses are public on purpose; there are two categories; its live stream is over.
    expect(
      new Set(
        told(run(['check', 'tests/shows/everything', '--format', 'json'])).diagnostics.map(
          ({ code, severity }) => `${severity} ${code}`,
        ),
      ),
    ).toEqual(new Set(['info pc-person-item-hosts', 'info email-exposed', 'info category-extra', 'info pc-live-stale']))
  })
})

describe('drafts and episodes to come', () => {
  const files: Files = {
    'episodes/draft.md': numbered('draft: true\n'),
    'episodes/later.md': numbered().replace('2026-01-05', '2030-01-05'),
  }

  test('are left out', () => expect(findings(check(files))).toEqual([]))

  test.each([
    ['--drafts', 'episodes/draft.md:2:8 warning item-title-number'],
    ['--future', 'episodes/later.md:2:8 warning item-title-number'],
  ])('are checked with %s', (option, expected) => {
    const found = check(files, option)
    expect(findings(found)).toContain(expected)
    expect(told(found).items).toBe(2)
  })

  test('what is broken in an episode to come is told before its day', () => {
    const broken = root({ date: '2030-01-05', more: 'season: spring\n' })
    expect(findings(check({ 'episodes/later.md': broken }))).toEqual([
      'episodes/later.md:9:9 error frontmatter/wrong-value',
    ])
  })
})

describe('--profile', () => {
  // Apple alone reads the categories, the Podcast Index alone the podcast namespace.
  const files: Files = {
    'podcast.yaml': `${flawless.replace('Science > Earth Sciences', '[Science, Arts]')}guid: 9b024349-ccf0-4f69-a609-6b82873eab3c\n`,
  }
  const categories = 'podcast.yaml:7:23 info category-extra'
  const guid = 'podcast.yaml:10:7 info pc-guid-version'

  test.each([
    ['apple', [categories]],
    ['podcast-index', [guid]],
    ['w3c', []],
  ])('%s asks for what it cares about', (profile, expected) =>
    expect(findings(check(files, '--profile', profile))).toEqual(expected),
  )

  test('counts before the one in podcast.yaml', () => {
    const own = { 'podcast.yaml': `${files['podcast.yaml']}check: { profile: apple }\n` }
    expect(findings(check(own))).toEqual([categories])
    expect(findings(check(own, '--profile', 'podcast-index'))).toEqual([guid])
  })

  test('is refused in podcast.yaml if it is none', () =>
    expect(findings(check({ 'podcast.yaml': `${flawless}check: { profile: aple }\n` }))).toEqual([
      'podcast.yaml:10:19 error show/wrong-value',
    ]))
})

describe('--fail-on', () => {
  const note: Files = { 'podcast.yaml': flawless.replace('locked: false\n', '') }
  const warning: Files = { [file]: numbered() }
  const error: Files = { [file]: root({ more: 'season: spring\n' }) }

  test.each<[string, string, Files, number]>([
    ['error', 'a warning', warning, 0],
    ['error', 'an error', error, 1],
    ['warning', 'a note', note, 0],
    ['warning', 'a warning', warning, 1],
    ['info', 'a note', note, 1],
    ['never', 'an error', error, 0],
  ])('%s: %s', (level, _found, files, code) => expect(show(files).run('check', '--fail-on', level).code).toBe(code))

  test('the last line says whether it failed', () => {
    const { stdout } = show(warning).run('check', '--fail-on', 'warning')
    expect(stdout.trim().split('\n').at(-1)).toMatch(/^✗ /)
    expect(show(warning).run('check').stdout.trim().split('\n').at(-1)).toMatch(/^✓ /)
  })
})

describe('rules are turned off and re-levelled', () => {
  test('in comments of an episode, for that episode', () => {
    const found = check({
      [file]: numbered(),
      'episodes/in-notes.md': numbered('', 'Roots.\n\n<!-- castwright: off item-title-number -->\n'),
      'episodes/behind-key.md': numbered().replace('Roots"', 'Roots" # castwright: off item-title-number'),
      'episodes/several.md': numbered('# castwright: off url-https, item-title-number\nlink: http://soil.example/\n'),
      'episodes/to-error.md': numbered('# castwright: error item-title-number\n'),
      'episodes/to-note.md': numbered('# castwright: info item-title-number\n'),
    })
    expect(findings(found).filter((line) => line.includes('item-title-number') || line.includes('url-https'))).toEqual([
      inTitle,
      'episodes/to-error.md:2:8 error item-title-number',
      'episodes/to-note.md:2:8 info item-title-number',
    ])
  })

  test.each<[string, Files, string[]]>([
    [
      'for their own file only',
      { [file]: numbered(), 'podcast.yaml': `${flawless}# castwright: off item-title-number\n` },
      [inTitle],
    ],
    [
      'in podcast.yaml, for that file',
      { 'podcast.yaml': `${flawless}link: http://soil.example/ # castwright: off url-https\n` },
      [],
    ],
    ['for the whole show', { [file]: numbered(), ...withRules('item-title-number: off') }, []],
    ['for the whole show, as YAML reads `off`', { [file]: numbered(), ...withRules('item-title-number: false') }, []],
    [
      'for the whole show, to errors',
      { [file]: numbered(), ...withRules('item-title-number: error') },
      [inTitle.replace('warning', 'error')],
    ],
    [
      'for the whole show, what a build reports',
      { [file]: root({ audio: 'http://soil.example/a.mp3' }), ...withRules('episode/audio-not-https: off') },
      [],
    ],
    [
      'and a file counts before the show',
      { [file]: numbered('# castwright: info item-title-number\n'), ...withRules('item-title-number: off') },
      [],
    ],
  ])('%s', (_where, files, expected) => expect(findings(check(files))).toEqual(expected))

  test('and a level that is none is refused', () =>
    expect(findings(check(withRules('item-title-number: loud')))).toEqual([
      'podcast.yaml:10:38 error show/wrong-value',
    ]))

  test('in a comment of an episode, what a build reports', () => {
    const quiet = root({ audio: 'http://soil.example/a.mp3', more: '# castwright: off episode/audio-not-https\n' })
    expect(findings(check({ [file]: quiet }))).toEqual([])
  })

  test('but never what stops a build', () => {
    const broken = root({ more: 'season: spring\n' })
    const found = check({
      [file]: broken,
      'episodes/stems.md': root({ title: 'Stems' }),
      ...withRules('frontmatter/wrong-value: off'),
    })
    expect(findings(found)).toEqual([`${file}:9:9 error frontmatter/wrong-value`])
    expect(found.code).toBe(1)
  })
})

describe('the name of a rule that does not exist is told, with the one that is meant', () => {
  test.each<[string, Files, string]>([
    [
      'in a comment of the notes',
      { [file]: root({ notes: '<!-- castwright: off item-titel-number -->\n' }) },
      `${file}:11:22`,
    ],
    [
      'in a comment of the frontmatter',
      { [file]: root({ more: '# castwright: off item-titel-number\n' }) },
      `${file}:9:19`,
    ],
    ['in podcast.yaml', { 'podcast.yaml': `${flawless}# castwright: off item-titel-number\n` }, 'podcast.yaml:10:19'],
  ])('%s', (_where, files, place) => {
    const found = check(files)
    expect(findings(found)).toEqual([`${place} warning check/unknown-rule`])
    expect(told(found).diagnostics[0]?.hint).toContain('“item-title-number”')
  })

  test('under check: rules:', () => {
    const found = check({ 'podcast.yaml': `${flawless}check:\n  rules:\n    item-titel-number: off\n` })
    expect(told(found).diagnostics).toMatchObject([{ code: 'check/unknown-rule', file: 'podcast.yaml', line: 12 }])
  })
})

describe('a wrong command line', () => {
  test.each<[string[], RegExp]>([
    [['--profile', 'aple'], /--profile does not take "aple": did you mean "apple"\?/],
    [['--fail-on', 'nothing'], /take error, warning, info, never/],
    [['--format', 'sariff'], /did you mean "sarif"\?/],
    [['--onlin'], /Did you mean "--online"\?/],
    [['--against', 'old.xml'], /--against goes with a feed/],
    [['one', 'two'], /what is "two"\?/],
  ])('%j is refused', (args, message) => {
    const { code, stdout, stderr } = show().run('check', ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })
})

test('--quiet says nothing but errors, and nothing at all if there is none', () => {
  const warnings = show({ [file]: numbered() })
  expect(warnings.run('check', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
  const broken = show({ [file]: numbered('season: spring\n') }).run('check', '--quiet')
  expect(broken.code).toBe(1)
  expect(broken.stdout).toContain('frontmatter/wrong-value')
  expect(broken.stdout).not.toContain('item-title-number')
})

test('a link that leads out of the show is told, and nothing shown of what it leads to', () => {
  const folder = show({ 'secret.txt': 'do not tell\n', 'shows/soil/podcast.yaml': flawless })
  mkdirSync(join(folder.dir, 'shows/soil/episodes'))
  symlinkSync('../../../secret.txt', join(folder.dir, 'shows/soil/episodes/roots.md'))
  for (const format of ['text', 'json', 'github', 'sarif', 'junit']) {
    const { stdout } = folder.run('check', 'shows/soil', '--format', format)
    expect(stdout).toContain('source/outside')
    expect(stdout).not.toContain('do not tell')
  }
})

describe('colours', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['are left out where no terminal is', {}, false],
    ['are printed if they are forced', { FORCE_COLOR: '1' }, true],
    ['are not printed if they are forced off', { FORCE_COLOR: '0' }, false],
    ['are not printed with NO_COLOR, whatever else is said', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('%s', (_name, env, hasColours) => {
    const { stdout, stderr } = run(['check', 'tests/shows/everything'], { env })
    expect(stdout.includes('\u001b[')).toBe(hasColours)
    expect(stderr).toBe('')
  })
})

test('lines keep to the width of the terminal', () => {
  const { stdout } = run(['check', 'tests/shows/everything'], { env: { COLUMNS: '80' } })
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

test.each(['check', 'explain'])('the help of %s keeps to 80 columns', (command) => {
  const { code, stdout } = run([command, '--help'])
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`^Usage: castwright ${command} `))
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})

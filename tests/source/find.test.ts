import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findEpisodes, readBytes, readLedger, readShow } from '../../src/source/find.ts'
import { plainSettings } from './a-show.ts'

let folder = ''
let showDir = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-find-'))
  showDir = join(folder, 'show')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), plainSettings)
  }
}
const link = (target: string, path: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  symlinkSync(target, join(folder, path))
}
const found = () => {
  const { files, diagnostics } = findEpisodes(showDir)
  return { files, problems: diagnostics.map(({ code, place }) => `${code} ${place?.file}`) }
}

describe('episodes', () => {
  test('are the Markdown files in the folder and below, sorted by code unit', () => {
    write(
      'show/episodes/b.md',
      'show/episodes/a.md',
      'show/episodes/2026/c.md',
      'show/episodes/B.md',
      'show/episodes/ä.md',
    )
    expect(found()).toEqual({
      files: ['episodes/2026/c.md', 'episodes/B.md', 'episodes/a.md', 'episodes/b.md', 'episodes/ä.md'],
      problems: [],
    })
  })

  test('are not what is hidden, led by an underscore, a README, or something else', () => {
    write('show/episodes/.a.md', 'show/episodes/.git/a.md', 'show/episodes/_index.md', 'show/episodes/_drafts/a.md')
    write('show/episodes/README.md', 'show/episodes/readme.md', 'show/episodes/a.mp3', 'show/episodes/a.md.txt')
    write('show/a.md', 'show/episodes/readme-first.md')
    expect(found()).toEqual({ files: ['episodes/readme-first.md'], problems: [] })
  })

  test('under another ending are mentioned', () => {
    write('show/episodes/a.MD', 'show/episodes/b.markdown')
    expect(found().files).toEqual([])
    expect(found().problems.sort()).toEqual([
      'source/not-markdown episodes/a.MD',
      'source/not-markdown episodes/b.markdown',
    ])
  })

  test('need their folder', () => {
    write('show/podcast.yaml')
    expect(found()).toEqual({ files: [], problems: ['source/no-episodes podcast.yaml'] })
    write('show/episodes')
    expect(found()).toEqual({ files: [], problems: ['source/no-episodes podcast.yaml'] })
  })
})

describe('links', () => {
  test('are followed within the show', () => {
    write('show/episodes/a.md', 'show/later/b.md', 'show/notes/c.md')
    link('../later', 'show/episodes/more')
    link(join(showDir, 'notes/c.md'), 'show/episodes/c.md')
    expect(found()).toEqual({ files: ['episodes/a.md', 'episodes/c.md', 'episodes/more/b.md'], problems: [] })
  })

  test('do not lead out of it', () => {
    write('outside/a.md', 'show-evil/b.md', 'show/episodes/ok.md', 'show/..c.md')
    link('../../outside/a.md', 'show/episodes/a.md')
    link(join(folder, 'show-evil'), 'show/episodes/evil')
    link('../..c.md', 'show/episodes/c.md')
    link('..', 'show/episodes/whole-show')
    expect(found()).toEqual({
      files: ['episodes/c.md', 'episodes/ok.md'],
      problems: ['source/outside episodes/a.md', 'source/outside episodes/evil', 'source/outside episodes/whole-show'],
    })
  })

  test('do not lead out of it in two steps', () => {
    write('outside/a.md', 'show/episodes/ok.md')
    link('../outside', 'show/way')
    link('../way/a.md', 'show/episodes/a.md')
    expect(found().problems).toEqual(['source/outside episodes/a.md'])
  })

  test('may go round in circles', () => {
    write('show/episodes/a/a.md', 'show/episodes/b/b.md')
    link('../b', 'show/episodes/a/to-b')
    link('../a', 'show/episodes/b/to-a')
    link('.', 'show/episodes/a/self')
    link('..', 'show/episodes/b/up')
    expect(found()).toEqual({ files: ['episodes/a/a.md', 'episodes/b/b.md'], problems: [] })
  })

  test('that lead nowhere are reported', () => {
    write('show/episodes/ok.md')
    link('nowhere.md', 'show/episodes/a.md')
    link('b.md', 'show/episodes/b.md')
    expect(found().problems).toEqual(['source/broken-link episodes/a.md', 'source/broken-link episodes/b.md'])
  })

  test('to what is not Markdown are not ours to judge', () => {
    write('outside/a.mp3', 'show/episodes/ok.md')
    link('../../outside/a.mp3', 'show/episodes/a.mp3')
    link('nowhere.mp3', 'show/episodes/b.mp3')
    expect(found()).toEqual({ files: ['episodes/ok.md'], problems: [] })
  })

  test('to the folder of episodes itself count too', () => {
    write('show/content/a.md', 'outside/b.md')
    link('content', 'show/episodes')
    expect(found()).toEqual({ files: ['episodes/a.md'], problems: [] })
    rmSync(join(showDir, 'episodes'))
    link('../outside', 'show/episodes')
    expect(found()).toEqual({ files: [], problems: ['source/outside episodes'] })
  })
})

describe('the show’s file', () => {
  test('is read', () => {
    write('show/podcast.yaml')
    expect(readShow(showDir).value?.title).toBe('Ferns')
  })
  test.each([
    ['there is no folder', [], 'source/no-folder'],
    ['the folder is a file', ['show'], 'source/no-folder'],
    ['the folder is empty', ['show/episodes/a.md'], 'source/no-show-file'],
    ['it has the other ending', ['show/podcast.yml'], 'source/no-show-file'],
    ['it is a folder', ['show/podcast.yaml/x'], 'file/unreadable'],
  ])('is missed where %s', (_, paths, code) => {
    write(...paths)
    expect(readShow(showDir)).toMatchObject({ value: undefined, diagnostics: [{ code }] })
  })
  test('is recognised by its other ending', () => {
    write('show/podcast.yml')
    expect(readShow(showDir).diagnostics[0]?.hint).toContain('podcast.yml')
  })
})

describe('other files', () => {
  test('are read as bytes, or are undefined', () => {
    write('show/episodes/a.md')
    expect(new TextDecoder().decode(readBytes(showDir, 'episodes/a.md'))).toBe(plainSettings)
    expect(readBytes(showDir, 'episodes/b.md')).toBeUndefined()
  })
  test('no ledger is an empty one; an unreadable one is an error', () => {
    expect(readLedger(showDir).value).toEqual({ version: 1, episodes: [] })
    write('show/podcast.ledger.json/x')
    expect(readLedger(showDir)).toMatchObject({ value: undefined, diagnostics: [{ code: 'file/unreadable' }] })
  })
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that may not be opened is an error',
    () => {
      write('show/episodes/closed/a.md')
      chmodSync(join(showDir, 'episodes/closed'), 0)
      expect(found().problems).toEqual(['file/unreadable episodes/closed'])
      chmodSync(join(showDir, 'episodes/closed'), 0o700)
    },
  )
})

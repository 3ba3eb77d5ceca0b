import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { showFolder } from './show-folder.ts'

const media = (name: string) => readFileSync(`tests/fixtures/media/${name}`)

test('new --audio takes from the file’s tags what the episode can say', () => {
  const show = showFolder({ 'audio/raw one.mp3': media('chapters-v24.mp3') })
  const { code, stdout, stderr } = show.run('new', '--audio', 'audio/raw one.mp3', '--date', '2026-03-01')
  expect([code, stderr]).toEqual([0, ''])
  const [file = ''] = stdout.split('\n')
  const text = show.read(file)
  expect(text).toMatch(/^title: ".+"$/m)
  expect(text).toMatch(/^audio: "\.\.\/audio\/raw one\.mp3"$/m)
  expect(text).toMatch(/^- 0:00 .+$/m)
  expect(show.run('build', '--drafts', '--quiet').stderr).not.toContain('error')
  const { chapters } = JSON.parse(show.read(`dist/chapters/${slugOf(file)}.json`)) as { chapters: unknown[] }
  expect(chapters.length).toBeGreaterThan(1)
})

const slugOf = (file: string): string => file.replace(/^.*\/2026-03-01-|\.md$/g, '')

test('a title that is written comes before that of the file', () => {
  const show = showFolder({ 'episodes/a.mp3': media('tone.mp3') })
  expect(show.run('new', 'My own title', '--audio', 'episodes/a.mp3', '--date', '2026-03-01').stdout).toBe(
    'episodes/2026-03-01-my-own-title.md\n',
  )
  expect(show.read('episodes/2026-03-01-my-own-title.md')).toMatch(/^title: "My own title"$[\s\S]*^audio: "a\.mp3"$/m)
})

test('without tags, the file’s name is the title', () => {
  const show = showFolder({ 'episodes/first rain.wav': media('tone.wav') })
  expect(show.run('new', '--audio', 'episodes/first rain.wav', '--date', '2026-03-01').stdout).toBe(
    'episodes/2026-03-01-first-rain.md\n',
  )
})

test.each([
  ['is not there', ['--audio', 'nowhere.mp3'], 'media/not-found'],
  ['lies outside the show', ['--audio', '/etc/hostname'], 'media/outside-show'],
  ['is no audio', ['--audio', 'podcast.yaml'], 'media/unreadable-audio'],
])('a file that %s is told, and nothing is written', (_name, args, code) => {
  const show = showFolder({})
  const run = show.run('new', ...args)
  expect([run.code, run.stdout, run.stderr]).toEqual([1, '', expect.stringContaining(`[${code}]`)])
  expect(show.exists('episodes')).toBe(false)
})

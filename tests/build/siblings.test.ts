import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isMainAudio, isRendition } from '../../src/build/renditions.ts'
import { folderIndex, siblingsOf } from '../../src/build/siblings.ts'

function folderWith(...paths: string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'castwright-siblings-'))
  onTestFinished(() => rmSync(dir, { recursive: true }))
  for (const path of paths) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), 'x')
  }
  return dir
}

const siblings = (dir: string, path: string, slug: string, folders: string[] = []) =>
  siblingsOf(folderIndex(dir), path, slug, folders).map(
    ({ path: file, part, extension }) => `${file} ${part} ${extension}`,
  )

const episode = 'episodes/2026-01-05-roots.md'

test.each([
  ['its own name', 'episodes/2026-01-05-roots.mp3'],
  ['its slug', 'episodes/roots.mp3'],
  ['its own name, in audio/ below', 'episodes/audio/2026-01-05-roots.mp3'],
  ['its slug, in audio/ beside', 'audio/roots.mp3'],
  ['its slug, in a folder that the show names', 'media/mp3/roots.mp3'],
])('a file with %s belongs to an episode', (_name, file) =>
  expect(siblings(folderWith(episode, file), episode, 'roots', ['media/mp3/'])).toEqual([`${file}  mp3`]),
)

test('what stands between name and extension is told apart', () =>
  expect(
    siblings(folderWith(episode, 'episodes/roots.low.mp3', 'episodes/roots.de.auto.VTT'), episode, 'roots'),
  ).toEqual(['episodes/roots.de.auto.VTT de.auto vtt', 'episodes/roots.low.mp3 low mp3']))

test.each([
  ['another name', 'episodes/stems.mp3'],
  ['a name that only begins alike', 'episodes/roots-2.mp3'],
  ['a hidden file', 'episodes/.roots.mp3'],
  ['the episode’s text itself', 'episodes/roots.md'],
  ['a folder that nobody names', 'elsewhere/roots.mp3'],
])('%s does not', (_name, file) => expect(siblings(folderWith(episode, file), episode, 'roots')).toEqual([]))

test('a file belongs to the episode with the longest name that fits', () => {
  const dir = folderWith('episodes/1.md', 'episodes/1.5.md', 'episodes/1.mp3', 'episodes/1.5.mp3')
  expect(siblings(dir, 'episodes/1.md', '1')).toEqual(['episodes/1.mp3  mp3'])
  expect(siblings(dir, 'episodes/1.5.md', '1.5')).toEqual(['episodes/1.5.mp3  mp3'])
})

test('links out of the show lead nowhere', () => {
  const outside = folderWith('roots.mp3')
  const dir = folderWith(episode)
  symlinkSync(outside, join(dir, 'audio'))
  symlinkSync(join(outside, 'roots.mp3'), join(dir, 'episodes/roots.mp3'))
  expect(siblings(dir, episode, 'roots')).toEqual([])
})

test('originals are taken where they are alone, and never published beside something else', () => {
  const sibling = (part: string, extension: string) => ({ path: `a.${extension}`, part, extension })
  expect(['mp3', 'opus', 'wav', 'flac', 'mp4', 'txt'].map((one) => isMainAudio(sibling('', one)))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
  ])
  expect(['mp3', 'opus', 'wav', 'flac', 'mp4', 'txt'].map((one) => isRendition(sibling('', one)))).toEqual([
    true,
    true,
    false,
    false,
    true,
    false,
  ])
  expect(isMainAudio(sibling('low', 'mp3'))).toBe(false)
})

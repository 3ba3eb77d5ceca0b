import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEmbeddedChapters, tagMp3 } from '../../src/media/embedded.ts'
import type { EpisodeTag } from '../../src/media/id3-write.ts'
import { mp3Duration } from '../../src/media/mp3.ts'
import { chaptersInMp4 } from '../../src/media/mp4-chapters.ts'
import type { Chapter } from '../../src/model/chapter.ts'
import { bytes, chapter, frame3, safeSize, tag } from './id3.ts'

const fixtures = join(import.meta.dirname, '../fixtures/media')
const fixture = (name: string): Buffer => readFileSync(join(fixtures, name))
const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-embedded-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(content: Uint8Array): string {
  const file = join(folder, 'episode')
  writeFileSync(file, content)
  return file
}

const soil: Chapter[] = [
  { start: 0, title: 'Intro' },
  { start: 0.5, title: 'Böden & Wurzeln' },
  { start: 1, end: 2, title: '🌱 مرحبا' },
]

const inFixtures: [string, Chapter[]][] = [
  ['chapters-v23.mp3', soil],
  ['chapters-v24.mp3', soil],
  // Two of the three chapters are equally long, which their table says once.
  ['chapters.m4a', soil],
  ['chapters-faststart.m4a', soil],
]
const chapterless = ['tone.mp3', 'tone.m4a', 'clip.mp4', 'broken.m4a', 'tone.opus', 'tone.flac', 'tone.wav', 'page.mp3']

test.each([...inFixtures, ...chapterless.map((name): [string, Chapter[]] => [name, []])])(
  'reads the chapters of %s',
  (name, expected) => {
    expect(readEmbeddedChapters(join(fixtures, name), name, place)).toEqual({ value: expected, diagnostics: [] })
  },
)

/** The M4A with one of its boxes under another name, so that players pass it over. */
function without(name: string): Buffer {
  const file = fixture('chapters.m4a')
  file.write('xxxx', file.indexOf(name), 'latin1')
  return file
}

test('reads the chapters of an M4A that has but one of the two kinds', () => {
  expect(readEmbeddedChapters(fileOf(without('chpl')), 'a.m4a', place).value).toEqual(soil)
  const withoutEnd = soil.map(({ start, title }) => ({ start, title }))
  expect(readEmbeddedChapters(fileOf(without('chap')), 'a.m4a', place).value).toEqual(withoutEnd)
})

test('takes a chapter of an M4A without a title for a gap', () => {
  const file = fixture('chapters.m4a')
  // In the sound's box, where the text track's samples are: a length of 0 in place of the title's.
  file.writeUInt16BE(0, file.indexOf('Böden') - 2)
  const [intro, , last] = soil
  const expected = [{ ...intro, end: 0.5 }, last]
  expect(readEmbeddedChapters(fileOf(file), 'a.m4a', place).value).toEqual(expected)
})

test('reads the link of a chapter of an M4A', () => {
  const file = fixture('chapters.m4a')
  // The text track is the last one, and all its samples lie together at the start of the sound: with another first
  // sample they move to the end of the file.
  const sizes = file.lastIndexOf('stsz') + 16
  const chunks = file.lastIndexOf('stco') + 12
  const from = file.readUInt32BE(chunks) + file.readUInt32BE(sizes)
  const others = file.subarray(from, from + file.readUInt32BE(sizes + 4) + file.readUInt32BE(sizes + 8))
  const url = 'https://example.com/'
  const sample = bytes([0, 5], 'Intro', [0, 0, 0, 14 + url.length], 'href', [0, 0, 0, 5, url.length], url, [0])
  const end = Buffer.concat([file, sample, others])
  end.writeUInt32BE(sample.length, sizes)
  end.writeUInt32BE(file.length, chunks)
  const [, ...rest] = soil
  const expected = [{ start: 0, title: 'Intro', url }, ...rest]
  expect(readEmbeddedChapters(fileOf(end), 'a.m4a', place).value).toEqual(expected)
})

test('says that tags are damaged, and reads the chapters before', () => {
  const head = tag(3, bytes(frame3('CHAP', chapter('a', 0, 9, frame3('TIT2', bytes([0], 'A')))), 'TIT2', [9, 9, 9, 9]))
  const { value, diagnostics } = readEmbeddedChapters(fileOf(bytes(head, fixture('tone.mp3'))), 'a.mp3', place)
  expect(value).toEqual([{ start: 0, end: 0.009, title: 'A' }])
  expect(diagnostics).toMatchObject([{ code: 'media/damaged-tags', severity: 'warning', place }])
})

test('does not take a tag of version 2.2 for damaged: it can have no chapters', () => {
  const head = bytes(tag(2, bytes('TT2', [0, 0, 2, 0], 'A')), fixture('tone.mp3'))
  expect(readEmbeddedChapters(fileOf(head), 'a.mp3', place)).toEqual({ value: [], diagnostics: [] })
})

test('says that a file can’t be read', () => {
  const gone = join(folder, 'gone.mp3')
  const expected = { value: undefined, diagnostics: [{ code: 'media/unreadable-audio', severity: 'error', place }] }
  expect(readEmbeddedChapters(gone, 'gone.mp3', place)).toMatchObject(expected)
  expect(tagMp3(gone, 'gone.mp3', place, episode)).toMatchObject(expected)
})

test('takes any damage of an M4A', () => {
  const whole = fixture('chapters.m4a')
  const from = whole.indexOf('moov')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: from, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 })), {
        minLength: 1,
        maxLength: 20,
      }),
      fc.integer({ min: 0, max: whole.length }),
      (changes, length) => {
        const file = Buffer.from(whole)
        for (const [at, byte] of changes) file[at] = byte
        const cut = file.subarray(0, length)
        const read = (offset: number, size: number) => cut.subarray(offset, offset + size)
        for (const { title } of chaptersInMp4(read, cut.length)) expect(title).not.toBe('')
      },
    ),
    { numRuns: 500 },
  )
})

const episode: EpisodeTag = {
  title: 'Soil',
  show: 'Ground Floor',
  date: '2026-03-31',
  chapters: [{ start: 0.25, title: 'Worms' }],
  duration: 1,
}

test.each(['tone.mp3', 'chapters-v23.mp3', 'chapters-v24.mp3', 'nested.mp3', 'cbr-no-header.mp3'])(
  'gives %s a new head, and leaves all after it',
  (name) => {
    copyFileSync(join(fixtures, name), join(folder, name))
    const { value, diagnostics } = tagMp3(join(folder, name), name, place, episode)
    expect(diagnostics).toEqual([])
    if (value === undefined) throw new Error('no value')
    const source = fixture(name)
    const audio = source.subarray(value.skip)
    const copy = Buffer.concat([value.head, audio])
    expect(copy.length).toBe(value.length)
    expect(readFileSync(join(folder, name)).equals(source)).toBe(true)
    // What is left starts with audio, and no old tag is before it.
    expect([audio[0], (audio[1] ?? 0) & 0xe0]).toEqual([0xff, 0xe0])
    const seconds = (file: Buffer, start: number) =>
      mp3Duration((offset, length) => file.subarray(offset, offset + length), start, file.length)
    expect(seconds(copy, value.head.length)).toBe(seconds(source, value.skip))
    expect(readEmbeddedChapters(fileOf(copy), name, place).value).toEqual([{ start: 0.25, end: 1, title: 'Worms' }])
  },
)

test('puts the new head in place of all tags before the sound, and says which ones after it may contradict', () => {
  const named = tag(3, frame3('TIT2', bytes([0], 'Old')))
  const sound = fixture('cbr-no-header.mp3')
  const old1 = bytes('TAG', 'Old title'.padEnd(30, '\0'), new Array(95).fill(0))
  const source = bytes(named, named, sound, old1)
  const { value } = tagMp3(fileOf(source), 'a.mp3', place, episode)
  if (value === undefined) throw new Error('no value')
  expect(value).toMatchObject({ skip: 2 * named.length, tail: 128, length: value.head.length + sound.length + 128 })
  const copy = bytes(value.head, source.subarray(value.skip, source.length - value.tail))
  expect(copy).toEqual(bytes(value.head, sound))
})

const old = bytes(tag(2, bytes('TT2', [0, 0, 2, 0], 'A')), fixture('tone.mp3'))
const endless = bytes('ID3', [3, 0, 0], safeSize(100_000), 'TIT2', fixture('tone.mp3'))

test.each([
  ['an M4A', fixture('tone.m4a'), 'media/not-taggable'],
  ['a FLAC', fixture('tone.flac'), 'media/not-taggable'],
  ['an MP3 with tags of version 2.2', old, 'media/tags-kept'],
  ['an MP3 whose tag has no end', endless, 'media/tags-kept'],
])('leaves %s as it is, and says so', (_name, content, code) => {
  const { value, diagnostics } = tagMp3(fileOf(content), 'a', place, episode)
  expect(value).toEqual({ head: new Uint8Array(), skip: 0, tail: 0, length: content.length })
  expect(diagnostics).toMatchObject([{ code, severity: 'warning', place }])
})

import { expect, test } from 'vitest'
import { contradictingTail, soundStart, tailTags } from '../../src/media/tags-around.ts'
import { bytes, frame3, frame4, safeSize, tag } from './id3.ts'

const little = (value: number): number[] => [0, 8, 16, 24].map((bit) => (value >>> bit) & 255)
const zeros = (count: number): number[] => new Array(count).fill(0)

const id3v1 = bytes('TAG', 'Old title'.padEnd(30, '\0'), zeros(95))
const extended = bytes('TAG+', 'Old long title', zeros(227 - 18), id3v1)

/** @see APEv2 specification */
function ape(items: Readonly<Record<string, string>>, withHeader: boolean): Uint8Array {
  const list = Object.entries(items).map(([name, value]) => bytes(little(value.length), little(0), name, [0], value))
  const body = bytes(...list)
  const line = (flags: number): Uint8Array =>
    bytes('APETAGEX', little(2000), little(body.length + 32), little(list.length), little(flags), zeros(8))
  return withHeader ? bytes(line(0xa0000000), body, line(0x80000000)) : bytes(body, line(0))
}
const described = ape({ Title: 'Old', REPLAYGAIN_TRACK_GAIN: '-3 dB' }, true)
const pictured = ape({ 'Cover Art (front)': 'cover.png\0'.padEnd(5000, 'x') }, false)
const gain = ape({ REPLAYGAIN_TRACK_GAIN: '-3 dB', mp3gain_undo: '+1' }, true)

const begun = bytes('LYRICSBEGIN', 'LYR00009Old words')
const lyrics = bytes(begun, String(begun.length).padStart(6, '0'), 'LYRICS200')
const lyrics1 = bytes('LYRICSBEGIN', 'Old words', 'LYRICSEND')

const frames = frame4('TIT2', bytes([0], 'Old'))
const atEnd = bytes(tag(4, frames, 0x10), '3DI', [4, 0, 0x10], safeSize(frames.length))

const sound = bytes([0xff, 0xfb, 0x90, 0x64], zeros(2000))
const around = (...tail: readonly Uint8Array[]) => {
  const file = bytes(sound, ...tail)
  return { file, readAt: (offset: number, length: number) => file.subarray(offset, offset + length) }
}

test.each([
  ['nothing', [], []],
  ['ID3v1', [id3v1], ['id3v1']],
  ['extended ID3v1', [extended], ['id3v1']],
  ['APE with a header', [described], ['ape']],
  ['APE without a header', [pictured], ['ape']],
  ['Lyrics3 before ID3v1', [lyrics, id3v1], ['id3v1', 'lyrics3']],
  ['Lyrics3 of the first version', [lyrics1, id3v1], ['id3v1', 'lyrics3']],
  ['ID3v2 at the end', [atEnd], ['id3v2']],
  ['all of them', [gain, described, lyrics, atEnd, extended], ['id3v1', 'id3v2', 'lyrics3', 'ape', 'ape']],
])('finds %s after the sound', (_name, tail, kinds) => {
  const { file, readAt } = around(...tail)
  const found = tailTags(readAt, 0, file.length)
  expect(found.map(({ kind }) => kind)).toEqual(kinds)
  expect(found.at(-1)?.from ?? file.length).toBe(sound.length)
})

test.each([
  ['an APE tag that is longer than the file', bytes('APETAGEX', little(2000), little(90_000), little(1), zeros(12))],
  ['an APE tag that is shorter than itself', bytes('APETAGEX', little(2000), little(3), little(1), zeros(12))],
  ['lyrics that are longer than the file', bytes('999999LYRICS200')],
  ['lyrics without a start', bytes('Old words', 'LYRICSEND')],
  ['an ID3v2 footer without a tag', bytes('3DI', [4, 0, 0x10], safeSize(20))],
])('does not believe %s', (_name, tail) => {
  const { file, readAt } = around(tail)
  expect(tailTags(readAt, 0, file.length)).toEqual([])
})

test('leaves the sound alone, whatever a tag says', () => {
  const { file, readAt } = around(described)
  expect(tailTags(readAt, sound.length + 1, file.length)).toEqual([])
})

test.each([
  ['ID3v1', [id3v1], id3v1.length],
  ['APE with a title', [described], described.length],
  ['APE with a cover', [pictured], pictured.length],
  ['Lyrics3', [lyrics, id3v1], lyrics.length + id3v1.length],
  ['ID3v2', [atEnd], atEnd.length],
  // How loud it is stays true under any title.
  ['APE with loudness only', [gain], 0],
  ['ID3v1 after that', [gain, id3v1], id3v1.length],
  ['nothing', [], 0],
])('says how much of the end may contradict a new tag: %s', (_name, tail, expected) => {
  const { file, readAt } = around(...tail)
  expect(contradictingTail(readAt, 0, file.length)).toBe(expected)
})

test('finds the sound after several tags', () => {
  const one = tag(3, frame3('TIT2', bytes([0], 'One')))
  const head = bytes(one, one, described, sound)
  const readAt = (offset: number, length: number) => head.subarray(offset, offset + length)
  expect(soundStart(head.subarray(0, 100), readAt)).toBe(2 * one.length + described.length)
  expect(soundStart(sound, readAt)).toBe(0)
})

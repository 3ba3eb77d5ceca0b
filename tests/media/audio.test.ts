import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAudio } from '../../src/media/audio.ts'

const fixtures = join(import.meta.dirname, '../fixtures/media')
const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'castwright-audio-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads a fixture, if asked under another name. */
async function read(fixture: string, name = fixture) {
  copyFileSync(join(fixtures, fixture), join(folder, name))
  const { value, diagnostics } = await readAudio(join(folder, name), name, place)
  return {
    value,
    codes: diagnostics.map(({ code }) => code),
    places: diagnostics.map((diagnostic) => diagnostic.place),
  }
}

// The seconds are those of all frames in the file; a player may skip some hundredths at the start,
// which the encoder added.
test.each([
  ['tone.mp3', 'audio/mpeg', 1.045, []],
  ['cbr-no-header.mp3', 'audio/mpeg', 1.045, []],
  ['vbr-no-header.mp3', 'audio/mpeg', 4.049, []],
  ['joined.mp3', 'audio/mpeg', 2.116, []],
  ['tone.m4a', 'audio/x-m4a', 2.023, []],
  ['clip.mp4', 'video/mp4', 1.046, []],
  ['tone.opus', 'audio/ogg', 2, ['media/not-apple-audio']],
  ['tone.flac', 'audio/flac', 1, ['media/not-apple-audio']],
  ['tone.wav', 'audio/wav', 1, ['media/not-apple-audio']],
])('%s is %s and plays %d s', async (fixture, type, duration, codes) => {
  const { size } = statSync(join(fixtures, fixture))
  expect(await read(fixture)).toMatchObject({ value: { length: size, type, duration }, codes })
})

test.each([
  ['m4a-named.mp3', 'm4a-named.mp3', 'audio/x-m4a'],
  ['tone.mp3', 'tone.m4a', 'audio/mpeg'],
  ['tone.mp3', 'tone', 'audio/mpeg'],
  ['tone.m4a', 'tone.m4b', 'audio/x-m4a'],
  ['tone.m4a', 'sound.mp4', 'audio/x-m4a'],
])('%s under the name %s is %s, with a warning', async (fixture, name, type) => {
  expect(await read(fixture, name)).toMatchObject({
    value: { type },
    codes: ['media/wrong-extension'],
    places: [place],
  })
})

test.each([
  ['clip.mp4', 'clip.m4v', 'video/x-m4v'],
  ['clip.mp4', 'clip.mov', 'video/quicktime'],
  // An M4A may have a picture track: the pictures of its chapters.
  ['clip.mp4', 'clip.m4a', 'audio/x-m4a'],
  ['tone.mp3', 'TONE.MP3', 'audio/mpeg'],
  ['tone.mp3', 'Tone #5?.mp3', 'audio/mpeg'],
])('%s may be named %s: it is %s', async (fixture, name, type) => {
  expect(await read(fixture, name)).toMatchObject({ value: { type }, codes: [] })
})

test.each(['broken.mp3', 'broken.m4a', 'page.mp3', 'cover-1400.jpg', 'cover-1400.png'])(
  'does not take %s for audio',
  async (fixture) => {
    expect(await read(fixture)).toEqual({ value: undefined, codes: ['media/unreadable-audio'], places: [place] })
  },
)

test('says that a file which can’t be opened is unreadable', async () => {
  const { value, diagnostics } = await readAudio(join(folder, 'gone.mp3'), 'gone.mp3', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-audio', severity: 'error', place }])
})

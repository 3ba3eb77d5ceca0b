import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

test.each([
  ['tone.mp3', 'audio/mpeg', 1.045, []],
  ['vbr-no-header.mp3', 'audio/mpeg', 4.049, []],
  ['tone.m4a', 'audio/x-m4a', 2, []],
  ['tags.m4a', 'audio/x-m4a', 1.5, []],
  ['clip.mp4', 'video/mp4', 1, []],
  ['film.mov', 'video/quicktime', 2, []],
  ['tone.opus', 'audio/ogg', 2, ['media/not-apple-audio']],
  ['said.ogg', 'audio/ogg', 1.5, ['media/not-apple-audio']],
  ['said.aac', 'audio/aac', 1.6, ['media/not-apple-audio']],
  ['tone.flac', 'audio/flac', 1, ['media/not-apple-audio']],
  ['tone.wav', 'audio/wav', 1, ['media/not-apple-audio']],
  ['said.aiff', 'audio/aiff', 1.5, ['media/not-apple-audio']],
  ['said.webm', 'audio/webm', 1.508, ['media/not-apple-audio']],
  ['film.webm', 'video/webm', 2.007, ['media/not-apple-audio']],
  ['film.mkv', 'video/x-matroska', 2.064, ['media/not-apple-audio']],
  ['film.ogv', 'video/ogg', 1.5, ['media/not-apple-audio']],
])('%s is %s and plays %d s', async (fixture, type, duration, codes) => {
  const { size } = statSync(join(fixtures, fixture))
  expect(await read(fixture)).toMatchObject({ value: { length: size, type, duration }, codes })
})

test('tells the bit rate, and the height of a picture', async () => {
  expect((await read('film.mp4')).value).toMatchObject({ bitrate: 17580, height: 48 })
  const { value } = await read('tone.mp3')
  expect(value).toMatchObject({ bitrate: 64000 })
  expect(value).not.toHaveProperty('height')
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
  // A picture track may be for the chapters of an M4A, though nothing says so.
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

test('says no height of what is named as sound only', async () => {
  expect((await read('clip.mp4', 'clip.m4a')).value).not.toHaveProperty('height')
})

test.each([
  ['page.mp3', 'a web page'],
  ['cover-1400.jpg', 'a picture'],
])('says what %s is instead: %s', async (fixture, kind) => {
  const { diagnostics } = await readAudio(join(fixtures, fixture), fixture, place)
  expect(diagnostics[0]?.message).toContain(kind)
})

test('says that a file is empty', async () => {
  writeFileSync(join(folder, 'empty.mp3'), '')
  const { value, diagnostics } = await readAudio(join(folder, 'empty.mp3'), 'empty.mp3', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-audio', severity: 'error', place }])
  expect(diagnostics[0]?.message).toContain('empty')
})

/** As an interrupted copy leaves it. */
const most = (name: string): Buffer => {
  const whole = readFileSync(join(fixtures, name))
  return whole.subarray(0, Math.round(whole.length * 0.8))
}

// Where the sound itself tells how much of it is there, the playing time is that.
test.each([
  ['chapters-faststart.m4a', 2, 73],
  ['tone.wav', 0.799, 79],
  ['said.aiff', 1.199, 79],
  ['film.webm', 2.007, 75],
  ['tone.flac', 0.432, 43],
])('says that %s is cut off after four fifths of it', async (name, duration, percent) => {
  writeFileSync(join(folder, name), most(name))
  const { value, diagnostics } = await readAudio(join(folder, name), name, place)
  expect(value?.duration).toBe(duration)
  const [found] = diagnostics.filter(({ code }) => code === 'media/cut-off')
  expect(found).toMatchObject({ severity: 'warning', place })
  expect(found?.message).toContain(`${percent} %`)
})

test('says that a file which can’t be opened is unreadable', async () => {
  const { value, diagnostics } = await readAudio(join(folder, 'gone.mp3'), 'gone.mp3', place)
  expect(value).toBeUndefined()
  expect(diagnostics).toMatchObject([{ code: 'media/unreadable-audio', severity: 'error', place }])
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAudio } from '../../src/media/audio.ts'
import { httpClient } from '../../src/media/http.ts'
import { measure } from '../../src/media/measure.ts'
import { probeAudio } from '../../src/media/probe.ts'
import type { ProbedMedia } from '../../src/media/probed.ts'
import {
  adts,
  adtsSeconds,
  aiff,
  cutOff,
  cycleSeconds,
  doublingMp3,
  fixture,
  flac,
  frameSeconds,
  id3,
  id3v1,
  joined,
  type Made,
  m4a,
  noted,
  opus,
  steadyMp3,
  varyingMp3,
  wav,
  webm,
} from './made.ts'
import { counting, file } from './remote.ts'
import { serve } from './web.ts'

const KiB = 1024
const MiB = 1024 * KiB
const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }

const folder = join(import.meta.dirname, '../fixtures/media')
const audio = /\.(?:mp3|m4a|mp4|mov|aac|ogg|opus|flac|wav|aiff|webm|mka)$/
const fixtures = readdirSync(folder).filter((name) => audio.test(name))

/** Of frames of MP3, about an hour. */
const hour = 137_813

/** Playing time in seconds; with how many requests, and how many bytes at most, that is found out. */
const long: Readonly<Record<string, readonly [content: Made, duration: number, asked: number, most: number]>> = {
  'noted.mp3': [noted('Info', hour, steadyMp3(hour)), hour * frameSeconds, 3, 80 * KiB],
  'noted-behind-cover.mp3': [
    joined(id3(3 * MiB), noted('Xing', 14 * 9000, varyingMp3(9000)), id3v1),
    9000 * cycleSeconds,
    4,
    150 * KiB,
  ],
  'steady.mp3': [steadyMp3(hour), hour * frameSeconds, 7, 400 * KiB],
  'steady-behind-cover.mp3': [joined(id3(1500 * KiB), steadyMp3(hour), id3v1), hour * frameSeconds, 8, 400 * KiB],
  'unpadded.mp3': [steadyMp3(hour, false), hour * frameSeconds, 7, 400 * KiB],
  'varying-trailer.mp3': [varyingMp3(500), 500 * cycleSeconds, 10, 4 * MiB],
  'varying-jingle.mp3': [varyingMp3(40), 40 * cycleSeconds, 3, 320 * KiB],
  'movie-first.m4a': [m4a(3600, 'start', 60 * MiB), 3600, 4, 300 * KiB],
  'movie-last.m4a': [m4a(7200, 'end', 115 * MiB), 7200, 4, 300 * KiB],
  'last-page.opus': [opus(1800), 1800, 3, 300 * KiB],
  'head.flac': [flac(5400, 300 * MiB), 5400, 4, 400 * KiB],
  'head.wav': [wav(3600), 3600, 3, 200 * KiB],
  'head.aiff': [aiff(3600), 3600, 2, 200 * KiB],
  'head.webm': [webm(3600, 40 * MiB), 3600, 2, 80 * KiB],
  'trailer.aac': [adts(5000), 5000 * adtsSeconds, 4, 2 * MiB],
}

const cut = cutOff(noted('Info', hour, steadyMp3(hour)), 30 * MiB)

const web = serve({
  ...Object.fromEntries(fixtures.map((name) => [`/${name}`, file(fixture(name), { 'Content-Type': '' })])),
  ...Object.fromEntries(Object.entries(long).map(([name, [content]]) => [`/long/${name}`, file(content)])),
  '/odd/varying.mp3': file(varyingMp3(hour / 14)),
  '/odd/joined.mp3': file(joined(steadyMp3(hour), id3(100_000), steadyMp3(hour))),
  '/odd/joined-shorter.mp3': file(joined(steadyMp3(10_000), id3(100_000), steadyMp3(10_000))),
  '/odd/long.aac': file(adts(20_000), { 'Content-Type': 'audio/aac' }),
  '/odd/doubling.mp3': file(doublingMp3(20_000)),
  '/odd/joined.opus': file(joined(opus(600, 1), opus(600, 2)), { 'Content-Type': 'audio/ogg' }),
  '/odd/cut-off.mp3': file(cut),
  '/odd/cut-off.m4a': file(cutOff(m4a(3600, 'end', 60 * MiB), 50 * MiB)),
})

const client = httpClient({ allowPrivate: true, retries: 0 })
const codesIn = (diagnostics: readonly { readonly code: string }[]) => diagnostics.map(({ code }) => code)

describe('says of a file on the web what is said of one that lies here', () => {
  test.each(fixtures)('%s', async (name) => {
    const local = await readAudio(join(folder, name), name, place)
    const { value, diagnostics } = await probeAudio(client, web.at(`/${name}`), { place })
    const { etag, ...facts }: Partial<ProbedMedia> = value ?? {}
    expect(value && facts).toEqual(local.value)
    const refused = name === 'page.mp3' ? 'probe/web-page' : 'probe/not-audio'
    const wanted = codesIn(local.diagnostics).map((code) => (code === 'media/unreadable-audio' ? refused : code))
    expect(codesIn(diagnostics).filter((code) => code !== 'probe/served-type')).toEqual(wanted)
    for (const diagnostic of diagnostics) expect(diagnostic.place).toEqual(place)
  })
})

describe('reads little of a long file', () => {
  test.each(Object.keys(long))('%s', async (name) => {
    const [content, duration, asked, most] = long[name] as (typeof long)[string]
    const counter = counting(client)
    const { value, diagnostics } = await probeAudio(counter, web.at(`/long/${name}`))
    expect(value).toMatchObject({ length: content.size, etag: '"1"' })
    expect(value?.duration).toBeCloseTo(duration, 2)
    expect(
      codesIn(diagnostics).filter((code) => !['probe/served-type', 'media/not-apple-audio'].includes(code)),
    ).toEqual([])
    expect(counter.asked()).toBe(asked)
    expect(counter.read()).toBeLessThan(most)
  })
})

describe('does not guess silently', () => {
  const probe = (name: string, maxBytes?: number) => probeAudio(counting(client), web.at(`/odd/${name}`), { maxBytes })

  test.each([
    ['varying.mp3', 'audio/mpeg'],
    ['joined.mp3', 'audio/mpeg'],
    ['doubling.mp3', 'audio/mpeg'],
    ['joined.opus', 'audio/ogg'],
    ['long.aac', 'audio/aac'],
  ])('%s has no duration, and that is said', async (name, type) => {
    const { value, diagnostics } = await probe(name)
    expect(value).toMatchObject({ type, length: expect.any(Number) })
    expect(value).not.toHaveProperty('duration')
    expect(value).not.toHaveProperty('bitrate')
    expect(codesIn(diagnostics)).toContain('probe/no-duration')
  })

  test('the guess is in the message alone', async () => {
    const { diagnostics } = await probe('varying.mp3')
    expect(diagnostics[0]?.message).toMatch(/It may be about (?:5[89]:|1:0[012]:)\d\d\.$/)
  })

  test.each([
    ['joined.opus', 1200 * KiB, undefined],
    ['joined.opus', 300 * KiB, 300 * KiB],
    ['varying.mp3', 100 * KiB, 100 * KiB],
    ['varying.mp3', 10 * KiB, 10 * KiB],
  ])('no more of %s is read than %d bytes', async (name, most, maxBytes) => {
    const counter = counting(client)
    const { value, diagnostics } = await probeAudio(counter, web.at(`/odd/${name}`), { maxBytes })
    expect(value).not.toHaveProperty('duration')
    expect(codesIn(diagnostics)).toContain('probe/no-duration')
    expect(counter.read()).toBeLessThanOrEqual(most)
  })

  test('who allows more to be read is told the time', async () => {
    const { value, diagnostics } = await probe('long.aac', 16 * MiB)
    expect(value?.duration).toBeCloseTo(20_000 * adtsSeconds, 2)
    expect(codesIn(diagnostics)).toEqual(['media/not-apple-audio'])
  })

  test('where two recordings are joined, all frames are counted', async () => {
    const { value } = await probe('joined-shorter.mp3', 16 * MiB)
    expect(value?.duration).toBeCloseTo(2 * 10_000 * frameSeconds, 2)
  })

  test('an MP3 that is cut off plays as long as what is left', async () => {
    const { value, diagnostics } = await probe('cut-off.mp3')
    const all = measure(cut.bytes, cut.size)
    expect(value?.duration).toBeCloseTo((30 * MiB) / 16_000, 1)
    expect(value?.duration).toBe('duration' in all ? all.duration : undefined)
    expect(codesIn(diagnostics)).toEqual(['media/cut-off'])
  })

  test('an M4A that is cut off plays nowhere', async () => {
    const { value, diagnostics } = await probe('cut-off.m4a')
    expect(value).toBeUndefined()
    expect(codesIn(diagnostics)).toEqual(['probe/not-audio'])
    expect(diagnostics[0]?.message).toContain('cut off')
  })
})

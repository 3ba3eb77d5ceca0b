import { describe, expect, test } from 'vitest'
import { type HttpClient, httpClient } from '../../src/media/http.ts'
import { type ProbeOptions, probeAudio } from '../../src/media/probe.ts'
import type { ProbedMedia } from '../../src/media/probed.ts'
import {
  filled,
  fixture,
  frameSeconds,
  id3,
  joined,
  type Made,
  m4a,
  made,
  noted,
  steadyMp3,
  varyingMp3,
} from './made.ts'
import { counting, file, headOf, inTurn, status, unended, whole } from './remote.ts'
import { type Route, redirect, serve, silent } from './web.ts'

const KiB = 1024
const MiB = 1024 * KiB

const frames = 40_000
const seconds = frames * frameSeconds
const steady = steadyMp3(frames)
const withNote = noted('Info', frames, steady)
const page = made(Buffer.from(`<!doctype html><title>Oh no</title>${'.'.repeat(2000)}`))

/** Only ranges are answered in this way. */
const rangesOf =
  (ranged: Route, other: Route): Route =>
  (response, request) =>
    (request.headers.range === undefined ? other : ranged)(response, request)

/** Sends this range, whatever was asked for. */
const part =
  (range: string, body: Made, headers: Record<string, string> = {}): Route =>
  (response) =>
    response
      .writeHead(206, { 'Content-Type': 'audio/mpeg', 'Content-Range': range, ...headers })
      .end(body.bytes(0, body.size))

/** Begins with the range that was asked for, and breaks off. */
const breaksOff =
  (content: Made): Route =>
  (response, request) => {
    const [, first = ''] = /^bytes=(\d+)-/.exec(request.headers.range ?? '') ?? []
    const range = `bytes ${first}-${Number(first) + 8191}/${content.size}`
    response.writeHead(206, { 'Content-Range': range, 'Content-Length': 8192, ETag: '"1"' })
    response.write('some', () => setImmediate(() => response.socket?.resetAndDestroy()))
  }

/** Sends no more than so many bytes at once. */
const sparing =
  (most: number, content: Made): Route =>
  (response, request) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    const range = `bytes=${first}-${Math.min(Number(last), Number(first) + most - 1)}`
    if (first !== undefined) request.headers.range = range
    file(content)(response, request)
  }

/** Says that the file is longer than it is. */
const boasting =
  (content: Made, size: number): Route =>
  (response, request) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (first === undefined) return headOnly(size)(response, request)
    if (Number(first) >= content.size) return response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end()
    const body = content.bytes(Number(first), Number(last) + 1 - Number(first))
    const range = `bytes ${first}-${Number(first) + body.length - 1}/${size}`
    response.writeHead(206, { 'Content-Type': 'audio/mpeg', 'Content-Range': range, ETag: '"1"' }).end(body)
  }

const headOnly =
  (size: number): Route =>
  (response) =>
    response.writeHead(200, { 'Content-Type': 'audio/mpeg', 'Content-Length': size, ETag: '"1"' }).end()

const named = (etag: string, content = withNote): Route => file(content, { ETag: etag })
const dated = (lastModified: string, content = withNote): Route =>
  file(content, { ETag: '', 'Last-Modified': lastModified })

/** A script that gives the time of its answer as that of the file. */
const always = (content: Made): Route => {
  let count = 0
  return (response, request) => {
    const date = `Mon, 23 Feb 2026 10:00:0${count++} GMT`
    file(content, { ETag: '', Date: date, 'Last-Modified': date })(response, request)
  }
}

const fine: Route = file(withNote)
const full = {
  length: withNote.size,
  type: 'audio/mpeg',
  duration: Math.round(seconds * 1000) / 1000,
  bitrate: 128_000,
}
const { duration: _, bitrate: __, ...lengthOnly } = full
const fromSteady = { ...full, length: steady.size }

interface Row {
  readonly route: Route
  readonly value?: Partial<ProbedMedia> | undefined
  readonly codes?: readonly string[]
  /** How much may be read. */
  readonly most?: number
}

/** What servers do, and what is made of it. */
const rows: Readonly<Record<string, Row>> = {
  'answers well': { route: fine, value: full },
  'has something else before the sound': {
    route: file(joined(filled(100_000), varyingMp3(2000))),
    value: { length: 100_000 + varyingMp3(2000).size, type: 'audio/mpeg' },
    codes: ['probe/no-duration'],
  },
  'has no ETag': { route: file(withNote, { ETag: '' }), value: full },
  'refuses HEAD': { route: headOf(status(405), fine), value: full },
  'does not find anything by HEAD': { route: headOf(status(404), fine), value: full },
  'breaks off at HEAD': { route: headOf((response) => response.socket?.resetAndDestroy(), fine), value: full },
  'says another length by HEAD': { route: headOf(headOnly(5), fine), value: full, codes: ['probe/head-length'] },
  'says no length by HEAD': { route: headOf(status(200), fine), value: full },

  'sends the whole, whatever is asked for': { route: whole(withNote), value: full, most: 80 * KiB },
  'sends the whole, in which the note stands behind a cover': {
    route: whole(joined(id3(400 * KiB), withNote)),
    value: { ...full, length: withNote.size + 400 * KiB + 10 },
    most: 600 * KiB,
  },
  'sends the whole of what must be looked at in its middle': {
    route: whole(steady),
    value: { ...lengthOnly, length: steady.size },
    codes: ['probe/no-duration'],
    most: 80 * KiB,
  },
  'sends the whole of a short file': {
    route: whole(steadyMp3(5000)),
    value: { ...full, length: steadyMp3(5000).size, duration: 130.612 },
    most: 3 * MiB,
  },
  'sends the whole of a short file whose head stands at its end': {
    route: whole(m4a(60, 'end', 2 * MiB), { 'Content-Type': 'audio/mp4' }),
    value: { type: 'audio/x-m4a', duration: 60 },
    codes: ['media/wrong-extension'],
    most: 4 * MiB,
  },
  'sends the whole of little sound behind a large cover': {
    route: whole(joined(id3(600 * KiB), steadyMp3(100))),
    value: { length: 600 * KiB + 10 + steadyMp3(100).size, duration: 2.612 },
    most: 2 * MiB,
  },
  'sends the whole of sound behind a cover of more than may be read': {
    route: whole(joined(id3(5 * MiB), withNote)),
    value: { length: 5 * MiB + 10 + withNote.size, type: 'audio/mpeg' },
    codes: ['probe/no-duration'],
    most: 80 * KiB,
  },
  'sends the whole of a long file whose head stands at its end': {
    route: whole(m4a(3600, 'end', 50 * MiB), { 'Content-Type': 'audio/mp4' }),
    value: { type: 'audio/x-m4a' },
    codes: ['media/wrong-extension', 'probe/no-duration'],
    most: 80 * KiB,
  },
  'refuses ranges': { route: rangesOf(status(416), whole(withNote)), value: full },
  'sends the wrong part': {
    route: rangesOf(part(`bytes 5-9/${withNote.size}`, filled(5)), whole(withNote)),
    value: full,
  },
  'sends a part without saying which': { route: rangesOf(part('', filled(5)), whole(withNote)), value: full },
  'does not say how long the whole is when it sends a part': {
    route: rangesOf(part('bytes 0-65535/*', filled(64 * KiB)), whole(withNote)),
    value: full,
  },
  'sends parts in compressed form': {
    route: rangesOf(part(`bytes 0-4/${withNote.size}`, filled(5), { 'Content-Encoding': 'br' }), whole(withNote)),
    value: full,
  },
  'sends less than is asked for': { route: sparing(9000, steady), value: fromSteady },
  'sends one byte at a time': { route: sparing(1, steady), codes: ['probe/wrong-part'] },
  'sends other parts than are asked for': {
    route: inTurn(file(steady), file(steady), part(`bytes 5-65540/${steady.size}`, filled(65_536))),
    codes: ['probe/wrong-part'],
  },
  'sends parts with nothing in them': {
    route: inTurn(file(steady), file(steady), (response, request) => {
      const [, range] = /^bytes=(.*)$/.exec(request.headers.range ?? '') ?? []
      response.writeHead(206, { 'Content-Range': `bytes ${range}/${steady.size}`, 'Content-Length': 0 }).end()
    }),
    codes: ['probe/wrong-length'],
  },
  'sends the whole for any part but the first': {
    route: inTurn(file(steady), file(steady), whole(steady)),
    value: { ...lengthOnly, length: steady.size },
    codes: ['probe/no-duration'],
  },

  'sends without end': {
    route: unended(joined(withNote, filled(2 ** 40))),
    value: { type: 'audio/mpeg' },
    codes: ['probe/no-length', 'probe/no-duration'],
    most: 80 * KiB,
  },
  'does not say where it ends, but does': {
    route: unended(steadyMp3(100)),
    value: { ...full, length: 41_795, duration: 2.612 },
  },
  'says that a file is longer than it is': {
    route: boasting(steady, steady.size + 5_000_000),
    codes: ['probe/wrong-length'],
  },
  'has an empty file': {
    route: rangesOf(status(416, { 'Content-Range': 'bytes */0' }), whole(filled(0))),
    codes: ['probe/empty'],
  },
  'says that there is nothing to say': { route: status(204), codes: ['probe/empty'] },

  'has no such file': { route: status(404), codes: ['probe/status'] },
  'has an error': { route: status(500), codes: ['probe/status'] },
  'lets nobody in': { route: status(403), codes: ['probe/status'] },
  'is overloaded for a moment': { route: inTurn(status(503), status(503), fine), value: full },
  'is overloaded': { route: status(503), codes: ['probe/busy'] },
  'was asked too often': { route: status(429, { 'Retry-After': '999' }), codes: ['probe/busy'] },
  'sends a web page': { route: file(page, { 'Content-Type': 'text/html; charset=utf-8' }), codes: ['probe/web-page'] },
  'sends a web page as audio': { route: file(page), codes: ['probe/web-page'] },
  'sends a piece of a web page': {
    route: file(made(Buffer.from('<p>It is not here any more.')), { 'Content-Type': 'text/html' }),
    codes: ['probe/web-page'],
  },
  'sends words': { route: file(made(Buffer.from('{"error":"gone"}'))), codes: ['probe/not-audio'] },
  'calls audio a web page': {
    route: file(withNote, { 'Content-Type': 'text/html' }),
    value: full,
    codes: ['probe/served-type'],
  },
  'calls everything octets': {
    route: file(withNote, { 'Content-Type': 'application/octet-stream' }),
    value: full,
    codes: ['probe/served-type'],
  },
  'has an old name for MP3': { route: file(withNote, { 'Content-Type': 'audio/x-mp3' }), value: full },
  'has M4A under a name of MP3': {
    route: file(m4a(60, 'end', MiB), { 'Content-Type': 'audio/mp4' }),
    value: { type: 'audio/x-m4a', duration: 60 },
    codes: ['media/wrong-extension'],
  },

  'breaks off once in the middle': {
    route: inTurn(file(steady), file(steady), breaksOff(steady), file(steady)),
    value: fromSteady,
  },
  'breaks off in the middle': {
    route: inTurn(file(steady), file(steady), breaksOff(steady)),
    codes: ['probe/broken-off'],
  },
  'has an error in the middle': { route: inTurn(file(steady), file(steady), status(500)), codes: ['probe/broken-off'] },
  'has the file replaced while it is read': {
    route: inTurn(named('"1"', steady), named('"1"', steady), named('"2"')),
    value: full,
  },
  'sends another file each time': {
    route: inTurn(...Array.from({ length: 9 }, (_unused, index) => named(`"${index}"`, steady))),
    codes: ['probe/changing'],
  },
  'sends a longer file each time, without names': {
    route: inTurn(...Array.from({ length: 9 }, (_unused, index) => file(steadyMp3(frames + index), { ETag: '' }))),
    codes: ['probe/changing'],
  },
  'has machines that name a file differently': {
    route: inTurn(
      ...Array.from({ length: 9 }, (_unused, index) =>
        file(steady, { ETag: `"${index}"`, 'Last-Modified': 'Mon, 23 Feb 2026 10:00:00 GMT' }),
      ),
    ),
    value: fromSteady,
  },
  'takes the time of its answer for that of the file': { route: always(steady), value: fromSteady },
}

const pathOf = (name: string): string => `/${name.replaceAll(/\W+/g, '-')}.mp3`
const web = serve({
  ...Object.fromEntries(Object.entries(rows).map(([name, { route }]) => [pathOf(name), route])),
  '/e/fine.mp3': redirect('/redirect.mp3/fine.mp3'),
  '/redirect.mp3/fine.mp3': redirect('/steady.mp3?token=1'),
  '/steady.mp3': file(steady),
  '/fine.mp3': fine,
  '/named.mp3': named('"new"'),
  '/dated.mp3': dated('Mon, 23 Feb 2026 10:00:00 GMT'),
  '/no-head.mp3': headOf(status(405), named('"new"')),
  '/silent.mp3': silent,
  '/silent-head.mp3': headOf(silent, fine),
  '/silent-later.mp3': inTurn(file(steady), file(steady), silent),
  '/itself.mp3': redirect('/itself.mp3'),
  '/download': fine,
  '/tone.mp3': file(fixture('tone.opus')),
})

/** Repeats requests at once. */
const client = httpClient({ allowPrivate: true, sleep: async () => {} })
const impatient = httpClient({ allowPrivate: true, retries: 0, timeoutMs: 800 })
const codesIn = (diagnostics: readonly { readonly code: string }[]) => diagnostics.map(({ code }) => code)
const probe = (path: string, options: ProbeOptions = {}, asking: HttpClient = client) =>
  probeAudio(asking, web.at(path), options)

describe('a server that', () => {
  test.each(Object.keys(rows))('%s', async (name) => {
    const { value, codes = [], most = MiB } = rows[name] as Row
    const counter = counting(client)
    const outcome = await probe(pathOf(name), {}, counter)
    expect(codesIn(outcome.diagnostics)).toEqual(codes)
    if (value === undefined) expect(outcome.value).toBeUndefined()
    else expect(outcome.value).toMatchObject(value)
    if (!codes.includes('probe/no-duration')) expect(outcome.value?.duration).toBe(value?.duration)
    expect(counter.read()).toBeLessThanOrEqual(most)
  })
})

describe('through redirects', () => {
  test('that count downloads, the file is found, and they are asked twice', async () => {
    const { value } = await probe('/e/fine.mp3')
    expect(value).toMatchObject(fromSteady)
    const counters = web.asked.filter((request) => request.includes('/e/'))
    expect(counters).toEqual(['HEAD /e/fine.mp3', 'GET /e/fine.mp3'])
    expect(web.asked.filter((request) => request === 'GET /steady.mp3?token=1').length).toBeGreaterThan(3)
  })

  test('in a circle, nothing is found', async () => {
    expect(codesIn((await probe('/itself.mp3')).diagnostics)).toEqual(['probe/no-answer'])
  })

  test('a name that says nothing is no matter of the file', async () => {
    expect(await probe('/download')).toMatchObject({ value: full, diagnostics: [] })
  })
})

describe('what is known', () => {
  const known = (facts: Partial<ProbedMedia>): ProbedMedia => ({ ...full, duration: 1, ...facts })

  test.each([
    ['/named.mp3', { etag: '"new"' }],
    ['/dated.mp3', { lastModified: 'Mon, 23 Feb 2026 10:00:00 GMT' }],
    ['/dated.mp3', { lastModified: 'Mon, 23 Feb 2026 10:00:00 GMT', etag: '"of another server"' }],
  ])('stays while %s is called %j, and nothing is read', async (path, names) => {
    const before = known(names)
    const counter = counting(client)
    const { value, diagnostics } = await probe(path, { known: before }, counter)
    expect(value).toBe(before)
    expect(diagnostics).toEqual([])
    expect(web.asked).toEqual([`HEAD ${path}`])
    expect(counter.read()).toBe(0)
  })

  test.each([
    ['/named.mp3', { etag: '"old"' }],
    ['/named.mp3', { etag: '"new"', length: 5 }],
    ['/named.mp3', { lastModified: 'Mon, 23 Feb 2026 10:00:00 GMT' }],
    ['/named.mp3', {}],
    ['/dated.mp3', { lastModified: 'Sun, 22 Feb 2026 10:00:00 GMT' }],
  ])('is found out anew where %s was %j', async (path, names) => {
    const { value } = await probe(path, { known: known(names) })
    expect(value).toMatchObject(full)
  })

  test('stays where HEAD is refused, too', async () => {
    const before = known({ etag: '"new"' })
    expect((await probe('/no-head.mp3', { known: before })).value).toBe(before)
    expect(web.asked).toEqual(['HEAD /no-head.mp3', 'GET /no-head.mp3'])
  })

  test('is told again to be incomplete', async () => {
    const before: ProbedMedia = { type: 'audio/mpeg', length: withNote.size, etag: '"new"' }
    const { value, diagnostics } = await probe('/named.mp3', { known: before })
    expect(value).toBe(before)
    expect(codesIn(diagnostics)).toEqual(['probe/no-duration'])
  })
})

describe('a server that keeps silent', () => {
  test('is not waited for for ever', async () => {
    const { value, diagnostics } = await probe('/silent.mp3', {}, impatient)
    expect(value).toBeUndefined()
    expect(codesIn(diagnostics)).toEqual(['probe/no-answer'])
    expect(diagnostics[0]?.message).toContain('no answer within 0.8 s')
  })

  test('at HEAD alone may answer GET', async () => {
    expect(await probe('/silent-head.mp3', {}, impatient)).toMatchObject({ value: full, diagnostics: [] })
  })

  test('in the middle of a file is told from one that never answers', async () => {
    const { diagnostics } = await probe('/silent-later.mp3', {}, impatient)
    expect(codesIn(diagnostics)).toEqual(['probe/broken-off'])
  })
})

test('what a server cannot help is said where it cannot', async () => {
  const path = pathOf('sends the whole of what must be looked at in its middle')
  expect((await probe(path)).diagnostics[0]?.message).toContain('the server sends it from its start only')
})

test('private addresses are not asked, and only once', async () => {
  const careful = counting(httpClient({ retries: 0 }))
  const { diagnostics } = await probe('/fine.mp3', {}, careful)
  expect(codesIn(diagnostics)).toEqual(['probe/no-answer'])
  expect(web.asked).toEqual([])
  expect(careful.asked()).toBe(1)
})

test('a problem stands where the caller says', async () => {
  const place = { file: 'episodes/a.md', line: 3, column: 8, offset: 30 }
  const { diagnostics } = await probe('/nothing.mp3', { place })
  expect(diagnostics).toMatchObject([{ code: 'probe/status', severity: 'error', place }])
  expect((await probe('/nothing.mp3')).diagnostics[0]).not.toHaveProperty('place')
})

test.each([
  ['/nothing.mp3', 'probe/status'],
  ['/tone.mp3', 'media/wrong-extension'],
])('a password is not told in what is wrong with %s', async (path, code) => {
  const { diagnostics } = await probeAudio(client, web.at(path).replace('//', '//me:secret@'))
  expect(codesIn(diagnostics)).toContain(code)
  for (const { message } of diagnostics) expect(message).not.toContain('secret')
})

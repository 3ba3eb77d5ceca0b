import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { askTarget } from '../../src/media/ask.ts'
import { httpClient } from '../../src/media/http.ts'
import { type Route, redirect, serve, silent } from './web.ts'

const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/media', name))
const audio = Buffer.alloc(50_000, 'audio')
const short = Buffer.from('short')
const transcript = Buffer.from('WEBVTT\n\n00:00.000 --> 00:05.000\nHello.\n'.repeat(3000))

/** A cover whose size stands behind 5 full segments of a preview. */
function coverWithPreview(): Buffer {
  const segment = Buffer.alloc(65_535 + 2, 1)
  segment.set([0xff, 0xe1, 0xff, 0xff])
  const cover = fixture('cover-1400.jpg')
  return Buffer.concat([cover.subarray(0, 2), ...Array<Buffer>(5).fill(segment), cover.subarray(2)])
}

/** A file as a good server gives it. */
const file =
  (body: Buffer, type = 'audio/mpeg', headers: Record<string, string> = {}): Route =>
  (response, request) => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    response.setHeader('Content-Type', type)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const part = first === undefined ? body : body.subarray(Number(first), Number(last) + 1)
    if (first !== undefined) {
      response.statusCode = 206
      response.setHeader('Content-Range', `bytes ${first}-${Number(first) + part.length - 1}/${body.length}`)
    }
    response.setHeader('Content-Length', part.length)
    response.end(part)
  }

/** @see RFC 9110 §15.5.17 */
const empty: Route = (response, request) =>
  request.headers.range === undefined
    ? response.writeHead(200, { 'Content-Type': 'audio/mpeg', 'Content-Length': 0 }).end()
    : response.writeHead(416, { 'Content-Range': 'bytes */0' }).end()

/** A file that only comes whole. */
const whole =
  (body: Buffer, headers: Record<string, string | number> = {}): Route =>
  (response) =>
    response.writeHead(200, { 'Content-Type': 'audio/mpeg', 'Content-Length': body.length, ...headers }).end(body)

/** Sends this for a range, whatever was asked for. */
const part =
  (range: string, body = audio.subarray(0, 1024)): Route =>
  (response, request) =>
    request.method === 'HEAD'
      ? whole(audio)(response, request)
      : response.writeHead(206, { 'Content-Type': 'audio/mpeg', 'Content-Range': range }).end(body)

/** HEAD is answered in another way than GET. */
const headOf =
  (head: Route, get: Route): Route =>
  (response, request) =>
    (request.method === 'HEAD' ? head : get)(response, request)

const status =
  (code: number, headers = {}): Route =>
  (response) =>
    response.writeHead(code, headers).end('words about it')

const onlyBrowsers: Route = (response, request) => {
  if (request.headers.origin !== undefined) response.setHeader('Access-Control-Allow-Origin', '*')
  file(transcript, 'text/vtt')(response, request)
}

const web = serve({
  '/a.mp3': file(audio),
  '/short.mp3': file(short),
  '/empty.mp3': empty,
  '/moved.mp3': redirect('/a.mp3', 301),
  '/whole.mp3': whole(audio),
  '/no-length.mp3': (response) => response.writeHead(200, { 'Content-Type': 'audio/mpeg' }).end(audio),
  '/packed.mp3': whole(gzipSync(audio), { 'Content-Encoding': 'gzip' }),
  '/wrong-range.mp3': part('bytes 1-1024/50000'),
  '/too-much.mp3': part('bytes 0-2047/50000', audio.subarray(0, 2048)),
  '/too-little.mp3': part('bytes 0-511/50000', audio.subarray(0, 512)),
  '/not-as-said.mp3': part('bytes 0-1023/50000', audio.subarray(0, 100)),
  '/no-range.mp3': part('nonsense'),
  '/unknown-total.mp3': part('bytes 0-1023/*'),
  '/other-total.mp3': part('bytes 0-1023/60000'),
  '/no-such-range.mp3': (response, request) =>
    request.headers.range === undefined ? whole(audio)(response, request) : status(416)(response, request),
  '/no-head.mp3': headOf(status(405), file(audio)),
  '/silent-head.mp3': headOf(silent, file(audio)),
  '/reset-head.mp3': headOf((response) => response.socket?.resetAndDestroy(), file(audio)),
  '/empty-head.mp3': headOf(status(200, { 'Content-Type': 'audio/mpeg', 'Content-Length': 0 }), file(audio)),
  '/html-head.mp3': headOf(status(200, { 'Content-Type': 'text/html' }), file(audio)),
  '/bare-head.mp3': headOf(status(200), file(audio)),
  '/busy-head.mp3': headOf(status(503), file(audio)),
  '/only-head.mp3': headOf(file(audio), status(403)),
  '/gone.mp3': status(404),
  '/gone-in-words.mp3': headOf(
    status(404, { 'Content-Type': 'text/plain' }),
    status(404, { 'Content-Type': 'text/html' }),
  ),
  '/breaks-off.mp3': (response, request) => {
    if (request.method === 'HEAD') return whole(audio)(response, request)
    response.writeHead(206, { 'Content-Range': 'bytes 0-1023/50000', 'Content-Length': 1024 })
    response.write('some', () => setImmediate(() => response.socket?.resetAndDestroy()))
  },
  '/cover.jpg': file(fixture('cover-1400.jpg'), 'image/jpeg'),
  '/cmyk.jpg': file(fixture('cmyk.jpg'), 'image/jpeg'),
  '/transparent.png': file(fixture('transparent.png'), 'image/png'),
  '/preview.jpg': file(coverWithPreview(), 'image/jpeg'),
  '/whole-preview.jpg': whole(coverWithPreview(), { 'Content-Type': 'image/jpeg' }),
  '/sound.jpg': file(Buffer.concat([Buffer.from([0xff, 0xfb]), Buffer.alloc(300_000)]), 'image/jpeg'),
  '/noise.jpg': file(Buffer.concat([Buffer.from([0x00, 0xd8]), Buffer.alloc(300_000)]), 'image/jpeg'),
  '/page.jpg': file(Buffer.from('<!doctype html>'), 'text/html'),
  '/gone.jpg': (response) => response.writeHead(404, { 'Content-Type': 'image/jpeg' }).end(fixture('cmyk.jpg')),
  '/transcript.vtt': onlyBrowsers,
  '/feed.xml': (response, request) => {
    const body = '<rss/>'.repeat(20_000)
    const isPacked = request.headers['accept-encoding']?.includes('gzip') === true
    response.writeHead(200, {
      'Content-Type': 'application/rss+xml',
      ...(isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    })
    response.end(isPacked ? gzipSync(body) : body)
  },
  '/page': whole(Buffer.from('<!doctype html>'), { 'Content-Type': 'text/html' }),
  '/page-without-head': headOf(status(403), whole(Buffer.from('<!doctype html>'))),
})

const client = httpClient({ allowPrivate: true, retries: 0, sleep: async () => {} })
const ask = (path: string, kind: Parameters<typeof askTarget>[1] = 'enclosure', from = client) =>
  askTarget(from, kind, web.at(path))

test('says all about a good enclosure', async () => {
  expect(await ask('/a.mp3')).toMatchObject({
    url: web.at('/a.mp3'),
    redirects: [],
    status: 200,
    headers: { 'content-type': 'audio/mpeg', 'content-range': 'bytes 0-1023/50000' },
    length: 50_000,
    ranges: true,
    head: true,
    bytes: new Uint8Array(audio.subarray(0, 1024)),
  })
  expect(web.asked).toEqual(['HEAD /a.mp3', 'GET /a.mp3'])
})

test('follows redirects', async () => {
  const answer = await ask('/moved.mp3')
  expect(answer).toMatchObject({
    url: web.at('/a.mp3'),
    redirects: [web.at('/moved.mp3')],
    status: 200,
    length: 50_000,
  })
})

test.each([
  ['/a.mp3', true, 50_000],
  ['/short.mp3', true, 5],
  ['/whole.mp3', false, 50_000],
  ['/no-length.mp3', false, undefined],
  ['/packed.mp3', false, undefined],
  ['/wrong-range.mp3', false, 50_000],
  ['/too-much.mp3', false, 50_000],
  ['/too-little.mp3', false, 50_000],
  ['/not-as-said.mp3', false, 50_000],
  ['/no-range.mp3', false, 50_000],
  ['/unknown-total.mp3', true, 50_000],
  ['/no-such-range.mp3', false, 50_000],
])('%s: ranges %s, length %s', async (path, ranges, length) => {
  const answer = await ask(path)
  expect(answer).toMatchObject({ status: 200, ranges })
  expect(answer.length).toBe(length)
  expect(answer.failure).toBeUndefined()
})

test.each([
  ['/a.mp3', true],
  ['/bare-head.mp3', true],
  ['/no-head.mp3', false],
  ['/silent-head.mp3', false],
  ['/reset-head.mp3', false],
  ['/empty-head.mp3', false],
  ['/html-head.mp3', false],
  ['/other-total.mp3', false],
  ['/busy-head.mp3', undefined],
])('%s: HEAD as GET %s', async (path, head) => {
  const answer = await ask(path, 'enclosure', httpClient({ allowPrivate: true, retries: 0, timeoutMs: 1000 }))
  expect(answer.status).toBe(200)
  expect(answer.head).toBe(head)
})

test.each([
  ['/gone.mp3', 404, true],
  ['/gone-in-words.mp3', 404, true],
  ['/only-head.mp3', 403, false],
])('%s has a status, but nothing to look at', async (path, status, head) => {
  const answer = await ask(path)
  expect(answer).toMatchObject({ status, head })
  for (const key of ['bytes', 'ranges', 'failure']) expect(answer).not.toHaveProperty(key)
})

test('what breaks off is no answer', async () => {
  const answer = await ask('/breaks-off.mp3')
  expect(answer).toEqual({
    url: web.at('/breaks-off.mp3'),
    redirects: [],
    headers: {},
    failure: 'the connection broke off',
  })
})

test('where there is no server, it is not asked twice', async () => {
  const strict = httpClient()
  const url = web.at('/a.mp3')
  expect(await askTarget(strict, 'enclosure', url)).toEqual({
    url,
    redirects: [],
    headers: {},
    failure: 'private addresses are not asked',
  })
  expect(web.asked).toEqual([])
})

describe('an image', () => {
  test.each([
    ['/cover.jpg', { type: 'image/jpeg', width: 1400, height: 1400 }],
    ['/cmyk.jpg', { type: 'image/jpeg', width: 16, height: 16, colours: 'cmyk' }],
    ['/transparent.png', { type: 'image/png', width: 1400, height: 1400, colours: 'transparent' }],
    ['/preview.jpg', { type: 'image/jpeg', width: 1400, height: 1400 }],
    ['/whole-preview.jpg', { type: 'image/jpeg', width: 1400, height: 1400 }],
  ])('%s: %j', async (path, image) => {
    const answer = await ask(path, 'image')
    expect(answer.image).toEqual(image)
    expect(answer.status).toBe(200)
    expect(answer.bytes?.length).toBeLessThanOrEqual(1024)
    expect(web.asked).toHaveLength(path.includes('preview') ? 3 : 2)
  })

  test.each(['/page.jpg', '/gone.jpg', '/sound.jpg', '/noise.jpg'])('%s is none', async (path) => {
    const answer = await ask(path, 'image')
    expect(answer.status).toBeGreaterThan(0)
    expect(answer).not.toHaveProperty('image')
    expect(web.asked).toHaveLength(2)
  })
})

test.each(['transcript', 'chapters'] as const)('%s: asks as a web player would, for 64 KiB', async (kind) => {
  const answer = await ask('/transcript.vtt', kind)
  expect(answer).toMatchObject({ status: 200, ranges: true, head: true, length: transcript.length })
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  expect(answer.bytes).toEqual(new Uint8Array(transcript.subarray(0, 65_536)))
})

test('a feed: as apps do, compressed and without a range', async () => {
  const answer = await ask('/feed.xml', 'feed')
  expect(answer).toMatchObject({ status: 200, head: true, headers: { 'content-encoding': 'gzip' } })
  expect(answer).not.toHaveProperty('ranges')
  expect(answer).not.toHaveProperty('length')
  expect(new TextDecoder().decode(answer.bytes)).toBe('<rss/>'.repeat(20_000).slice(0, 65_536))
})

test('a page: HEAD is enough where it succeeds', async () => {
  const answer = await ask('/page', 'page')
  expect(answer).toMatchObject({ status: 200, length: 15 })
  for (const key of ['bytes', 'head', 'ranges']) expect(answer).not.toHaveProperty(key)
  expect(web.asked).toEqual(['HEAD /page'])
})

test('a page: GET, where HEAD has no success', async () => {
  expect(await ask('/page-without-head', 'page')).toMatchObject({ status: 200, head: false })
  expect(web.asked).toEqual(['HEAD /page-without-head', 'GET /page-without-head'])
})

test('an empty file has no range to send', async () => {
  const answer = await ask('/empty.mp3')
  expect(answer).toMatchObject({ status: 200, length: 0, head: true, bytes: new Uint8Array() })
  expect(answer).not.toHaveProperty('ranges')
})

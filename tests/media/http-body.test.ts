import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { httpClient } from '../../src/media/http.ts'
import { endless, type Route, raw, redirect, serve, text } from './web.ts'

const long = 'All about roots. '.repeat(1000)
/** 64 MiB of nothing, in some 64 KiB. */
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024))

const packed =
  (encoding: string, body: Uint8Array): Route =>
  (response) =>
    response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Length': body.length }).end(body)

/** How many connections there are to routes that have more to say. */
let open = 0
const counted =
  (route: Route): Route =>
  (response, request) => {
    open++
    request.socket.on('close', () => open--)
    route(response, request)
  }

const web = serve({
  '/long': text(long),
  '/empty': text(''),
  '/chunked': (response) => {
    response.write('one ')
    response.end('two')
  },
  '/endless': counted(endless(Buffer.alloc(10_000, 'x'))),
  '/too-short': raw('HTTP/1.1 200 OK\nContent-Length: 100\n\nonly this'),
  '/too-long': raw('HTTP/1.1 200 OK\nContent-Length: 4\n\nfour and more'),
  '/gzip': packed('gzip', gzipSync(long)),
  '/x-gzip': packed('X-GZIP', gzipSync(long)),
  '/deflate': packed('deflate', deflateSync(long)),
  '/br': packed('br', brotliCompressSync(long)),
  '/half-gzip': packed('gzip', gzipSync(long).subarray(0, -12)),
  '/half-br': packed('br', brotliCompressSync(long).subarray(0, -1)),
  '/no-gzip': packed('gzip', Buffer.from(long)),
  '/no-br': packed('br', Buffer.from(long)),
  '/no-body': packed('gzip', Buffer.alloc(0)),
  '/aws-chunked': packed('aws-chunked', Buffer.from(long)),
  '/bomb': counted(packed('gzip', bomb)),
  '/middle': (response) =>
    response.writeHead(206, { 'Content-Encoding': 'gzip', 'Content-Range': 'bytes 5-8/100' }).end('left'),
  '/moved': (response) => response.writeHead(302, { Location: '/long' }).end('not this'),
  '/gone': (response) => response.writeHead(404).end('not this'),
  '/cut': (response) => {
    response.writeHead(200, { 'Content-Length': 100 })
    response.write('some', () => setImmediate(() => response.socket?.resetAndDestroy()))
  },
  '/stops': (response) => {
    response.writeHead(200).write('some')
  },
  '/loop': redirect('/loop'),
})

const client = httpClient({ allowPrivate: true, retries: 0 })
const decode = (body: Uint8Array) => new TextDecoder().decode(body)
const get = (path: string, maxBytes: number) => client.request(web.at(path), { method: 'GET', maxBytes })

describe('no more is read than was asked for', () => {
  test.each([
    ['/long', 100, true],
    ['/long', long.length - 1, true],
    ['/long', long.length, false],
    ['/long', long.length + 1, false],
    ['/endless', 25_000, true],
    ['/endless', 0, true],
    ['/empty', 0, false],
    ['/empty', 10, false],
    ['/chunked', 100, false],
    ['/chunked', 5, true],
  ])('%s, %i bytes: truncated %s', async (path, maxBytes, truncated) => {
    const reply = await get(path, maxBytes)
    expect(reply).toMatchObject({ status: 200, truncated })
    expect(reply.failure).toBeUndefined()
    const whole = { '/long': long, '/empty': '', '/chunked': 'one two', '/endless': 'x'.repeat(maxBytes) }[path]
    expect(decode(reply.body)).toBe(whole?.slice(0, maxBytes))
  })

  test.each(['/endless', '/bomb'])('the connection to %s is cut', async (path) => {
    await get(path, 10)
    await expect.poll(() => open).toBe(0)
  })

  test('bytes are bytes of their own', async () => {
    const { body } = await get('/long', 100)
    expect(body.buffer.byteLength).toBe(100)
  })
})

describe('a Content-Length that is wrong', () => {
  test('too large: the answer breaks off', async () => {
    const reply = await get('/too-short', 1000)
    expect(reply).toMatchObject({ status: 200, failure: 'the connection broke off', failureCode: 'reset' })
    expect(decode(reply.body)).toBe('only this')
    expect(reply.truncated).toBe(true)
  })

  test('too large, but enough was read', async () => {
    const reply = await get('/too-short', 9)
    expect(reply).toMatchObject({ status: 200, truncated: true })
    expect(reply.failure).toBeUndefined()
  })

  test('too small: the rest does not belong to the answer', async () => {
    const reply = await get('/too-long', 1000)
    expect(reply).toMatchObject({ status: 200, truncated: false })
    expect(reply.failure).toBeUndefined()
    expect(decode(reply.body)).toBe('four')
  })
})

describe('compression', () => {
  test.each(['/gzip', '/x-gzip', '/deflate', '/br'])('%s is unpacked', async (path) => {
    const reply = await get(path, 100_000)
    expect(decode(reply.body)).toBe(long)
    expect(reply).toMatchObject({ status: 200, truncated: false })
  })

  test.each(['/gzip', '/br'])('of %s no more is unpacked than was asked for', async (path) => {
    const reply = await get(path, 1000)
    expect(decode(reply.body)).toBe(long.slice(0, 1000))
    expect(reply.truncated).toBe(true)
  })

  test('the length of the compressed body says nothing about what was unpacked', async () => {
    const length = gzipSync(long).length
    const reply = await get('/gzip', length)
    expect(reply).toMatchObject({ headers: { 'content-length': String(length) }, truncated: true })
    expect(reply.body).toHaveLength(length)
  })

  test.each(['/half-gzip', '/half-br'])('of %s what is there is unpacked', async (path) => {
    const reply = await get(path, 100_000)
    expect(reply.body.length).toBeGreaterThan(0)
    expect(long.startsWith(decode(reply.body))).toBe(true)
    expect(reply.status).toBe(200)
    expect(reply.failure).toBeUndefined()
  })

  test.each(['/no-gzip', '/no-br'])('%s is no answer', async (path) => {
    expect(await get(path, 100)).toMatchObject({
      status: 200,
      failure: 'the compressed answer is damaged',
      failureCode: 'packing',
    })
  })

  test('nothing is nothing', async () => {
    const reply = await get('/no-body', 100)
    expect(reply).toMatchObject({ status: 200, truncated: false })
    expect(reply.failure).toBeUndefined()
  })

  test('what is no compression stays as it is', async () => {
    expect(decode((await get('/aws-chunked', 100)).body)).toBe(long.slice(0, 100))
  })

  test('a part from the middle stays as it is', async () => {
    expect(decode((await get('/middle', 100)).body)).toBe('left')
  })

  test('a little that unpacks to much is read to the limit', async () => {
    const reply = await get('/bomb', 1_000_000)
    expect(reply).toMatchObject({ status: 200, truncated: true })
    expect(reply.body).toHaveLength(1_000_000)
  })
})

describe('a stream', () => {
  /** Streams to the end, or until so many bytes have come. */
  async function stream(path: string, { enough = Number.POSITIVE_INFINITY, maxBytes = 1_000_000, from = client } = {}) {
    const chunks: Uint8Array[] = []
    let size = 0
    const take = (chunk: Uint8Array): boolean => {
      chunks.push(chunk)
      size += chunk.length
      return size < enough
    }
    const reply = await from.stream(web.at(path), take, { maxBytes })
    return { ...reply, chunks, text: decode(Buffer.concat(chunks)) }
  }

  test.each(['/long', '/gzip', '/br', '/moved'])('%s comes whole, unpacked', async (path) => {
    const { text, ...reply } = await stream(path)
    expect(text).toBe(long)
    expect(reply).toMatchObject({ status: 200, truncated: false })
  })

  test('ends when enough has come', async () => {
    const { text, ...reply } = await stream('/endless', { enough: 50_000 })
    expect(text.length).toBeGreaterThanOrEqual(50_000)
    expect(text.length).toBeLessThan(1_000_000)
    expect(reply).toMatchObject({ status: 200, truncated: true })
    expect(reply.failure).toBeUndefined()
  })

  test('ends at its limit', async () => {
    const { text, ...reply } = await stream('/endless', { maxBytes: 54_321 })
    expect(text).toHaveLength(54_321)
    expect(reply).toMatchObject({ status: 200, truncated: true })
  })

  test('ends at its limit where a little unpacks to much', async () => {
    const { text, chunks } = await stream('/bomb', { maxBytes: 5_000_000 })
    expect(text).toHaveLength(5_000_000)
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(1_000_000)
  })

  test('gives nothing of what is no success', async () => {
    const { text, ...reply } = await stream('/gone')
    expect(text).toBe('')
    expect(reply).toMatchObject({ status: 404, truncated: true })
  })

  test('says why it broke off, and does not give twice what it gave', async () => {
    const waits: number[] = []
    const patient = httpClient({ allowPrivate: true, retries: 5, sleep: async (ms) => waits.push(ms) })
    const { text, ...reply } = await stream('/cut', { from: patient })
    expect(text).toBe('some')
    expect(reply).toMatchObject({ status: 200, failure: 'the connection broke off', truncated: true })
    expect(waits).toEqual([])
    expect(web.asked).toEqual(['GET /cut'])
  })

  test('does not wait for what never comes', async () => {
    const impatient = httpClient({ allowPrivate: true, retries: 0, timeoutMs: 400 })
    expect(await stream('/stops', { from: impatient })).toMatchObject({
      status: 200,
      failure: 'nothing more came for 0.4 s',
      text: 'some',
    })
  })

  test('does not go on for ever', async () => {
    const impatient = httpClient({ allowPrivate: true, retries: 0, streamTimeoutMs: 400 })
    const reply = await stream('/endless', { from: impatient, maxBytes: Number.POSITIVE_INFINITY })
    expect(reply).toMatchObject({ status: 200, failure: 'the answer did not end within 0.4 s' })
  })

  test('a fault of who reads it is theirs', async () => {
    const bug = new Error('bug: of the reader')
    const reading = client.stream(web.at('/long'), () => {
      throw bug
    })
    await expect(reading).rejects.toBe(bug)
  })

  test('trouble is a value', async () => {
    const reply = await stream('/loop')
    expect(reply).toMatchObject({ failure: 'the redirects lead in a circle', text: '' })
  })
})

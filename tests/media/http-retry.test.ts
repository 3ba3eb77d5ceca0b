import { describe, expect, test } from 'vitest'
import { httpClient } from '../../src/media/http.ts'
import { type Route, serve, silent, text } from './web.ts'

/** Answers that come one after the other; the last one again and again. */
function inTurn(...routes: [Route, ...Route[]]): Route {
  let turn = 0
  return (response, request) => (routes[Math.min(turn++, routes.length - 1)] as Route)(response, request)
}

const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (response) =>
    response.writeHead(code, headers).end('not now')
const reset: Route = (response) => response.socket?.resetAndDestroy()
const hangUp: Route = (response) => response.socket?.end()
const half: Route = (response) => {
  response.writeHead(200, { 'Content-Length': 5 })
  response.write('he', () => setImmediate(() => response.socket?.resetAndDestroy()))
}
const busyWithoutEnd: Route = (response) => {
  response.writeHead(503).write('not')
}
const ok = text('hello')

const web = serve({
  '/busy': inTurn(status(503), ok),
  '/busy-twice': inTurn(status(429), status(504), ok),
  '/always-busy': status(502),
  '/reset': inTurn(reset, hangUp, ok),
  '/always-reset': reset,
  '/half': inTurn(half, ok),
  '/busy-without-end': inTurn(busyWithoutEnd, ok),
  '/slow-once': inTurn(silent, ok),
  '/soon': inTurn(status(503, { 'Retry-After': '7' }), ok),
  '/at-once': inTurn(status(503, { 'Retry-After': '0' }), ok),
  '/late': status(503, { 'Retry-After': '31' }),
  '/at-a-time': inTurn(
    status(429, { Date: 'Mon, 05 Jan 2026 10:00:00 GMT', 'Retry-After': 'Mon, 05 Jan 2026 10:00:20 GMT' }),
    ok,
  ),
  '/at-a-late-time': status(429, {
    Date: 'Mon, 05 Jan 2026 10:00:00 GMT',
    'Retry-After': 'Mon, 05 Jan 2026 11:00:00 GMT',
  }),
  '/at-some-time': inTurn(status(429, { 'Retry-After': 'soon' }), ok),
  '/broken': status(500),
  '/not-implemented': status(501),
  '/to-busy': (response) => response.writeHead(302, { Location: '/busy-behind' }).end(),
  '/busy-behind': inTurn(status(503), ok),
  '/stream': inTurn(reset, status(503), ok),
  '/silent': silent,
  '/only-get': (response, request) => (request.method === 'HEAD' ? silent : ok)(response, request),
  '/here': ok,
})

function patient(options = {}) {
  const waits: number[] = []
  return { waits, client: httpClient({ allowPrivate: true, sleep: async (ms) => waits.push(ms), ...options }) }
}

async function get(path: string, options = {}) {
  const { waits, client } = patient(options)
  const { body, ...reply } = await client.request(web.at(path), { method: 'GET', maxBytes: 100 })
  return { ...reply, waits, text: new TextDecoder().decode(body), asked: web.asked.length }
}

test.each([
  ['/busy', [1000]],
  ['/busy-twice', [1000, 2000]],
  ['/busy-without-end', [1000]],
  ['/reset', [1000, 2000]],
  ['/half', [1000]],
  ['/soon', [7000]],
  ['/at-once', [1000]],
  ['/at-a-time', [20_000]],
  ['/at-some-time', [1000]],
])('asks %s again after %j ms', async (path, waits) => {
  const reply = await get(path)
  expect(reply).toMatchObject({ status: 200, text: 'hello', waits, asked: waits.length + 1 })
  expect(reply.failure).toBeUndefined()
})

test('starts again from the first address', async () => {
  expect(await get('/to-busy')).toMatchObject({ status: 200, redirects: [web.at('/to-busy')], waits: [1000], asked: 4 })
})

test('asks again what did not answer in time', async () => {
  expect(await get('/slow-once', { timeoutMs: 500 })).toMatchObject({ status: 200, text: 'hello', waits: [1000] })
})

test.each([
  ['/always-busy', 502, 'not now'],
  ['/always-reset', undefined, ''],
])('gives up on %s', async (path, status, text) => {
  const reply = await get(path)
  expect(reply).toMatchObject({ text, waits: [1000, 2000], asked: 3 })
  expect(reply.status).toBe(status)
  expect(reply.failureCode).toBe(status === undefined ? 'reset' : undefined)
})

test.each([
  ['/late', 503],
  ['/at-a-late-time', 429],
  ['/broken', 500],
  ['/not-implemented', 501],
  ['/nowhere', 404],
])('does not ask %s again', async (path, status) => {
  expect(await get(path)).toMatchObject({ status, waits: [], asked: 1 })
})

test('how often and after how long can be said', async () => {
  const reply = await get('/always-busy', { retries: 3, backOffMs: 10 })
  expect(reply).toMatchObject({ status: 502, waits: [10, 20, 40], asked: 4 })
})

test('a stream starts again while nothing of it was given', async () => {
  const { waits, client } = patient()
  const chunks: Uint8Array[] = []
  const reply = await client.stream(web.at('/stream'), (chunk) => chunks.push(chunk) > 0)
  expect(reply).toMatchObject({ status: 200, truncated: false })
  expect(Buffer.concat(chunks).toString()).toBe('hello')
  expect(waits).toEqual([1000, 2000])
})

describe('a host that does not answer', () => {
  test('is not asked for ever', async () => {
    const { waits, client } = patient({ timeoutMs: 250, retries: 1, giveUpAfter: 2 })
    const ask = async (path: string) => (await client.request(web.at(path), { method: 'HEAD', maxBytes: 0 })).failure
    const failures = [await ask('/silent?1'), await ask('/silent?2'), await ask('/silent?3'), await ask('/here')]
    expect(failures).toEqual(Array(4).fill('no answer within 0.25 s'))
    expect(web.asked).toHaveLength(4)
    expect(waits).toHaveLength(2)
  })

  test('may still answer another method', async () => {
    const { client } = patient({ timeoutMs: 500, retries: 0, giveUpAfter: 1 })
    const ask = (method: 'HEAD' | 'GET') => client.request(web.at('/only-get'), { method, maxBytes: 0 })
    const statuses = [await ask('HEAD'), await ask('HEAD'), await ask('GET')].map(({ status }) => status)
    expect(statuses).toEqual([undefined, undefined, 200])
    expect(web.asked).toEqual(['HEAD /only-get', 'GET /only-get'])
  })

  test('is asked on where it answers now and then', async () => {
    const { client } = patient({ timeoutMs: 500, retries: 0, giveUpAfter: 2 })
    const ask = async (path: string) => (await client.request(web.at(path), { method: 'HEAD', maxBytes: 0 })).status
    const statuses = [await ask('/silent?1'), await ask('/here'), await ask('/silent?2'), await ask('/here')]
    expect(statuses).toEqual([undefined, 200, undefined, 200])
  })
})

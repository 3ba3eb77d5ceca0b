import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { httpClient } from '../../src/media/http.ts'
import { lookupOf, portOf, raw, redirect, serve, silent, text, useServer } from './web.ts'

const other = createServer((request, response) => response.end(JSON.stringify(request.headers)))
useServer(other)

const web = serve({
  '/': text('hello'),
  '/headers': (response, request) => response.end(JSON.stringify(request.headers)),
  '/once': redirect('/'),
  '/moved': redirect('/', 301),
  '/see': redirect('/', 303),
  '/kept': redirect('/', 307),
  '/for-ever': redirect('/', 308),
  '/nested/relative': redirect('../once?a=1#part'),
  '/count': (response, request) => {
    const left = Number(new URL(request.url ?? '', 'http://x').searchParams.get('n'))
    response.writeHead(302, { Location: left > 1 ? `/count?n=${left - 1}` : '/' }).end()
  },
  '/a': redirect('/b'),
  '/b': redirect('/a#again'),
  '/itself': redirect('/itself'),
  '/elsewhere': (response) => response.writeHead(302, { Location: `http://127.0.0.1:${portOf(other)}/` }).end(),
  '/to-file': redirect('file:///etc/passwd'),
  '/to-data': redirect('data:text/plain,hello'),
  '/to-nonsense': redirect('http://'),
  '/to-umlaut': raw('HTTP/1.1 302 Found\nLocation: /h\xc3\xb6ren\nContent-Length: 0\n\n'),
  '/h%C3%B6ren': text('heard'),
  '/nowhere': (response) => response.writeHead(302).end('no address'),
  '/gone': (response) => response.writeHead(404).end('not here'),
  '/broken': (response) => response.writeHead(500).end('oh no'),
  '/no-head': (response, request) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end('hello'),
  '/twice': (response) => {
    response.setHeader('Set-Cookie', ['a=1', 'b=2'])
    response.setHeader('X-Robots', ['one', 'two'])
    response.end()
  },
  '/huge': (response) => response.writeHead(200, { 'X-Huge': 'x'.repeat(100_000) }).end(),
  '/not-http': raw('220 mail.example ESMTP\n'),
  '/bad-chunk': raw('HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzzz\nhello\n'),
  '/upgrade': raw('HTTP/1.1 101 Switching Protocols\nUpgrade: other\nConnection: Upgrade\n\n'),
  '/silent': silent,
  '/trickle': (response) => {
    response.writeHead(200).write('some')
  },
})

const client = httpClient({ allowPrivate: true, retries: 0 })
const impatient = httpClient({ allowPrivate: true, retries: 0, timeoutMs: 400 })
const bodyOf = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body)
const get = (url: string, maxBytes = 1000) => client.request(url, { method: 'GET', maxBytes })

test('gives an answer with its body', async () => {
  const reply = await get(web.at('/'))
  expect(reply).toMatchObject({ url: web.at('/'), redirects: [], status: 200, truncated: false })
  expect(reply.headers).toMatchObject({ 'content-type': 'text/plain', 'content-length': '5' })
  expect(bodyOf(reply)).toBe('hello')
  expect(reply.failure).toBeUndefined()
})

test('HEAD has headers only', async () => {
  const reply = await client.request(web.at('/'), { method: 'HEAD', maxBytes: 1000 })
  expect(reply).toMatchObject({ status: 200, headers: { 'content-length': '5' }, truncated: false })
  expect(reply.body).toHaveLength(0)
  expect(web.asked).toEqual(['HEAD /'])
})

test('says who asks, and asks for no compression', async () => {
  const sent = JSON.parse(bodyOf(await get(web.at('/headers'))))
  expect(sent).toMatchObject({
    'user-agent': expect.stringMatching(/^castwright\//),
    'accept-encoding': 'identity',
    connection: 'close',
  })
  expect(sent).not.toHaveProperty('range')
  expect(sent).not.toHaveProperty('origin')
})

test('sends what it was told to send', async () => {
  const own = httpClient({ allowPrivate: true, userAgent: 'robot/1' })
  const options = { range: { start: 5, end: 9 }, compressed: true, origin: 'https://player.example' }
  const sent = JSON.parse(bodyOf(await own.request(web.at('/headers'), { method: 'GET', maxBytes: 1000, ...options })))
  expect(sent).toMatchObject({
    'user-agent': 'robot/1',
    'accept-encoding': 'gzip, br',
    range: 'bytes=5-9',
    origin: 'https://player.example',
  })
})

test('a user agent that breaks headers is a fault of whoever gives it', () => {
  expect(() => httpClient({ userAgent: 'a\r\nb: c' })).toThrow()
})

test.each(['/once', '/moved', '/see', '/kept', '/for-ever'])('follows the redirect %s', async (path) => {
  const reply = await get(web.at(path))
  expect(reply).toMatchObject({ url: web.at('/'), redirects: [web.at(path)], status: 200 })
  expect(bodyOf(reply)).toBe('hello')
})

test('HEAD stays HEAD on the way', async () => {
  await client.request(web.at('/see'), { method: 'HEAD', maxBytes: 0 })
  expect(web.asked).toEqual(['HEAD /see', 'HEAD /'])
})

test('follows relative addresses', async () => {
  const reply = await get(web.at('/nested/relative'))
  expect(reply.redirects).toEqual([web.at('/nested/relative'), web.at('/once?a=1#part')])
  expect(reply).toMatchObject({ url: web.at('/'), status: 200 })
})

test('an address in a redirect may have letters that should be encoded', async () => {
  const reply = await get(web.at('/to-umlaut'))
  expect(reply.url).toBe(web.at('/h%C3%B6ren'))
  expect(bodyOf(reply)).toBe('heard')
})

test('follows ten redirects, and no more', async () => {
  expect(await get(web.at('/count?n=10'))).toMatchObject({ url: web.at('/'), status: 200 })
  const reply = await get(web.at('/count?n=11'))
  expect(reply).toMatchObject({ url: web.at('/'), failure: 'more than 10 redirects', failureCode: 'redirect-count' })
  expect(reply.redirects).toHaveLength(11)
  expect(reply.status).toBeUndefined()
})

test('fewer redirects can be allowed', async () => {
  const strict = httpClient({ allowPrivate: true, maxRedirects: 0 })
  const reply = await strict.request(web.at('/once'), { method: 'GET', maxBytes: 10 })
  expect(reply.failure).toBe('more than 0 redirects')
  expect(web.asked).toEqual(['GET /once'])
})

test.each([
  ['/a', ['GET /a', 'GET /b']],
  ['/itself', ['GET /itself']],
])('notices that %s leads in a circle', async (path, asked) => {
  expect(await get(web.at(path))).toMatchObject({ failure: 'the redirects lead in a circle', headers: {} })
  expect(web.asked).toEqual(asked)
})

test('name and password go to the host they are given for, and to no other', async () => {
  const withPassword = (path: string) => web.at(path).replace('//', '//me:secret%21@')
  const sent = JSON.parse(bodyOf(await get(withPassword('/headers'))))
  expect(sent.authorization).toBe(`Basic ${Buffer.from('me:secret!').toString('base64')}`)
  const reply = await get(withPassword('/elsewhere'))
  expect(reply.url).toBe(`http://127.0.0.1:${portOf(other)}/`)
  expect(JSON.parse(bodyOf(reply))).not.toHaveProperty('authorization')
})

test.each(['/to-file', '/to-data'])('does not follow %s', async (path) => {
  const reply = await get(web.at(path))
  expect(reply).toMatchObject({ redirects: [web.at(path)], failure: 'only http and https are asked', headers: {} })
  expect(reply.url).toMatch(/^(?:file|data):/)
  expect(reply.body).toHaveLength(0)
})

test('a redirect to what is no address', async () => {
  expect(await get(web.at('/to-nonsense'))).toMatchObject({ url: 'http://', failure: 'the address is not valid' })
})

test('a redirect without an address is the answer', async () => {
  const reply = await get(web.at('/nowhere'))
  expect(reply).toMatchObject({ status: 302, url: web.at('/nowhere'), redirects: [] })
  expect(reply.failure).toBeUndefined()
})

test.each([
  ['ftp://soil.example/a.mp3', 'only http and https are asked', 'not-web'],
  ['file:///etc/passwd', 'only http and https are asked', 'not-web'],
  ['soil.example/a.mp3', 'the address is not valid', 'invalid-address'],
  ['', 'the address is not valid', 'invalid-address'],
  ['http://', 'the address is not valid', 'invalid-address'],
  ['http://soil.example:99999/', 'the address is not valid', 'invalid-address'],
  ['http://%zz:b@127.0.0.1/', 'the address is not valid', 'invalid-address'],
])('does not ask "%s"', async (url, failure, failureCode) => {
  expect(await get(url)).toEqual({
    url,
    redirects: [],
    headers: {},
    body: new Uint8Array(),
    truncated: false,
    failure,
    failureCode,
  })
})

test.each([
  ['/gone', 404, 'not here'],
  ['/broken', 500, 'oh no'],
  ['/missing', 404, 'nothing here'],
])('%s is an answer, too', async (path, status, body) => {
  const reply = await get(web.at(path))
  expect(reply.status).toBe(status)
  expect(reply.failure).toBeUndefined()
  expect(bodyOf(reply)).toBe(body)
})

test('a server may refuse HEAD', async () => {
  const statuses = (['HEAD', 'GET'] as const).map(
    async (method) => (await client.request(web.at('/no-head'), { method, maxBytes: 10 })).status,
  )
  expect(await Promise.all(statuses)).toEqual([405, 200])
})

test('headers that came more than once are joined', async () => {
  expect((await get(web.at('/twice'))).headers).toMatchObject({ 'set-cookie': 'a=1, b=2', 'x-robots': 'one, two' })
})

test.each([
  ['/huge', 'the headers of the answer are too long', 'long-headers'],
  ['/not-http', 'the answer breaks the rules of HTTP', 'not-http'],
  ['/bad-chunk', 'the answer breaks the rules of HTTP', 'not-http'],
  ['/upgrade', 'the connection broke off', 'reset'],
])('%s is no answer', async (path, failure, failureCode) => {
  expect(await get(web.at(path))).toMatchObject({ failure, failureCode })
})

test('a port where nobody listens', async () => {
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const port = portOf(closed)
  await new Promise((resolve) => closed.close(resolve))
  expect(await get(`http://127.0.0.1:${port}/`)).toMatchObject({
    failure: 'the server refused the connection',
    failureCode: 'refused',
  })
})

test('a name that nobody knows', async () => {
  const lost = httpClient({ lookup: lookupOf({}) })
  expect(await lost.request('https://gone.example/', { method: 'GET', maxBytes: 10 })).toMatchObject({
    failure: 'the server was not found',
    failureCode: 'not-found',
  })
})

test('a server that cannot be connected to', async () => {
  const waiting = httpClient({ retries: 0, timeoutMs: 50, lookup: () => {} })
  expect(await waiting.request('http://slow.example/', { method: 'GET', maxBytes: 10 })).toMatchObject({
    failure: 'no connection within 0.05 s',
    failureCode: 'no-connection',
  })
})

test('a server that says nothing', async () => {
  const reply = await impatient.request(web.at('/silent'), { method: 'GET', maxBytes: 10 })
  expect(reply).toMatchObject({ failure: 'no answer within 0.4 s', failureCode: 'no-answer', headers: {} })
  expect(reply.status).toBeUndefined()
})

test('a server that does not come to an end', async () => {
  const reply = await impatient.request(web.at('/trickle'), { method: 'GET', maxBytes: 10 })
  expect(reply).toMatchObject({ status: 200, failure: 'the answer did not end within 0.4 s', truncated: true })
  expect(reply.failureCode).toBe('unfinished')
  expect(bodyOf(reply)).toBe('some')
})

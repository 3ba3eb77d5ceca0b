import { expect, test } from 'vitest'
import { httpClient } from '../../src/media/http.ts'
import { lookupOf, redirect, serve, text } from './web.ts'

const web = serve({
  '/': text('secret'),
  '/to-other-loopback': redirect('http://127.0.0.2/'),
  '/to-decimal': redirect('http://2130706434/'),
  '/to-name': redirect('http://inside.example/'),
  '/to-metadata': redirect('http://169.254.169.254/latest/meta-data/'),
  '/to-ipv6': redirect('http://[::1]/'),
})

const get = { method: 'GET', maxBytes: 100 } as const
const refusal = { failure: 'private addresses are not asked', failureCode: 'private', headers: {} }

test.each(['127.0.0.1', 'localhost', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '127.1', '127.0.0.1.'])(
  'does not ask this machine as %s',
  async (host) => {
    const reply = await httpClient().request(web.at('/', host), get)
    expect(reply).toMatchObject(refusal)
    expect(reply.status).toBeUndefined()
    expect(reply.body).toHaveLength(0)
    expect(web.asked).toEqual([])
  },
)

test.each([
  '[::1]',
  '[::]',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[fe80::1]',
  '[fd00::1]',
])('does not ask %s, with http or https', async (host) => {
  for (const scheme of ['http', 'https']) {
    expect(await httpClient().request(`${scheme}://${host}:9/`, get)).toMatchObject(refusal)
  }
})

test('does not stream what is private', async () => {
  const chunks: Uint8Array[] = []
  const reply = await httpClient().stream(web.at('/'), (chunk) => chunks.push(chunk) > 0)
  expect(reply).toMatchObject(refusal)
  expect(chunks).toEqual([])
  expect(web.asked).toEqual([])
})

test('addresses can be allowed one by one', async () => {
  const reply = await httpClient({ allowPrivate: ['127.0.0.1'] }).request(web.at('/'), get)
  expect(new TextDecoder().decode(reply.body)).toBe('secret')
})

test.each([
  ['/to-other-loopback', 'http://127.0.0.2/'],
  ['/to-decimal', 'http://127.0.0.2/'],
  ['/to-metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['/to-ipv6', 'http://[::1]/'],
])('does not follow %s', async (path, url) => {
  const reply = await httpClient({ allowPrivate: ['127.0.0.1'] }).request(web.at(path), get)
  expect(reply).toMatchObject({ ...refusal, url, redirects: [web.at(path)] })
})

test.each([
  ['soil.example', ['10.1.2.3']],
  ['mixed.example', ['203.0.114.9', '127.0.0.2']],
  ['mapped.example', ['::ffff:10.0.0.1']],
])('does not ask %s, whose addresses are %j', async (name, addresses) => {
  const client = httpClient({ allowPrivate: ['127.0.0.1'], lookup: lookupOf({ [name]: addresses }) })
  expect(await client.request(`http://${name}:9/`, get)).toMatchObject({ ...refusal, url: `http://${name}:9/` })
})

test('does not follow a redirect to a name whose address is private', async () => {
  const client = httpClient({ allowPrivate: ['127.0.0.1'], lookup: lookupOf({ 'inside.example': ['192.168.0.9'] }) })
  const reply = await client.request(web.at('/to-name'), get)
  expect(reply).toMatchObject({ ...refusal, url: 'http://inside.example/', redirects: [web.at('/to-name')] })
})

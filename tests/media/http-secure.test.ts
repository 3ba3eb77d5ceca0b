import { createServer as createPlain } from 'node:http'
import { createServer } from 'node:https'
import { expect, test } from 'vitest'
import { httpClient } from '../../src/media/http.ts'
import { certificate, key, oldCertificate } from './certificates.ts'
import { portOf, useServer } from './web.ts'

const secure = createServer({ key, cert: certificate }, (_request, response) => response.end('hello'))
const old = createServer({ key, cert: oldCertificate }, (_request, response) => response.end('hello'))
const plain = createPlain((_request, response) => response.end('hello'))
for (const server of [secure, old, plain]) useServer(server)

const get = { method: 'GET', maxBytes: 100 } as const
const trusting = (ca: string) => httpClient({ allowPrivate: true, ca })

test('reads what a server with a good certificate sends', async () => {
  const reply = await trusting(certificate).request(`https://localhost:${portOf(secure)}/`, get)
  expect(reply).toMatchObject({ status: 200, body: new Uint8Array(Buffer.from('hello')) })
})

test('does not ask again what will stay so', async () => {
  const waits: number[] = []
  const client = httpClient({ allowPrivate: true, sleep: async (ms) => waits.push(ms) })
  const reply = await client.request(`https://localhost:${portOf(secure)}/`, get)
  expect(reply).toMatchObject({ failure: 'the certificate is not valid', failureCode: 'certificate' })
  expect(waits).toEqual([])
})

test('a certificate for another name', async () => {
  const reply = await trusting(certificate).request(`https://127.0.0.1:${portOf(secure)}/`, get)
  expect(reply).toMatchObject({ failure: 'the certificate is for another server', failureCode: 'certificate' })
})

test('a certificate that was valid once', async () => {
  const reply = await trusting(oldCertificate).request(`https://localhost:${portOf(old)}/`, get)
  expect(reply).toMatchObject({ failure: 'the certificate has expired', failureCode: 'certificate' })
})

test('a server that does not speak TLS', async () => {
  const reply = await trusting(certificate).request(`https://localhost:${portOf(plain)}/`, get)
  expect(reply).toMatchObject({ failure: 'no secure connection could be made', failureCode: 'tls' })
})

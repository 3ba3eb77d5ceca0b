import { expect, test } from 'vitest'
import { failureOf, TimeUp } from '../../src/media/http-failure.ts'

const withCode = (code: string) => Object.assign(new Error(`message of ${code}`), { code })

test.each([
  ['ENOTFOUND', 'not-found', 'the server was not found'],
  ['EAI_AGAIN', 'lookup', 'the name of the server could not be looked up'],
  ['EHOSTUNREACH', 'unreachable', 'the server cannot be reached'],
  ['ETIMEDOUT', 'no-connection', 'no connection could be made in time'],
  ['EPIPE', 'reset', 'the connection broke off'],
  ['ERR_STREAM_PREMATURE_CLOSE', 'reset', 'the connection broke off'],
  ['CERT_NOT_YET_VALID', 'certificate', 'the certificate is not valid yet'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate', 'the certificate is not valid'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate', 'the certificate is not valid'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', 'the server does not send the whole chain of certificates'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls', 'no secure connection could be made'],
  ['HPE_INVALID_CONSTANT', 'not-http', 'the answer breaks the rules of HTTP'],
  ['Z_DATA_ERROR', 'packing', 'the compressed answer is damaged'],
  ['EMFILE', 'unknown', 'the connection failed (EMFILE)'],
  ['constructor', 'unknown', 'the connection failed (constructor)'],
])('%s is %s: %s', (code, failureCode, sentence) => {
  expect(failureOf(withCode(code), 'waiting')).toEqual({ code: failureCode, sentence })
})

test.each([
  ['connecting', false, 'no-connection', 'no connection within 1.5 s'],
  ['waiting', false, 'no-answer', 'no answer within 1.5 s'],
  ['waiting', true, 'no-answer', 'no answer within 1.5 s'],
  ['reading', false, 'unfinished', 'the answer did not end within 1.5 s'],
  ['reading', true, 'unfinished', 'nothing more came for 1.5 s'],
] as const)('time up while %s (silence: %s) is %s: %s', (phase, silence, code, sentence) => {
  expect(failureOf(new TimeUp(1500, silence), phase)).toEqual({ code, sentence })
})

test.each([new TypeError('x is not a function'), 'a text', undefined])('a fault of our own is thrown: %s', (error) => {
  expect(() => failureOf(error, 'reading')).toThrow()
})

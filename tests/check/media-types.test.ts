import { expect, test } from 'vitest'
import {
  appleTypeFor,
  isAppleType,
  isMediaType,
  sameKind,
  typesOfExtension,
  urlExtension,
} from '../../src/check/media-types.ts'

test.each([
  ['https://soil.example/roots.MP3?x=1.ogg#y.wav', 'mp3'],
  ['https://soil.example/play/1/https%3A%2F%2Fsoil.example%2Froots.m4a', 'm4a'],
  ['https://soil.example/roots', ''],
  ['https://soil.example/v1.2/roots', ''],
  ['https://soil.example/roots.p5.50%20=%20$30', ''],
  ['https://soil.example', ''],
  ['roots.mp3', ''],
])('the extension of %j is %j', (url, extension) => expect(urlExtension(url)).toBe(extension))

test.each([
  ['audio/mpeg', 'audio/mp3'],
  ['audio/mpeg', 'Audio/X-MPEG; charset=binary'],
  ['audio/x-m4a', 'audio/mp4'],
  ['audio/m4a', 'audio/x-m4a'],
  ['application/json', 'application/json+chapters'],
  ['application/srt', 'text/srt'],
  ['image/jpg', 'image/jpeg'],
  ['x-soil/odd', 'X-Soil/Odd'],
])('%s and %s are the same', (one, other) => {
  expect(sameKind(one, other)).toBe(true)
  expect(sameKind(other, one)).toBe(true)
})

test.each([
  ['audio/mpeg', 'audio/mp4'],
  ['audio/mp4', 'video/mp4'],
  ['text/vtt', 'application/x-subrip'],
  ['text/plain', ''],
])('%s and %s are not', (one, other) => expect(sameKind(one, other)).toBe(false))

test('Apple’s types, and what it calls others', () => {
  expect(typesOfExtension('mp3')).toEqual(['audio/mpeg'])
  expect(typesOfExtension('constructor')).toBeUndefined()
  expect(isAppleType('audio/x-m4a; codecs=mp4a')).toBe(true)
  expect(isAppleType('audio/ogg')).toBe(false)
  expect(appleTypeFor('audio/mp3')).toBe('audio/mpeg')
  expect(appleTypeFor('audio/ogg')).toBeUndefined()
})

test.each(['audio/mpeg', 'audio/x-m4a;codecs="a/b"', 'application/json+chapters'])('%j is a type', (text) =>
  expect(isMediaType(text)).toBe(true),
)
test.each(['mp3', 'audio/', '/mpeg', 'audio mpeg', 'audio/mpeg/x', ''])('%j is none', (text) =>
  expect(isMediaType(text)).toBe(false),
)

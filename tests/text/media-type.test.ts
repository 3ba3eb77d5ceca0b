import { expect, test } from 'vitest'
import { extensionOf, mediaTypeOfName } from '../../src/text/media-type.ts'

test.each([
  ['a.mp3', 'audio/mpeg'],
  ['A.MP3', 'audio/mpeg'],
  ['audio/deep/a.b.m4a', 'audio/x-m4a'],
  ['audio\\a.mp4', 'video/mp4'],
  ['a.opus', 'audio/ogg'],
  ['a.vtt', 'text/vtt'],
  ['a.srt', 'application/x-subrip'],
  ['a.json', 'application/json'],
  ['a.html', 'text/html'],
  ['a.txt', 'text/plain'],
  ['cover.jpeg', 'image/jpeg'],
  ['https://example.com/a.mp3?token=x.y', 'audio/mpeg'],
  ['https://example.com/a.mp3?cover=x.png', 'audio/mpeg'],
  ['https://example.com/a.m4a#t=10', 'audio/x-m4a'],
  ['//example.com/a.mp3?x=.png', 'audio/mpeg'],
  ['a.mp3?v=2', 'audio/mpeg'],
  ['Episode #5.mp3', 'audio/mpeg'],
])('%s is %s', (name, type) => expect(mediaTypeOfName(name)).toBe(type))

test.each([
  '',
  'mp3',
  '.mp3',
  'a.',
  'a.xyz',
  'a.mp3/',
  'a.constructor',
  'https://example.com',
  'https://example.com/a',
])('does not know what %j is', (name) => expect(mediaTypeOfName(name)).toBeUndefined())

test.each([
  ['a/b.c/d', ''],
  ['a/b.C', 'c'],
  ['.hidden', ''],
])('the extension of %j is %j', (path, extension) => expect(extensionOf(path)).toBe(extension))

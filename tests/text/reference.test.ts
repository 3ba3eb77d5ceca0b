import { expect, test } from 'vitest'
import { isLocalReference } from '../../src/text/reference.ts'

test.each([
  'a.mp3',
  './a.mp3',
  '../a.mp3',
  '/a.mp3',
  'C:\\a.mp3',
  'c:/a.mp3',
  '\\\\server\\a.mp3',
  'Part 2: Soil.mp3',
  'a?b.mp3',
])('takes %j for a file', (text) => expect(isLocalReference(text)).toBe(true))

test.each([
  'https://example.com/a.mp3',
  'HTTP://example.com',
  '//example.com/a.mp3',
  'mailto:hello@example.com',
  'data:audio/mpeg;base64,AAAA',
  'file:///a.mp3',
  'urn:uuid:1',
  '#chapters',
  '?page=2',
  '',
  '  ',
])('does not take %j for a file', (text) => expect(isLocalReference(text)).toBe(false))

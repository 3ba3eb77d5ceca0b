import { expect, test } from 'vitest'
import { contentOf } from '../../src/check/first-bytes.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

test.each([
  ['ID3\x04', 'MP3'],
  ['\xff\xfb\x90\x64', 'MP3'],
  ['\xff\xf1\x50\x80', 'AAC without a container'],
  ['\0\0\0\x20ftypM4A ', 'MPEG-4 (M4A or MP4)'],
  ['OggS', 'Ogg'],
  ['fLaC', 'FLAC'],
  ['RIFF\0\0\0\0WAVE', 'WAV'],
  ['%PDF-1.7', 'a PDF document'],
  ['\xef\xbb\xbf\n<!doctype html>', 'a web page'],
  ['<?xml version="1.0"?>', 'an XML document'],
])('%j is %s', (text, name) => expect(contentOf(bytes(text))?.name).toBe(name))

test.each([
  [''],
  ['\0\0\0\0\0\0\0\0'],
  ['\xff'],
  ['\xff\xff\xff\xff'],
  ['\xff\xfeT\0'],
  ['RIFF\0\0\0\0AVI '],
  ['plain text'],
])('%j is not known', (text) => expect(contentOf(bytes(text))).toBeUndefined())

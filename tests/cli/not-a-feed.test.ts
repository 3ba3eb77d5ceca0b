import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedGate } from '../../src/cli/not-a-feed.ts'

/** Sends a document through the gate in pieces. */
function pass(document: Uint8Array, size = document.length || 1): { problem: string | undefined; passed: Buffer } {
  const pieces: Uint8Array[] = []
  const gate = feedGate((piece) => pieces.push(piece) > 0)
  for (let at = 0; at < document.length; at += size) if (!gate.take(document.subarray(at, at + size))) break
  return { problem: gate.end(), passed: Buffer.concat(pieces) }
}

describe('what may be a feed', () => {
  test.each([
    '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
    '<rss>',
    '\ufeff\n<rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    'Warning: something is wrong in line 3\n<rss>',
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
    '<rss><channel><description>&lt;html></description>',
    '<htmlish>',
  ])('%j passes', (text) => expect(pass(Buffer.from(text))).toEqual({ problem: undefined, passed: Buffer.from(text) }))

  test.each(['utf16le', 'utf-16be'])('passes in %s', (encoding) => {
    const little = Buffer.from('<?xml version="1.0"?><rss/>', 'utf16le')
    const wide = encoding === 'utf16le' ? little : little.swap16()
    expect(pass(wide).problem).toBeUndefined()
    expect(
      pass(Buffer.concat([encoding === 'utf16le' ? Buffer.from([0xff, 0xfe]) : Buffer.from([0xfe, 0xff]), wide]))
        .problem,
    ).toBeUndefined()
  })

  test('passes unchanged, however it is cut', () =>
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), fc.integer({ min: 1, max: 2000 }), (text, size) => {
        const document = Buffer.from(`<rss>${text.replaceAll('\0', '')}`)
        expect(pass(document, size)).toEqual({ problem: undefined, passed: document })
      }),
    ))
})

describe('what is none', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', Buffer.alloc(0), /empty/],
    ['white space', Buffer.from('\ufeff \r\n\t'), /empty/],
    ['a page', Buffer.from('<!doctype html><p>'), /web page/],
    ['a page behind comments', Buffer.from('\n<!-- a --> <!-- b -->\n<HTML lang="en">'), /web page/],
    ['JSON', Buffer.from(' [1]'), /JSON/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    ['bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 0]), /not a text/],
  ])('%s is told so, and nothing of it passes', (_name, document, problem) => {
    for (const size of [1, 7, 5000]) {
      const found = pass(document, size)
      expect(found.problem).toMatch(problem)
      expect(found.passed).toHaveLength(0)
    }
  })
})

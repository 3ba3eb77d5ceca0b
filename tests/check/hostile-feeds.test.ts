import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedDecoder } from '../../src/check/decode.ts'
import { limits } from '../../src/check/feed-limits.ts'
import { feedReader } from '../../src/check/read-feed.ts'
import { rules } from '../../src/check/rules/index.ts'
import { startCheck } from '../../src/check/run.ts'
import { targetsOf } from '../../src/check/targets.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import { placesIn } from '../../src/text/place.ts'
import { exampleDocument } from './example-feed.ts'
import { feedWith, read } from './reading.ts'

/** What all rules find in bytes that come in pieces, and the text that they were found in. */
function checkBytes(pieces: Iterable<Uint8Array>): { findings: Diagnostic[]; text: string; isRefused: boolean } {
  const check = startCheck(rules, {}, { nowMs: Date.UTC(2026, 5, 1) })
  const unnamed: Diagnostic[] = []
  const reader = feedReader('feed.xml', {
    ...check,
    comment: ({ rule }, spot) =>
      unnamed.push({ code: 'comment', severity: 'info', message: rule, place: spot.place() }),
    item: (item, channel) => {
      for (const { kind, url, place } of targetsOf(item))
        unnamed.push({ code: kind, severity: 'info', message: url, place: place() })
      check.item(item, channel)
    },
  })
  const decoder = feedDecoder()
  let text = ''
  let isRefused = false
  for (const piece of pieces) {
    const decoded = decoder.write(piece)
    text += decoded.text
    isRefused = !reader.write(decoded.text, decoded.lostAt)
    if (isRefused) break
  }
  const rest = decoder.end()
  text += rest.text
  reader.write(rest.text, rest.lostAt)
  reader.end({ encoding: decoder.encoding(), encodingProblem: decoder.problem() })
  return { findings: [...check.findings(), ...unnamed], text, isRefused }
}

/** Each place lies in the file, and its line and column are those of its offset; so do places beside it. */
function expectPlaces({ findings, text }: Pick<ReturnType<typeof checkBytes>, 'findings' | 'text'>): void {
  const table = placesIn('feed.xml', text)
  for (const { code, place, excerpt, related = [] } of findings) {
    for (const one of [place, ...related.map((other) => other.place)])
      expect([code, one]).toEqual([code, table.at(one?.offset ?? -1)])
    if (excerpt === undefined) continue
    expect(excerpt.column).toBeGreaterThan(0)
    expect(excerpt.text.length).toBeLessThanOrEqual(120)
    expect(text).toContain(excerpt.text)
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const goodFeed = exampleDocument({
  channel: '<description><![CDATA[How <b>things</b> grow &amp; 🌱 die]]></description>',
  item: [
    '<guid>1</guid><!-- castwright: off url-https -->',
    '<guid>2</guid><title>Salt &amp; pepper &#x1F331;</title>\r\n<podcast:person role="host"\r\n href="https://soil.example/ada">Ada</podcast:person>',
  ],
})

describe('whatever the bytes, a check ends, and its places lie in the file', () => {
  const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
  /** Something done to bytes at a place of them, from 0 to 1. */
  const change = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom('', '<', '>', '&', '"', "'", '/', ']]>', '<![CDATA[', '<!--', '-->', '<?', '<item>', '</item>'),
      fc.constantFrom(
        '</channel>',
        '<channel>',
        '&x;',
        '&#0;',
        '<!DOCTYPE a [',
        '\0',
        '\r',
        '\r\n',
        'xmlns:a="b"',
        ' a=b',
      ),
      fc.string({ unit: anyCharacter, maxLength: 10 }),
    ),
    raw: fc.uint8Array({ maxLength: 4 }),
  })

  const changed = (
    bytes: Uint8Array,
    { at, length, put, raw }: { at: number; length: number; put: string; raw: Uint8Array },
  ): Uint8Array => {
    const start = Math.floor(at * bytes.length)
    return Buffer.concat([bytes.subarray(0, start), bytesOf(put), raw, bytes.subarray(start + length)])
  }

  test('a good feed that was damaged', () =>
    fc.assert(
      fc.property(
        fc.array(change, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 3000 }),
        (changes, size) => {
          const bytes = changes.reduce(changed, bytesOf(goodFeed))
          const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.subarray(index * size, (index + 1) * size),
          )
          expectPlaces(checkBytes(pieces))
        },
      ),
      { numRuns: 150 },
    ))

  test('bytes of any kind', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => expectPlaces(checkBytes([bytes]))),
      { numRuns: 100 },
    ))

  test('a feed that ends anywhere', () => {
    const bytes = bytesOf(goodFeed)
    for (let end = 0; end < bytes.length; end += 7) {
      const found = checkBytes([bytes.subarray(0, end)])
      expectPlaces(found)
      expect(found.findings.map(({ code }) => code)).toContain('xml-well-formed')
    }
  })
})

describe('a document type is told, and nothing of it is used', () => {
  const titleOf = (doctype: string, text: string): string | undefined =>
    read(`${doctype}<rss><channel><title>${text}</title></channel></rss>`).channel?.children[0]?.text

  test.each([
    ['an entity', '<!DOCTYPE rss [<!ENTITY a "b">]>', '&a;'],
    [
      'entities that would grow to gigabytes',
      `<!DOCTYPE rss [<!ENTITY a0 "ha">${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `<!ENTITY a${n} "${`&a${n - 1};`.repeat(10)}">`).join('')}]>`,
      '&a9;',
    ],
    ['a file of the machine', '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    [
      'an address',
      '<!DOCTYPE rss SYSTEM "http://localhost:1/a.dtd" [<!ENTITY a PUBLIC "x" "http://localhost:1/">]>',
      '&a;',
    ],
    ['parameter entities', '<!DOCTYPE rss [<!ENTITY % p "<!ENTITY a \'b\'>"> %p;]>', '&a;'],
    ['an entity with tags inside', '<!DOCTYPE rss [<!ENTITY a "</title><item/>">]>', '&a;'],
    ['another meaning of what XML knows', '<!DOCTYPE rss [<!ENTITY lt "x">]>', '&lt;'],
  ])('%s', (_name, doctype, text) => {
    expect(titleOf(doctype, text)).toBe(text === '&lt;' ? '<' : text)
    expect(read(`${doctype}<rss/>`).problems).toMatchObject([{ kind: 'doctype' }])
  })
})

describe('what would fill the memory is not read any further', () => {
  // Smaller than usual, so that the limits are reached at once.
  const small = { ...limits, length: 1024 * 1024, parts: 5000 }
  const piece = 64 * 1024
  /** A document's start, and then the same again and again. */
  function* endless(start: string, unit: string): Generator<string> {
    yield start
    const again = unit.repeat(Math.ceil(piece / unit.length))
    for (;;) yield again
  }
  /** How many pieces are taken of what is too long. */
  const enough = small.length / piece + 3
  const start = '<rss><channel><title>Soil</title>\n'
  const inItem = `${start}<item>`

  test.each<[name: string, pieces: Iterable<string>, problem: RegExp]>([
    ['a text', endless(`${inItem}<title>`, 'words '), /longer than 1 MB/],
    ['a text of references', endless(`${inItem}<title>`, '&amp;'), /longer than 1 MB/],
    ['a CDATA section', endless(`${inItem}<title><![CDATA[`, 'words '), /longer than 1 MB/],
    ['CDATA sections', endless(`${inItem}<title>`, '<![CDATA[x]]>'), /longer than 1 MB/],
    ['a comment', endless(`${start}<!--`, 'words '), /longer than 1 MB/],
    ['comments', endless(start, '<!-- castwright: off x -->'), /longer than 1 MB/],
    ['an instruction', endless(`${start}<?p `, 'words '), /longer than 1 MB/],
    ['a document type', endless('<!DOCTYPE rss [', '<!ENTITY a "b">'), /longer than 1 MB/],
    ['the value of an attribute', endless(`${start}<item a="`, 'words '), /longer than 1 MB/],
    ['the name of an attribute', endless(`${start}<item `, 'a'), /longer than 1 MB/],
    ['the name of an element', endless(`${start}<`, 'a'), /longer than 1 MB/],
    ['white space', endless(start, ' \n'), /longer than 1 MB/],
    ['white space before the feed', endless('', '\r\n'), /longer than 1 MB/],
    ['NUL bytes', endless(`${inItem}<title>`, '\0'), /longer than 1 MB/],
    ['attributes', endless(`${start}<item `, 'a="" '), /more than 5000 elements and attributes/],
    ['elements', endless(`${inItem}`, '<a/>'), /more than 5000 elements and attributes/],
    ['elements in each other', endless(inItem, '<a>'), /more than 64 deep/],
    ['children of the channel', endless(start, '<a/>'), /too many elements beside its items/],
    ['long children of the channel', endless(start, `<a>${'x'.repeat(1000)}</a>`), /too many .* or too long ones/],
  ])('%s', (_name, pieces, problem) => {
    const { problems, refusedAt, events } = read(pieces, {}, small)
    expect(refusedAt).toBeLessThan(enough)
    expect(problems.at(-1)).toMatchObject({ kind: 'limit', problem: expect.stringMatching(problem) })
    expect(events).not.toContain('channel')
  })

  test('children of the channel, however short all of them are together', () => {
    const { refusedAt, problems } = read(endless(start, '<a/>'), {}, { ...small, length: limits.length })
    expect(refusedAt).toBeLessThan(4)
    expect(problems).toMatchObject([{ kind: 'limit' }])
  })

  test.each([
    ['NUL bytes', '\0'],
    ['text', 'Not found. '],
    ['other bytes', '\ufffd\u0001 & < '],
    ['a web page', '<!DOCTYPE html><html><br></html>'],
  ])('endless %s in place of a feed', (_name, unit) =>
    expect(read(endless('', unit), {}, small).refusedAt).toBeLessThan(enough),
  )

  test('what stands behind the feed, without making the feed any worse', () => {
    const { refusedAt, events } = read(endless(feedWith('<item/>'), ' '), {}, small)
    expect(refusedAt).toBeLessThan(enough)
    expect(events).toEqual(['item', 'channel', 'document'])
  })

  test('items of a second channel, and elements beside the channel, are let go', () => {
    const many = '<item><title>Roots</title></item>'.repeat(small.parts)
    for (const document of [
      `<rss><channel/><channel>${many}</channel></rss>`,
      `<rss>${many}<channel/></rss>`,
      `<feed xmlns="http://www.w3.org/2005/Atom">${many}</feed>`,
    ]) {
      const { problems, document: told, items } = read(document, {}, small)
      expect(problems).toEqual([])
      expect(items).toEqual([])
      expect(told?.root.children).toEqual([])
    }
  })

  test('the limit is one of megabytes: an item that is just short enough is read', () => {
    expect(limits.length).toBeGreaterThan(5_000_000)
    const { items, problems } = read(feedWith(`<item><title>${'x'.repeat(limits.length - 100_000)}</title></item>`))
    expect(problems).toEqual([])
    expect(items).toHaveLength(1)
  })

  test('a feed may be longer than one item may be, also where it comes as one piece', () => {
    const item = `<item><title>${'x'.repeat(small.length / 4)}</title></item>`
    const { items, problems } = read(feedWith(item.repeat(12)), {}, small)
    expect(problems).toEqual([])
    expect(items).toHaveLength(12)
  })

  test('problems are told as far as anybody reads them', () => {
    const { problems } = read(feedWith(`<item>${'\u0001'.repeat(1000)}${'&nbsp;'.repeat(1000)}</item>`))
    expect(problems.filter(({ kind }) => kind === 'syntax')).toHaveLength(limits.problems)
    expect(problems.filter(({ kind }) => kind === 'entity')).toHaveLength(limits.problems)
  })

  test('long names are cut short where they are told', () => {
    const name = 'x'.repeat(5000)
    expect(read(`<${name}`).problems.every(({ problem }) => problem.length <= limits.words)).toBe(true)
    const { document } = read(`<rss xmlns:${name}="${'y'.repeat(5000)}"/>`)
    expect([...(document?.namespaces ?? [])].flat().map(({ length }) => length)).toEqual([limits.words, limits.words])
  })

  test('of namespaces, only so many are remembered', () => {
    const many = Array.from({ length: 3000 }, (_, n) => `<item xmlns:n${n}="urn:${n}"/>`).join('')
    expect(read(feedWith(many)).document?.namespaces.size).toBe(limits.namespaces)
  })
})

describe('time grows with the length alone', () => {
  const most = 500_000

  test.each<[string, string]>([
    ['places on millions of lines', `<item>${'<a>\n\n\n</a>\n'.repeat(5000)}${'\n'.repeat(most)}</item>`],
    ['places on one line', `<item>${'<a>xx</a>'.repeat(5000)}${'x'.repeat(most)}</item>`],
    ['a namespace that is nothing but slashes', `<item xmlns:a="${'/'.repeat(most)}x"><a:b/></item>`],
    ['a tag with a name that does not end', `<item ${'x'.repeat(most)}="1" y="2"/>`],
    ['a tag full of spaces', `<item x${' '.repeat(most)}="1" y="2"/>`],
    ['a text full of marks', `<item><t>${'&lt;<![CDATA[]]><!---->'.repeat(20_000)}</t></item>`],
  ])('%s', (_name, inside) => {
    const { items } = read(feedWith(inside))
    const [item] = items
    const nodes = [item, ...(item?.children ?? [])]
    const places = nodes.map((node) => [node?.place(), node?.place('text', 'none'), node?.place('@y', 'none')])
    expect(places).toHaveLength(nodes.length)
  })
})

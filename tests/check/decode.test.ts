import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedDecoder } from '../../src/check/decode.ts'

interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly problem: string | undefined
  /** Where the first lost character stands in the whole text; -1 if none is. */
  readonly lostAt: number
}

function decode(pieces: readonly Uint8Array[]): Decoded {
  const decoder = feedDecoder()
  let text = ''
  let lostAt = -1
  for (const decoded of [...pieces.map((piece) => () => decoder.write(piece)), () => decoder.end()].map((one) =>
    one(),
  )) {
    if (decoded.lostAt !== undefined) {
      expect(lostAt).toBe(-1)
      lostAt = text.length + decoded.lostAt
    }
    text += decoded.text
  }
  return { text, encoding: decoder.encoding(), problem: decoder.problem(), lostAt }
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0))
const utf16le = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16()
const joined = (...parts: (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

const named = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?><rss>Gr\u00fc\u00dfe</rss>`

test.each<[name: string, bytes: Uint8Array, encoding: string, text: string]>([
  ['nothing', utf8(''), 'utf-8', ''],
  ['no declaration', utf8('<rss>Grüße 🌱</rss>'), 'utf-8', '<rss>Grüße 🌱</rss>'],
  ['UTF-8', utf8(named('UTF-8')), 'utf-8', named('UTF-8')],
  [
    'UTF-8 in single quotes',
    utf8("<?xml version='1.0' encoding = 'utf8' ?><a>ü</a>"),
    'utf-8',
    "<?xml version='1.0' encoding = 'utf8' ?><a>ü</a>",
  ],
  ['UTF-8 with a byte order mark', joined([0xef, 0xbb, 0xbf], utf8('<rss/>')), 'utf-8', '<rss/>'],
  [
    'a byte order mark that says otherwise',
    joined([0xef, 0xbb, 0xbf], utf8(named('iso-8859-1'))),
    'utf-8',
    named('iso-8859-1'),
  ],
  ['ISO-8859-1', latin1(named('ISO-8859-1')), 'windows-1252', named('ISO-8859-1')],
  [
    'ISO-8859-2',
    joined(latin1('<?xml version="1.0" encoding="iso-8859-2"?><a>'), [0xb1]),
    'iso-8859-2',
    '<?xml version="1.0" encoding="iso-8859-2"?><a>ą',
  ],
  [
    'Shift_JIS',
    joined(latin1('<?xml version="1.0" encoding="Shift_JIS"?><a>'), [0x93, 0x79]),
    'shift_jis',
    '<?xml version="1.0" encoding="Shift_JIS"?><a>土',
  ],
  [
    'ASCII',
    utf8('<?xml version="1.0" encoding="us-ascii"?><a>Soil</a>'),
    'utf-8',
    '<?xml version="1.0" encoding="us-ascii"?><a>Soil</a>',
  ],
  [
    'ASCII by another name',
    utf8('<?xml version="1.0" encoding="ASCII"?><a>ü</a>'),
    'utf-8',
    '<?xml version="1.0" encoding="ASCII"?><a>ü</a>',
  ],
  ['UTF-16, little end first', joined([0xff, 0xfe], utf16le(named('utf-16'))), 'utf-16le', named('utf-16')],
  ['UTF-16, big end first', joined([0xfe, 0xff], utf16be(named('utf-16'))), 'utf-16be', named('utf-16')],
  ['UTF-16 without a mark, little end first', utf16le(named('utf-16')), 'utf-16le', named('utf-16')],
  ['UTF-16 without a mark, big end first', utf16be(named('utf-16')), 'utf-16be', named('utf-16')],
  [
    'a declaration that stands in a text',
    utf8('<rss><?xml encoding="iso-8859-1"?>ü</rss>'),
    'utf-8',
    '<rss><?xml encoding="iso-8859-1"?>ü</rss>',
  ],
])('%s is read, in one piece and byte by byte', (_name, bytes, encoding, text) => {
  const whole = { text, encoding, problem: undefined, lostAt: -1 }
  expect(decode([bytes])).toEqual(whole)
  expect(decode([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole)
})

test.each([
  ['x-no-such', 'the encoding “x-no-such” is not known'],
  ['utf-7', 'the encoding “utf-7” is not known'],
  ['utf-16', 'the feed says that it is written in “utf-16”, but it is not'],
  ['UTF-16LE', 'the feed says that it is written in “UTF-16LE”, but it is not'],
])('a feed that says it is in %s, in bytes of UTF-8, is read as that', (name, problem) =>
  expect(decode([utf8(named(name))])).toEqual({ text: named(name), encoding: 'utf-8', problem, lostAt: -1 }),
)

test.each<[string, Uint8Array, number]>([
  ['Windows-1252 without saying so', latin1('<a>Gr\u00fc\u00dfe'), 5],
  ['a character that is cut off by the end', joined(utf8('<a>Gr'), [0xc3]), 5],
  ['a character that is cut off by another', joined(utf8('<a>🌱'), [0xf0, 0x9f], utf8('x')), 5],
  ['a lost character beside the sign for one', joined(utf8('<a>'), [0xff], utf8('\ufffd')), 3],
])('%s is noticed', (_name, bytes, lostAt) => {
  expect(decode([bytes]).lostAt).toBe(lostAt)
  expect(decode([...bytes].map((byte) => Uint8Array.of(byte))).lostAt).toBe(lostAt)
})

test('the sign for lost characters is a character like any other where it is written', () => {
  const bytes = utf8(`<a>${'\ufffd🌱'.repeat(3)}`)
  expect(decode([bytes])).toMatchObject({ lostAt: -1 })
  expect(decode([...bytes].map((byte) => Uint8Array.of(byte)))).toMatchObject({ lostAt: -1 })
})

test('in however many pieces bytes come, the text is the same, and lost where a strict reader stops', () => {
  const anyCharacter = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))
  const part = fc.oneof(
    fc.string({ unit: anyCharacter }).map(utf8),
    fc.uint8Array({ maxLength: 3 }),
    fc.constantFrom(utf8('\ufffd'), utf8('<?xml version="1.0" encoding="utf-8"?>')),
  )
  const isUtf8 = (bytes: Uint8Array): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      return true
    } catch {
      return false
    }
  }
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), fc.array(fc.nat(100), { maxLength: 8 }), (parts, cuts) => {
      const bytes = joined(utf8('<a>'), ...parts)
      const ends = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
      const pieces = ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
      const found = decode(pieces)
      expect(found.text).toBe(new TextDecoder('utf-8').decode(bytes))
      expect(found.lostAt === -1).toBe(isUtf8(bytes))
      if (found.lostAt !== -1) expect(found.text.charAt(found.lostAt)).toBe('\ufffd')
    }),
    { numRuns: 100 },
  )
})

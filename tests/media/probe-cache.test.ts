import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ProbeCache, parseProbeCache, renderProbeCache, renewProbeCache } from '../../src/media/probe-cache.ts'
import type { ProbedMedia } from '../../src/media/probed.ts'

const cache: ProbeCache = new Map<string, ProbedMedia>([
  ['https://soil.example/b.m4a', { type: 'audio/x-m4a' }],
  [
    'https://soil.example/a.mp3',
    {
      lastModified: 'Mon, 23 Feb 2026 10:00:00 GMT',
      etag: '"a\\"1"',
      bitrate: 128_000,
      duration: 61.257,
      type: 'audio/mpeg',
      length: 980_113,
    },
  ],
  ['https://soil.example/B.mp4', { type: 'video/mp4', length: 5, height: 720 }],
])
const rendered = `{
  "version": 1,
  "media": [
    { "url": "https://soil.example/B.mp4", "length": 5, "type": "video/mp4", "height": 720 },
    { "url": "https://soil.example/a.mp3", "length": 980113, "type": "audio/mpeg", "duration": 61.257, "bitrate": 128000, "etag": "\\"a\\\\\\"1\\"", "lastModified": "Mon, 23 Feb 2026 10:00:00 GMT" },
    { "url": "https://soil.example/b.m4a", "type": "audio/x-m4a" }
  ]
}
`
const read = (text: string) => parseProbeCache(new TextEncoder().encode(text), 'podcast.media.json')
const briefly = ({ diagnostics }: ReturnType<typeof read>) =>
  diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`)

describe('what is known about audio on the web', () => {
  test('is written with a line for each address, sorted', () => expect(renderProbeCache(cache)).toBe(rendered))
  test('is written when it is nothing, too', () =>
    expect(renderProbeCache(new Map())).toBe('{\n  "version": 1,\n  "media": []\n}\n'))
  test('is read back', () => expect(read(rendered)).toEqual({ value: cache, diagnostics: [] }))
  test('is nothing where there is no file', () =>
    expect(parseProbeCache(undefined, 'x')).toEqual({ value: new Map(), diagnostics: [] }))
  test('is read with the line ends of Windows and a byte order mark', () =>
    expect(read(`\uFEFF${rendered.replaceAll('\n', '\r\n')}`)).toEqual({ value: cache, diagnostics: [] }))

  test('survives any text that can be in it, byte for byte', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 })
    const media = fc.record(
      {
        length: fc.maxSafeNat(),
        type: text,
        duration: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
        bitrate: fc.nat(),
        height: fc.nat(),
        etag: text,
        lastModified: text,
      },
      { requiredKeys: ['type'] },
    )
    fc.assert(
      fc.property(fc.dictionary(text, media), (entries) => {
        const before: ProbeCache = new Map(Object.entries(entries))
        const once = renderProbeCache(before)
        const { value, diagnostics } = read(once)
        expect(diagnostics).toEqual([])
        expect(value).toEqual(before)
        expect(renderProbeCache(new Map([...(value ?? [])].reverse()))).toBe(once)
        expect(once.split('\n')).toHaveLength(before.size === 0 ? 5 : before.size + 6)
      }),
      { numRuns: 50 },
    )
  })
})

describe('damage is an error with its place', () => {
  test.each([
    [
      'a merge conflict',
      rendered.replace('    { "url"', '<<<<<<< HEAD\n    { "url"').concat('>>>>>>> theirs\n'),
      ['probe/cache-conflict 4:1'],
    ],
    ['a missing comma', rendered.replace('},\n', '}\n'), ['probe/cache-syntax 5:5']],
    ['a comma too many', rendered.replace('}\n  ]', '},\n  ]'), ['probe/cache-syntax 7:3']],
    ['a lost end', rendered.slice(0, rendered.indexOf('"height"')), ['probe/cache-syntax 4:78']],
    ['something after it', `${rendered}{}`, ['probe/cache-syntax 9:1']],
    ['no JSON at all', 'version: 1\n', ['probe/cache-syntax 1:1']],
    ['nothing', '', ['probe/cache-syntax 1:1']],
    ['another version', '{\n  "version": 2,\n  "rows": []\n}', ['probe/cache-version 2:14']],
    ['no version', '{ "media": [] }', ['probe/cache-value 1:1']],
    ['a list', '[]', ['probe/cache-value 1:1']],
    ['a text', '"media"', ['probe/cache-value 1:1']],
    ['nothing in it', 'null', ['probe/cache-value 1:1']],
    ['a group for the list', '{ "version": 1, "media": {} }', ['probe/cache-value 1:26']],
    ['a wrong kind', rendered.replace('"audio/mpeg"', '7'), ['probe/cache-value 5:70']],
    ['a number in words', rendered.replace('980113', '"980113"'), ['probe/cache-value 5:54']],
    ['half a byte', rendered.replace('980113', '9801.5'), ['probe/cache-value 5:54']],
    ['less than nothing', rendered.replace('980113', '-1'), ['probe/cache-value 5:54']],
    ['more than can be', rendered.replace('980113', '1e99'), ['probe/cache-value 5:54']],
    ['a time before the start', rendered.replace('61.257', '-1'), ['probe/cache-value 5:96']],
    ['a time without end', rendered.replace('61.257', '1e999'), ['probe/cache-value 5:96']],
    ['a lost address', rendered.replace('"url": "https://soil.example/B.mp4", ', ''), ['probe/cache-value 4:5']],
    ['one address twice', rendered.replace('B.mp4', 'a.mp3'), ['probe/cache-duplicate 5:14']],
  ])('%s', (_, text, expected) => {
    const outcome = read(text)
    expect(outcome.value).toBeUndefined()
    expect(briefly(outcome)).toEqual(expected)
    for (const { severity, place } of outcome.diagnostics)
      expect({ severity, file: place?.file }).toEqual({ severity: 'error', file: 'podcast.media.json' })
  })

  test('all that is wrong is told, and by its name', () => {
    const { diagnostics } = read(rendered.replace('980113', '-1').replace('"video/mp4"', '""'))
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'media[0].type must not be empty.',
      'media[1].length must not be negative.',
    ])
  })

  test('a second line points at the first', () => {
    const { diagnostics } = read(rendered.replace('B.mp4', 'a.mp3'))
    expect(diagnostics[0]?.related?.[0]?.place).toMatchObject({ line: 4, column: 14 })
  })

  test('wherever it is cut off, the error is found before the cut', () => {
    for (let length = rendered.trim().length - 1; length >= 0; length -= 7) {
      const { diagnostics } = read(rendered.slice(0, length))
      expect(diagnostics).toMatchObject([{ code: 'probe/cache-syntax' }])
      expect(diagnostics[0]?.place?.offset).toBeLessThanOrEqual(length)
    }
  })

  test('other keys are left out', () => {
    expect(read(rendered.replace('"version": 1,', '"version": 1,\n  "later": [],')).value).toEqual(cache)
  })
})

describe('after probing', () => {
  const old: ProbedMedia = { type: 'audio/mpeg', length: 1 }
  const fresh: ProbedMedia = { type: 'audio/mpeg', length: 2 }
  const before: ProbeCache = new Map([
    ['a', old],
    ['b', old],
    ['gone', old],
  ])

  test('what was found out counts, else what was known, and nothing of other addresses', () => {
    const after = renewProbeCache(before, [
      ['a', fresh],
      ['b', undefined],
      ['c', undefined],
      ['d', fresh],
    ])
    expect([...after]).toEqual([
      ['a', fresh],
      ['b', old],
      ['d', fresh],
    ])
    expect(before.size).toBe(3)
  })
})

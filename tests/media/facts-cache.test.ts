import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CachedFacts, findFacts, parseFactsCache, renderFactsCache } from '../../src/media/facts-cache.ts'
import { type FormatId, formats } from '../../src/media/format.ts'

const amount = fc.double({ min: 0, max: 1e15, noNaN: true })
const measured = fc.record(
  {
    format: fc.constantFrom(...(Object.keys(formats) as FormatId[])),
    length: fc.maxSafeNat(),
    duration: amount,
    bitrate: amount,
    height: fc.nat(),
    percent: fc.integer({ min: 0, max: 99 }),
  },
  { requiredKeys: ['format', 'length'] },
)
const entry = fc.tuple(measured, amount).map(([facts, mtimeMs]): CachedFacts => {
  return { size: facts.length, mtimeMs, measured: facts }
})
const caches = fc
  .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'a/b "c".mp3')), entry), {
    maxLength: 20,
  })
  .map((entries) => new Map(entries))

test('reads back what it wrote', () => {
  fc.assert(
    fc.property(caches, (cache) => {
      const plain = (facts: ReadonlyMap<string, CachedFacts>) => JSON.parse(JSON.stringify([...facts].sort()))
      expect(plain(parseFactsCache(renderFactsCache(cache)))).toEqual(plain(cache))
    }),
  )
})

test('writes the same text, in whatever order facts were found', () => {
  fc.assert(
    fc.property(caches, (cache) => {
      expect(renderFactsCache(new Map([...cache].reverse()))).toBe(renderFactsCache(cache))
    }),
  )
})

const facts: CachedFacts = {
  size: 10,
  mtimeMs: 1.5,
  measured: { format: 'mp3', length: 10, duration: 2 },
}
const cache = new Map([['a.mp3', facts]])

test('finds what is known of a file only while size and time are the same', () => {
  expect(findFacts(cache, 'a.mp3', { size: 10, mtimeMs: 1.5 })).toBe(facts.measured)
  expect(findFacts(cache, 'a.mp3', { size: 11, mtimeMs: 1.5 })).toBeUndefined()
  expect(findFacts(cache, 'a.mp3', { size: 10, mtimeMs: 1.6 })).toBeUndefined()
  expect(findFacts(cache, 'b.mp3', { size: 10, mtimeMs: 1.5 })).toBeUndefined()
})

const written = renderFactsCache(cache)

test.each([
  ['no file', undefined],
  ['an empty file', ''],
  ['half a file', written.slice(0, -20)],
  ['something else', '[1, 2]'],
  ['null', 'null'],
  ['another program’s file', '{"files":{"a.mp3":{"mtimeMs":1,"format":"mp3","length":10}}}'],
  ['another version', written.replace('"castwrightMedia":1', '"castwrightMedia":999999')],
  ['no files in it', '{"castwrightMedia":1}'],
])('counts %s as no cache', (_name, text) => expect([...parseFactsCache(text)]).toEqual([]))

test.each([
  ['a format that is not known', { format: 'toString' }],
  ['no length', { length: undefined }],
  ['a length in words', { length: '10' }],
  ['a negative duration', { duration: -1 }],
  ['a duration in words', { duration: '2' }],
  ['no time', { mtimeMs: null }],
])('leaves out an entry with %s, and keeps the others', (_name, change) => {
  const good = { mtimeMs: 1.5, format: 'mp3', length: 10, duration: 2 }
  const files = { 'a.mp3': good, 'b.mp3': { ...good, ...change }, 'c.mp3': [], 'd.mp3': null }
  expect([...parseFactsCache(JSON.stringify({ castwrightMedia: 1, files }))]).toEqual([['a.mp3', facts]])
})

test('takes any text for a cache or for none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseFactsCache(text)).toBeInstanceOf(Map)
    }),
  )
})

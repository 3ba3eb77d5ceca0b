import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../src/model/ledger.ts'
import { parseLedger, renderLedger } from '../../src/source/ledger.ts'
import { briefly, bytesOf } from './a-show.ts'

const entry = (slug: string) => ({
  slug,
  guid: `guid of ${slug}`,
  enclosure: `https://example.com/${slug}.mp3`,
  date: '2026-02-23T00:00:00Z',
})
const ledger: Ledger = {
  version: 1,
  feed: { url: 'https://example.com/feed.xml', guid: '9b024349-ccf0-5f69-a609-6b82873eab3c' },
  episodes: [entry('b'), entry('a')],
}
const rendered = `{
  "version": 1,
  "feed": { "url": "https://example.com/feed.xml", "guid": "9b024349-ccf0-5f69-a609-6b82873eab3c" },
  "episodes": [
    { "slug": "a", "guid": "guid of a", "enclosure": "https://example.com/a.mp3", "date": "2026-02-23T00:00:00Z" },
    { "slug": "b", "guid": "guid of b", "enclosure": "https://example.com/b.mp3", "date": "2026-02-23T00:00:00Z" }
  ]
}
`
const read = (text: string) => parseLedger(bytesOf(text), 'podcast.ledger.json')

describe('a ledger', () => {
  test('is written with a line for each episode, sorted', () => expect(renderLedger(ledger)).toBe(rendered))
  test('that is empty is written too', () =>
    expect(renderLedger({ version: 1, episodes: [] })).toBe('{\n  "version": 1,\n  "episodes": []\n}\n'))
  test('is read back, sorted', () => {
    const unsorted = rendered.replace(/( {4}\{ "slug": "a".*),\n( {4}\{ "slug": "b".*)\n/, '$2,\n$1\n')
    expect(unsorted).not.toBe(rendered)
    expect(read(unsorted)).toMatchObject({ value: { ...ledger, episodes: [entry('a'), entry('b')] }, diagnostics: [] })
  })
  test('that does not exist yet is empty', () =>
    expect(parseLedger(undefined, 'x')).toMatchObject({ value: { version: 1, episodes: [] }, diagnostics: [] }))
  test('knows the places of its entries', () => {
    const { placeOfEntry } = read(rendered)
    expect(placeOfEntry({ guid: 'guid of b' })).toMatchObject({ file: 'podcast.ledger.json', line: 6, column: 5 })
    expect(placeOfEntry({ guid: 'guid of c' })).toBeUndefined()
  })

  test('survives any text that can be in it', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 })
    const episodes = fc.uniqueArray(fc.record({ slug: text, guid: text, enclosure: text, date: text }), {
      selector: ({ slug }) => slug,
    })
    fc.assert(
      fc.property(episodes, fc.option(fc.record({ url: text, guid: text }), { nil: undefined }), (list, feed) => {
        const unique = list.map((episode, index) => ({ ...episode, guid: `${index}${episode.guid}` }))
        const once = renderLedger({ version: 1, episodes: unique, ...(feed === undefined ? {} : { feed }) })
        const { value, diagnostics } = read(once)
        expect(diagnostics).toEqual([])
        expect(value?.feed).toEqual(feed)
        expect(value?.episodes).toHaveLength(unique.length)
        expect(new Set(value?.episodes)).toEqual(new Set(unique))
        expect(renderLedger(value as Ledger)).toBe(once)
      }),
      { numRuns: 50 },
    )
  })
})

describe('a damaged ledger is an error with its place', () => {
  const conflict = rendered.replace('    { "slug": "b"', '<<<<<<< HEAD\n    { "slug": "b"').concat('>>>>>>> theirs\n')
  test.each([
    ['a merge conflict', conflict, ['ledger/conflict 6:1']],
    ['a missing comma', rendered.replace('},\n    {', '}\n    {'), ['ledger/syntax 6:5']],
    ['a comma too many', rendered.replace('Z" }\n  ]', 'Z" },\n  ]'), ['ledger/syntax 7:3']],
    ['a lost end', rendered.slice(0, rendered.indexOf('guid of a')), ['ledger/syntax 5:28']],
    ['a lost bracket', rendered.replace('  ]\n}', '  ]\n'), ['ledger/syntax 7:4']],
    ['something after it', `${rendered}{}`, ['ledger/syntax 9:1']],
    ['a lost colon', rendered.replace('"version": 1', '"version" 1'), ['ledger/syntax 2:13']],
    ['no JSON at all', 'version: 1\n', ['ledger/syntax 1:1']],
    ['nothing', '', ['file/empty 1:1']],
    ['another version', '{\n  "version": 2,\n  "rows": []\n}', ['ledger/version 2:14']],
    ['no version', '{ "episodes": [] }', ['ledger/wrong-value 1:1']],
    ['a list', '[]', ['ledger/wrong-value 1:1']],
    ['a wrong kind', rendered.replace('"guid of a"', '7'), ['ledger/wrong-value 5:28']],
    ['an empty guid', rendered.replace('"guid of a"', '""'), ['ledger/wrong-value 5:28']],
    ['a lost key', rendered.replace('"guid": "guid of a", ', ''), ['ledger/wrong-value 5:5']],
    ['two of one slug', rendered.replace('"slug": "b"', '"slug": "a"'), ['ledger/duplicate 6:15']],
    ['two of one guid', rendered.replace('guid of b', 'guid of a'), ['ledger/duplicate 6:28']],
  ])('%s', (_, text, expected) => {
    const { value, diagnostics } = read(text)
    expect(value).toBeUndefined()
    expect(briefly(diagnostics)).toEqual(expected)
  })

  test('wherever it is cut off, the error is found before the cut', () => {
    for (let length = rendered.trim().length - 1; length > 0; length -= 7) {
      const { diagnostics } = read(rendered.slice(0, length))
      expect(diagnostics).toMatchObject([{ code: 'ledger/syntax' }])
      expect(diagnostics[0]?.place?.offset).toBeLessThanOrEqual(length)
    }
  })

  test('a repeat points at its first use', () => {
    const { diagnostics } = read(rendered.replace('"slug": "b"', '"slug": "a"'))
    expect(diagnostics[0]?.related?.[0]?.place).toMatchObject({ line: 5, column: 15 })
  })
})

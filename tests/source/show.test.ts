import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseShow } from '../../src/source/show.ts'
import { aShow, briefly, bytesOf, plainSettings } from './a-show.ts'

describe('podcast.yaml', () => {
  test('with the least that is needed is filled with defaults', () => {
    expect(aShow()).toEqual({
      title: 'Ferns',
      description: 'About ferns.',
      link: 'https://example.com/ferns/',
      baseUrl: 'https://example.com/ferns/',
      feedUrl: 'https://example.com/ferns/feed.xml',
      language: 'en',
      timeZone: 'UTC',
      // UUIDv5 of example.com/ferns/feed.xml
      guid: '7a6cc24e-628f-5de4-b222-29d24e57db01',
      values: {
        author: 'Ada Fern',
        image: 'https://example.com/artwork.jpg',
        categories: [{ name: 'Science', sub: [] }],
        explicit: false,
      },
      episodeGuid: undefined,
      defaults: {},
      feeds: [],
      seasons: [],
      audio: { folders: [], baseUrl: undefined, prefix: [] },
      check: { profile: undefined, rules: {} },
      mapping: {},
      ignoreKeys: [],
      outline: { labels: [], tails: [] },
      output: {
        atom: true,
        json: true,
        site: true,
        simpleChapters: 'auto',
        timestamps: true,
        embed: false,
        artwork: true,
        transcripts: ['vtt', 'srt', 'json', 'html', 'text'],
        sanitize: true,
      },
      media: [],
    })
  })

  test('with every key keeps what it says', () => {
    const { value } = parseShow(readFileSync('tests/fixtures/source/shows/good-full.yaml'), 'podcast.yaml')
    expect(value).toMatchObject({
      description: 'Two people talk about plants.\nSlowly.',
      link: 'https://example.com/about',
      baseUrl: 'https://example.com/podcast/',
      feedUrl: 'https://feeds.example.com/fern-fig.xml',
      language: 'pt-BR',
      timeZone: 'Europe/Lisbon',
      guid: '9B024349-ccf0-5f69-a609-6b82873eab3c',
      values: {
        image: 'artwork.jpg',
        categories: [
          { name: 'Science', sub: ['Nature'] },
          { name: 'Society & Culture', sub: ['Documentary', 'Philosophy'] },
          { name: 'Leisure', sub: ['Home & Garden'] },
        ],
        locked: { value: true },
        type: 'serial',
      },
      defaults: { explicit: false, audio: { type: 'audio/mpeg' } },
      mapping: { 'audio.url': 'file', 'audio.length': 'length', episode: 'number' },
      ignoreKeys: ['layout', 'reddit'],
      outline: { labels: ['Timeline'], tails: ['\\[image: .*\\]$'], first: 'Cold open', nested: 'hide' },
      output: { atom: false, json: false, site: false, simpleChapters: true, timestamps: false, sanitize: false },
    })
  })

  test('can cross to another thread', () => expect(structuredClone(aShow())).toEqual(aShow()))

  test('keeps the blanks of a pattern', () => {
    expect(aShow('outline: { tails: " - .*$" }\n').outline.tails).toEqual([' - .*$'])
  })
})

const settings = (...addresses: string[]) =>
  parseShow(bytesOf(`${plainSettings.replace(/baseUrl.*\n/, '')}${addresses.join('\n')}\n`), 'podcast.yaml')

describe('each address is known by the other', () => {
  test.each([
    [['baseUrl: https://example.com'], 'https://example.com/', 'https://example.com/feed.xml'],
    [['baseUrl: https://example.com/a'], 'https://example.com/a/', 'https://example.com/a/feed.xml'],
    [['baseUrl: https://example.com/a/?b#c'], 'https://example.com/a/', 'https://example.com/a/feed.xml'],
    [['feedUrl: https://example.com/a/b.rss'], 'https://example.com/a/', 'https://example.com/a/b.rss'],
    [['feedUrl: https://example.com/feed?id=1'], 'https://example.com/', 'https://example.com/feed?id=1'],
    [['baseUrl: https://a.example', 'feedUrl: https://b.example/x'], 'https://a.example/', 'https://b.example/x'],
  ])('%j', (addresses, baseUrl, feedUrl) => expect(settings(...addresses).value).toMatchObject({ baseUrl, feedUrl }))

  test.each([
    [[], ['show/no-address 1:1']],
    [['baseUrl: /podcast'], ['show/wrong-value 8:10']],
    [['feedUrl: ftp://example.com/feed.xml'], ['show/wrong-value 8:10']],
  ])('unless they are %j', (addresses, found) => expect(briefly(settings(...addresses).diagnostics)).toEqual(found))
})

describe('a show with mistakes', () => {
  const { value, provisional } = parseShow(
    readFileSync('tests/fixtures/source/shows/wrong-values.yaml'),
    'podcast.yaml',
  )

  test('still gives what its episodes can be checked with', () => {
    expect(value).toBeUndefined()
    expect(provisional).toMatchObject({
      description: 'About ferns.',
      timeZone: 'UTC',
      guid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      episodeGuid: undefined,
      feeds: [],
      seasons: [],
      audio: { folders: [], baseUrl: undefined, prefix: [] },
      check: { profile: undefined, rules: {} },
      mapping: {},
      outline: { tails: [' — .*$'] },
    })
  })

  test('keeps the part of a mapping that is right, and no defaults that are wrong', () => {
    const further = 'frontmatter: { audio.uri: file, audio.length: size }\ndefaults: { season: 0 }\ntimezone: Nowhere\n'
    const shown = parseShow(bytesOf(plainSettings + further), 'podcast.yaml').provisional
    expect(shown).toMatchObject({ title: 'Ferns', mapping: { 'audio.length': 'size' }, defaults: {} })
  })

  test('gives nothing if it cannot be read', () => {
    expect(parseShow(bytesOf('title: [A'), 'podcast.yaml').provisional).toBeUndefined()
  })
})

test('several mistakes are reported in one run, those of a value beside those of a kind', () => {
  const { diagnostics } = parseShow(bytesOf('title: [A]\ntimezone: Nowhere\nlanguage: xx\n'), 'podcast.yaml')
  expect(diagnostics.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['show/wrong-value', 'show/unknown-timezone', 'show/unknown-language', 'show/missing']),
  )
})

test('whether a guid is written or derived is known', () => {
  expect(parseShow(bytesOf(plainSettings), 'podcast.yaml').guidIsWritten).toBe(false)
  const written = 'guid: 9b024349-ccf0-5f69-a609-6b82873eab3c\n'
  expect(parseShow(bytesOf(plainSettings + written), 'podcast.yaml').guidIsWritten).toBe(true)
})

test('the place of a key is known, also of one that is absent', () => {
  const { placeOf } = parseShow(bytesOf(plainSettings), 'podcast.yaml')
  expect(placeOf(['language'])).toMatchObject({ file: 'podcast.yaml', line: 4, column: 11 })
  expect(placeOf(['guid'])).toMatchObject({ line: 1, column: 1 })
})

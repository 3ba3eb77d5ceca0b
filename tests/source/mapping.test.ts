import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frontmatterSchema } from '../../src/model/frontmatter.ts'
import { keyPaths, knownKeys } from '../../src/source/keys.ts'
import { valueAt } from '../../src/source/located.ts'
import { applyMapping, withDefaults } from '../../src/source/mapping.ts'

describe('a mapping renames keys', () => {
  test.each([
    ['a key', { number: 7 }, { episode: 'number' }, { episode: 7 }],
    ['a key into a group', { file: 'a.mp3' }, { 'audio.url': 'file' }, { audio: { url: 'a.mp3' } }],
    [
      'several keys into one group',
      { file: 'a.mp3', length: '12' },
      { 'audio.url': 'file', 'audio.length': 'length' },
      { audio: { url: 'a.mp3', length: '12' } },
    ],
    [
      'beside keys of ours in the group',
      { audio: 'a.mp3', size: 12 },
      { 'audio.length': 'size' },
      { audio: { url: 'a.mp3', length: 12 } },
    ],
    ['a key of theirs that is deeper', { podcast: { season: 2 } }, { season: 'podcast.season' }, { season: 2 }],
    [
      'a key of theirs that has a dot in its name',
      { 'podcast.season': 2 },
      { season: 'podcast.season' },
      { season: 2 },
    ],
    [
      'a part of a key that has our name',
      { image: { src: 'a.jpg', alt: 'A' } },
      { image: 'image.src' },
      { image: 'a.jpg' },
    ],
    [
      'one key to two of ours',
      { blurb: 'B' },
      { summary: 'blurb', subtitle: 'blurb' },
      { summary: 'B', subtitle: 'B' },
    ],
    [
      'one way round and the other',
      { title: 'T', name: 'N' },
      { title: 'name', subtitle: 'title' },
      { title: 'N', subtitle: 'T' },
    ],
  ])('%s', (_, written, mapping, data) => expect(applyMapping(written, mapping).data).toEqual(data))
})

describe('a mapped key', () => {
  test('wins over our own', () =>
    expect(applyMapping({ title: 'Own', name: 'Mapped' }, { title: 'name' }).data).toEqual({ title: 'Mapped' }))
  test.each([{ title: 'Own' }, { title: 'Own', name: null }])('leaves our own where it is absent: %j', (written) =>
    expect(applyMapping(written, { title: 'name' }).data).toEqual({ title: 'Own' }),
  )
  test('is no longer what its name says to us', () =>
    expect(
      applyMapping({ episode: 'https://example.com/a.mp3' }, { 'audio.url': 'episode', episode: 'number' }).data,
    ).toEqual({
      audio: { url: 'https://example.com/a.mp3' },
    }))
  test('is not changed in the file’s own data', () => {
    const written = { audio: { page: 'x', url: 'a.mp3' }, size: 1 }
    applyMapping(written, { link: 'audio.page', 'audio.length': 'size' })
    expect(written).toEqual({ audio: { page: 'x', url: 'a.mp3' }, size: 1 })
  })
})

describe('names and places go back to the file', () => {
  const mapping = { 'audio.url': 'file', 'audio.length': 'length', title: 'name', season: 'podcast.season' }
  const mapped = applyMapping({ file: 'a.mp3', podcast: { season: 2 }, persons: ['A'] }, mapping)

  test.each([
    [['audio', 'url'], ['file']],
    [['audio', 'length'], ['length']],
    [
      ['audio', 'type'],
      ['audio', 'type'],
    ],
    [['audio'], ['file']],
    [['title'], ['name']],
    [
      ['season', 'number'],
      ['podcast', 'season', 'number'],
    ],
    [
      ['persons', 0],
      ['persons', 0],
    ],
  ])('%j is called %j', (ours, theirs) => expect(mapped.theirs(ours)).toEqual(theirs))

  test.each([
    [['audio', 'url'], ['file'], true],
    [['audio', 'length'], ['file'], false],
    [['audio'], ['file'], false],
    [['season'], ['podcast', 'season'], true],
    [['title'], [], false],
    [['persons', 0], ['persons', 0], true],
    [['persons', 0, 'name'], ['persons', 0], true],
    [['persons', 1, 'name'], ['persons'], false],
  ])('%j stands at or near %j', (ours, path, isExact) => expect(mapped.find(ours)).toEqual({ path, isExact }))

  test('for every key that can be mapped', () => {
    const paths = keyPaths(knownKeys(frontmatterSchema))
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (ours, value) => {
        fc.pre(value !== null)
        const { data, theirs, find } = applyMapping({ theirKey: value }, { [ours]: 'theirKey' })
        const path = ours.split('.')
        expect(data).not.toHaveProperty('theirKey')
        expect(valueAt(data, path)).toEqual(applyMapping({ value }, {}).data.value)
        expect(theirs(path)).toEqual(['theirKey'])
        expect(find(path)).toEqual({ path: ['theirKey'], isExact: true })
      }),
    )
  })
})

describe('keys left empty are absent', () => {
  test('at every depth', () =>
    expect(applyMapping({ a: null, b: { c: null, d: 1 }, e: {} }, {}).data).toEqual({ b: { d: 1 }, e: {} }))
})

describe('defaults lie below', () => {
  test.each([
    ['a key that is absent', {}, { explicit: true }, { explicit: true }],
    ['a key that is there', { explicit: false }, { explicit: true }, { explicit: false }],
    ['a list, as a whole', { keywords: ['a'] }, { keywords: ['b', 'c'] }, { keywords: ['a'] }],
    ['a group, key by key', { audio: { url: 'a' } }, { audio: { type: 't' } }, { audio: { type: 't', url: 'a' } }],
    ['a shorthand', { audio: 'a' }, { audio: { type: 't' } }, { audio: { type: 't', url: 'a' } }],
    ['a shorthand below', { season: { name: 'S' } }, { season: 2 }, { season: { number: 2, name: 'S' } }],
  ])('%s', (_, own, defaults, merged) => expect(withDefaults(own, defaults)).toEqual(merged))
})

import { describe, expect, test } from 'vitest'
import { addressesIn, attributesMissing, attributesUnknown, podcastElements } from '../../src/check/podcast-elements.ts'
import { targetsOf } from '../../src/check/targets.ts'
import type { FeedNode } from '../../src/model/feed-node.ts'
import { tagsOf } from '../../src/tags/index.ts'

const place = { file: 'feed.xml', line: 1, column: 1, offset: 0 }
const node = (name: string, attributes: Record<string, string>): FeedNode => ({
  name,
  written: name,
  namespace: 'https://podcastindex.org/namespace/1.0',
  attributes,
  children: [],
  text: '',
  place: () => place,
})

describe.each([...podcastElements])('%s', (name, { parents, attributes, text }) => {
  test('lies in the channel, in an item, or in an element that does', () => {
    const reaches = (parent: string, above: readonly string[] = []): boolean => {
      if (parent === 'channel' || parent === 'item') return true
      const further = above.includes(parent) ? [] : (podcastElements.get(parent)?.parents ?? [])
      return further.some((one) => reaches(one, [...above, parent]))
    }
    expect(parents).not.toEqual([])
    expect(parents.filter((parent) => !reaches(parent))).toEqual([])
    expect(parents).not.toContain(name)
  })

  test('is allowed in a live item where it is allowed in an item', () =>
    expect(parents.includes('podcast:liveItem')).toBe(parents.includes('item')))

  test('has attributes that differ by more than case, and sensible lengths', () => {
    const names = Object.keys(attributes).map((attribute) => attribute.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    const lengths = [text, ...Object.values(attributes)].flatMap((part) => part?.longest ?? [])
    for (const length of lengths) expect([32, 128, 4000]).toContain(length)
  })

  test('is complete with its required attributes, and not without one of them', () => {
    const needed = Object.keys(attributes).filter((attribute) => attributes[attribute]?.need === 'required')
    const full = Object.fromEntries(Object.keys(attributes).map((attribute) => [attribute, 'https://soil.example/']))
    expect(attributesMissing(node(name, full))).toEqual([])
    expect(attributesMissing(node(name, {}))).toEqual(needed)
    expect(attributesUnknown(node(name, full))).toEqual([])
  })
})

test('every tag of the namespace is there', () =>
  expect([...podcastElements.keys()].map((name) => name.slice('podcast:'.length)).sort()).toEqual(
    (
      'alternateEnclosure block chapters chat contentLink episode funding guid image images integrity license liveItem ' +
      'location locked medium person podping podroll publisher remoteItem season socialInteract soundbite source ' +
      'trailer transcript txt updateFrequency value valueRecipient valueTimeSplit'
    ).split(' '),
  ))

test('the tags that castwright writes are there', () => {
  const ours = [...tagsOf('channel'), ...tagsOf('item')].flatMap(
    ({ docs }) => /^podcast-namespace\.md §1 (\w+)/.exec(docs.spec)?.[1] ?? [],
  )
  expect(ours).toContain('locked')
  expect(ours.filter((name) => !podcastElements.has(`podcast:${name}`))).toEqual([])
})

test.each([...podcastElements.keys()])('what apps load of %s is an address in the table', (name) => {
  const { attributes = {} } = podcastElements.get(name) ?? {}
  const full = Object.fromEntries(Object.keys(attributes).map((attribute) => [attribute, 'https://soil.example/a']))
  for (const { attribute } of targetsOf(node(name, full))) expect(attributes[attribute ?? '']?.address).toBeDefined()
})

test('comments that are turned off need no address', () => {
  expect(attributesMissing(node('podcast:socialInteract', { protocol: 'disabled' }))).toEqual([])
  expect(attributesMissing(node('podcast:socialInteract', { protocol: 'nostr' }))).toEqual(['uri'])
})

test.each([
  ['podcast:remoteItem', { feedguid: 'x' }, 'feedguid', 'feedGuid'],
  ['podcast:trailer', { pubDate: 'x' }, 'pubDate', 'pubdate'],
  ['podcast:transcript', { lang: 'en' }, 'lang', 'language'],
  ['podcast:funding', { url: 'https://soil.example/', platform: 'x' }, 'platform', undefined],
])('%s with %j: %s is meant as %s', (name, attributes, written, meant) =>
  expect(attributesUnknown(node(name, attributes))).toEqual([{ written, meant }]),
)

test('attributes of XML and of other namespaces are nobody’s mistake', () =>
  expect(
    attributesUnknown(node('podcast:person', { xmlns: 'x', 'xmlns:a': 'x', 'a:b': 'x', 'xml:lang': 'en' })),
  ).toEqual([]))

test('a srcset has several addresses, with commas in them or not', () =>
  expect(
    addressesIn(node('podcast:images', { srcset: 'https://a.example/a,b.jpg 1500w,\n  2.jpg 600w, 3.jpg' })).map(
      ({ address }) => address,
    ),
  ).toEqual(['https://a.example/a,b.jpg', '2.jpg', '3.jpg']))

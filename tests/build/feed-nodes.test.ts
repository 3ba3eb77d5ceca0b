import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FindSource, plainNode, toFeedNode } from '../../src/build/feed-nodes.ts'
import { namespacesOf, rss } from '../../src/feed/formats/rss.ts'
import { renderFeed } from '../../src/feed/render.ts'
import { channelElements } from '../../src/feed/rss-channel.ts'
import { itemElements } from '../../src/feed/rss-item.ts'
import { childNamed, type FeedNode } from '../../src/model/feed-node.ts'
import type { Show } from '../../src/model/show.ts'
import { renderXml, type XmlElement } from '../../src/text/xml.ts'
import { read } from '../check/reading.ts'
import { sampleEpisode, sampleShow } from '../feed/sample.ts'

const nowhere = { file: 'podcast.yaml', line: 1, column: 1, offset: 0 }
const find: FindSource = () => nowhere

/** What a rule can see of an element, but for places. Between elements there is white space only. */
const seen = ({ name, namespace, attributes, text, children }: FeedNode): object => ({
  name,
  namespace,
  attributes,
  text: children.length > 0 ? text.trim() : text,
  children: children.map(seen),
})

describe('what a check sees of a folder is what it would see of the feed', () => {
  const show: Show = sampleShow()
  const namespaces = new Map(Object.entries(namespacesOf(show)))
  const episodes = [1, 2].map((number) => sampleEpisode(number))
  const { items, channel, document, problems } = read(renderFeed(rss, show, episodes))
  const nodesOf = (elements: readonly XmlElement[]): object[] =>
    elements.map((element) => seen(toFeedNode(element, find, namespaces)))

  test('of an episode', () => {
    expect(problems).toEqual([])
    // The newest comes first.
    expect(items.map((item) => item.children.map(seen))).toEqual(
      [...episodes].reverse().map((episode) => nodesOf(itemElements(episode, show, episode.notesHtml))),
    )
  })

  test('of the show', () => {
    const updatedMs = Math.max(...episodes.map(({ date }) => date.ms))
    expect(channel?.children.map(seen)).toEqual(nodesOf(channelElements(show, { updatedMs })))
    expect(document?.namespaces).toEqual(namespaces)
  })

  test('of any element, whatever its words', () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', ' ', '&', '<', '>', '"', "'", '\t', '\n', '\r', ']]>', '\0', '\u0085', '🌱', '\ufffe'),
      ),
      minLength: 1,
    })
    const element: fc.Arbitrary<XmlElement> = fc.oneof(
      fc.record({ name: fc.constantFrom('title', 'itunes:author'), content: words }),
      fc.record({ name: fc.constant('content:encoded'), cdata: words }),
      fc.record({
        name: fc.constant('podcast:person'),
        attributes: fc.record({ href: words, role: fc.option(words, { nil: undefined }) }),
        content: fc.oneof(words, fc.integer()),
      }),
    )
    fc.assert(
      fc.property(fc.array(element, { maxLength: 3 }), (elements) => {
        const declared = [...namespaces].map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')
        const told = read(`<rss ${declared}><channel><item>${renderXml(elements)}</item></channel></rss>`)
        expect(told.problems).toEqual([])
        expect(told.items[0]?.children.map(seen)).toEqual(nodesOf(elements))
      }),
      { numRuns: 200 },
    )
  })
})

describe('places are those of the keys', () => {
  const element: XmlElement = {
    name: 'podcast:alternateEnclosure',
    attributes: { type: 'audio/mpeg' },
    content: [
      { name: 'podcast:source', attributes: { uri: 'https://soil.example/a.mp3' }, from: ['sources', 1] },
      { name: 'podcast:integrity', content: 'x' },
    ],
    from: ['alternateEnclosures', 0],
  }
  const asked: unknown[] = []
  const node = toFeedNode(
    element,
    (key, near) => {
      asked.push([...key, near])
      return { ...nowhere, offset: asked.length }
    },
    new Map(),
  )

  test.each<[string, () => unknown, unknown[]]>([
    ['an element', () => node.place(), ['alternateEnclosures', 0, undefined]],
    ['its text', () => node.place('text', 'Soil'), ['alternateEnclosures', 0, 'Soil']],
    ['an attribute', () => node.place('@type', 'mpeg'), ['alternateEnclosures', 0, 'type', 'mpeg']],
    [
      'an element inside',
      () => childNamed(node, 'podcast:source')?.place('@uri'),
      ['alternateEnclosures', 0, 'sources', 1, 'uri', undefined],
    ],
    [
      'an element inside that has no key of its own',
      () => childNamed(node, 'podcast:integrity')?.place(),
      ['alternateEnclosures', 0, undefined],
    ],
  ])('of %s', (_name, ask, key) => {
    expect(ask()).toMatchObject({ file: 'podcast.yaml', offset: expect.any(Number) })
    expect(asked.at(-1)).toEqual(key)
  })
})

test('what has no key stands where it is said to', () => {
  const child = plainNode('title', [], nowhere)
  const node = plainNode('rss', [child], nowhere, { version: '2.0' })
  expect(node).toMatchObject({ name: 'rss', written: 'rss', namespace: '', attributes: { version: '2.0' }, text: '' })
  expect(node.children).toEqual([child])
  expect(node.place('@version')).toBe(nowhere)
})

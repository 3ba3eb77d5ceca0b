import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeedNode } from '../../src/model/feed-node.ts'
import { placesIn } from '../../src/text/place.ts'
import { feedWith, read } from './reading.ts'

/** A piece of a feed as a generator writes it, and where its parts stand in that. */
interface Written {
  readonly xml: string
  /** Offsets, in the order of the elements: of the element, its text, its attributes. */
  readonly parts: readonly Part[]
}
interface Part {
  readonly element: number
  /** -1: it has none, and the element stands for it. */
  readonly text: number
  readonly attributes: Readonly<Record<string, number>>
}

const shifted = ({ element, text, attributes }: Part, by: number): Part => ({
  element: element + by,
  text: text === -1 ? -1 : text + by,
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, at]) => [name, at + by])),
})

const space = fc.stringMatching(/^[ \t\r\n]{1,4}$/)
const maybeSpace = fc.stringMatching(/^[ \t\r\n]{0,3}$/)
const name = fc.constantFrom('a', 'title', 'itunes:image', 'x-𐐀', 'ü')
const value = fc.constantFrom('', 'x', 'a > b', "it's", 'b="2" c=', '&amp;&#10;', '🌱', 'a\r\n\tb', 'x/>')
const words = fc.constantFrom('Soil', '&amp; Seed', '&#x1F331;', '🌱', ']] >', 'a\r\nb > c')
const beforeWords = fc.constantFrom('', ' \r\n', '<!-- <a b="c"> -->', '<?p <a> ?>', '\n<![CDATA[ ', '<![CDATA[]]>\t')

const attribute = fc.record({ before: space, after: maybeSpace, quote: fc.constantFrom('"', '"', "'"), value })

/** Attributes of different names, each written in its own way. */
const attributes = fc.dictionary(fc.constantFrom('b', 'bb', 'c', 'itunes:b', 'url'), attribute, { maxKeys: 4 })

const { element } = fc.letrec<{ element: Written }>((tie) => ({
  element: fc
    .record({
      name,
      attributes,
      end: maybeSpace,
      mark: beforeWords,
      words: fc.option(words),
      children: fc.oneof({ maxDepth: 3 }, fc.constant([]), fc.array(tie('element'), { maxLength: 3 })),
      isEmpty: fc.boolean(),
    })
    .map(writeElement),
}))

function writeElement(one: {
  readonly name: string
  readonly attributes: Readonly<Record<string, { before: string; after: string; quote: string; value: string }>>
  readonly end: string
  readonly mark: string
  readonly words: string | null
  readonly children: readonly Written[]
  readonly isEmpty: boolean
}): Written {
  let xml = `<${one.name}`
  const at: Record<string, number> = {}
  for (const [key, { before, after, quote, value: written }] of Object.entries(one.attributes)) {
    xml += `${before}${key}${after}=${after}${quote}`
    at[key] = xml.length
    xml += `${written.replaceAll(quote, quote === '"' ? '&quot;' : '&apos;')}${quote}`
  }
  const own = { element: 0, text: -1, attributes: at }
  if (one.isEmpty) return { xml: `${xml}${one.end}/>`, parts: [own] }
  xml += `${one.end}>`
  if (one.words !== null) {
    xml += one.mark
    own.text = xml.length
    xml += one.mark.endsWith('[ ') ? `${one.words}]]>` : one.words
  }
  const parts: Part[] = [own]
  for (const child of one.children) {
    parts.push(...child.parts.map((part) => shifted(part, xml.length)))
    xml += child.xml
  }
  return { xml: `${xml}</${one.name}>`, parts }
}

const all = (node: FeedNode): FeedNode[] => [node, ...node.children.flatMap(all)]

test('every part of every element has its place, however they are written', () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), maybeSpace, (elements, between) => {
      let inside = '<item>'
      const parts: Part[] = []
      for (const { xml, parts: own } of elements) {
        inside += between
        parts.push(...own.map((part) => shifted(part, inside.length)))
        inside += xml
      }
      const document = feedWith(`${inside}</item>`)
      const shift = feedWith('').indexOf('</channel>')
      const { at } = placesIn('feed.xml', document)
      const { items, problems } = read(document)
      expect(problems).toEqual([])
      const nodes = items.flatMap(all).slice(1)
      expect(nodes.map((node) => placesOf(node))).toEqual(
        parts
          .map((part) => shifted(part, shift))
          .map(({ element: start, text, attributes: values }) => ({
            element: at(start),
            text: at(text === -1 ? start : text),
            attributes: Object.fromEntries(Object.entries(values).map(([key, offset]) => [key, at(offset)])),
          })),
      )
    }),
    { numRuns: 300 },
  )
})

const placesOf = (node: FeedNode): object => ({
  element: node.place(),
  text: node.place('text'),
  attributes: Object.fromEntries(Object.keys(node.attributes).map((key) => [key, node.place(`@${key}`)])),
})

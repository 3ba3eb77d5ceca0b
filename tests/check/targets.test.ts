import { expect, test } from 'vitest'
import { targetsOf } from '../../src/check/targets.ts'
import type { Target } from '../../src/model/rule.ts'
import { placesIn } from '../../src/text/place.ts'
import { feedWith, read } from './reading.ts'

/** The targets of one item. */
const targetsIn = (inside: string) => read(feedWith(`<item>${inside}</item>`)).items.flatMap(targetsOf)

test.each([
  ['<enclosure url="https://soil.example/a.mp3"/>', 'enclosure', 'url'],
  ['<podcast:source uri="https://soil.example/a.mp3"/>', 'enclosure', 'uri'],
  ['<podcast:trailer url="https://soil.example/a.mp3"/>', 'enclosure', 'url'],
  ['<itunes:image href="https://soil.example/a.mp3"/>', 'image', 'href'],
  ['<podcast:image href="https://soil.example/a.mp3"/>', 'image', 'href'],
  ['<podcast:transcript url="https://soil.example/a.mp3"/>', 'transcript', 'url'],
  ['<podcast:chapters url="https://soil.example/a.mp3"/>', 'chapters', 'url'],
  [
    '<podcast:alternateEnclosure><podcast:source uri=" https://soil.example/a.mp3&#10;"/></podcast:alternateEnclosure>',
    'enclosure',
    'uri',
  ],
])('%s is to be asked', (inside, kind, attribute) =>
  expect(targetsIn(inside)).toMatchObject([{ kind, attribute, url: 'https://soil.example/a.mp3' }]),
)

test.each([
  '<link>https://soil.example/</link>',
  '<enclosure href="https://soil.example/a.mp3"/>',
  '<enclosure url=""/>',
  '<enclosure url="a.mp3"/>',
  '<enclosure url="ftp://soil.example/a.mp3"/>',
  '<podcast:source uri="ipfs://soil"/>',
  '<constructor url="https://soil.example/"/>',
  '<image href="https://soil.example/a.jpg"/>',
])('%s is not', (inside) => expect(targetsIn(inside)).toEqual([]))

test('all are found, in the order of the feed', () =>
  expect(
    targetsIn(
      '<itunes:image href="https://soil.example/1"/><a><enclosure url="https://soil.example/2"/></a><podcast:chapters url="https://soil.example/3"/>',
    ).map(({ url }) => url),
  ).toEqual(['https://soil.example/1', 'https://soil.example/2', 'https://soil.example/3']))

test('each has the place of its address, and keeps nothing of its item', () => {
  const inside = '<item>\n<enclosure\n  url="https://soil.example/a.mp3" type="audio/mpeg">x<y/></enclosure></item>'
  const document = feedWith(inside)
  const [target] = read(document).items.flatMap(targetsOf) as [Target]
  const place = placesIn('feed.xml', document).at(document.indexOf('https://soil'))
  expect(target.place()).toEqual(place)
  expect(target.excerpt?.(place)).toMatchObject({ column: 6 })
  const { place: placeOf, excerpt, ...rest } = target.node
  expect(placeOf('@type')).toEqual(place)
  expect(excerpt?.(place)).toMatchObject({ column: 6 })
  expect(rest).toEqual({
    name: 'enclosure',
    written: 'enclosure',
    namespace: '',
    attributes: { url: 'https://soil.example/a.mp3', type: 'audio/mpeg' },
    children: [],
    text: '',
  })
})

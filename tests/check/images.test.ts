import { expect, test } from 'vitest'
import { imageTypeOfAddress, nameOfImageType } from '../../src/check/images.ts'
import { rules } from '../../src/check/rules/index.ts'
import { checkExample } from './example-feed.ts'

test.each([
  ['https://soil.example/artwork.jpg', 'image/jpeg'],
  ['https://soil.example/artwork.JPEG?w=3000#x', 'image/jpeg'],
  ['https://soil.example/artwork.png?from=old.jpg', 'image/png'],
  ['https://storage.soil.example/k3zq?.jpg', 'image/jpeg'],
  ['https://soil.example/artwork.webp', 'image/webp'],
  ['https://soil.example/artwork', undefined],
  ['https://soil.example', undefined],
  ['https://soil.example/roots.mp3', undefined],
  ['', undefined],
])('%j promises %j', (address, type) => expect(imageTypeOfAddress(address)).toBe(type))

test('an image type has a name that people know', () => {
  expect(['image/jpeg', 'image/svg+xml'].map(nameOfImageType)).toEqual(['JPEG', 'SVG'])
})

const small = { image: { type: 'image/jpeg', width: 500, height: 500 } }
const found = (channel: string, ...items: string[]) =>
  checkExample(
    rules.filter(({ id }) => id === 'image-dimensions' || id === 'image-https'),
    { channel, item: items, answers: { 'http://soil.example/a.jpg': small, 'https://soil.example/b.jpg': small } },
  ).map(({ code, severity, place }) => `${code} ${severity} ${place?.line}`)

test('an image that show and episodes share is told once, where the show has it, and as the show’s', () => {
  const image = '<itunes:image href="http://soil.example/a.jpg"/>'
  expect(found(image, image, image)).toEqual(['image-dimensions error 15', 'image-https warning 15'])
})

test('an image that episodes share is told once, and is graver for a show than for an episode', () => {
  const item = '<itunes:image href="https://soil.example/b.jpg"/>'
  expect(found('<itunes:image href="https://soil.example/b.jpg?v=2"/>', item, item)).toEqual([
    'image-dimensions warning 29',
  ])
})

import { defineRule } from '../../model/rule.ts'
import { imageLevel, imageOf, imageTypeOfAddress, nameOfImageType, visitAnsweredImages } from '../images.ts'
import { sources } from '../sources.ts'

const artwork = 'https://soil.example/artwork.jpg'
const square = { width: 3000, height: 3000 }

const endings: Readonly<Record<string, string>> = { 'image/jpeg': '.jpg', 'image/png': '.png' }

export const imageFormat = defineRule({
  id: 'image-format',
  level: 'error',
  platforms: ['apple'],
  summary: 'Images are JPEG or PNG as their address says, in RGB colours and without transparency.',
  why: 'Apple Podcasts refuses other formats; transparency becomes black or white, and colours of print look wrong.',
  mend: 'Export the image as JPEG or PNG in RGB colours, without transparency, under a name that ends accordingly.',
  source: sources.appleArtwork,
  sameAs: ['media/artwork-format', 'media/artwork-extension', 'media/artwork-colours'],
  examples: {
    bad: [
      { answers: { [artwork]: { image: { type: 'image/png', ...square } } } },
      { answers: { [artwork]: { image: { type: 'image/webp', ...square } } } },
      { answers: { [artwork]: { image: { type: 'image/jpeg', ...square, colours: 'cmyk' } } } },
      { answers: { 'https://soil.example/roots.jpg': { image: { type: 'image/gif', ...square } } } },
    ],
    good: [
      {
        channel: '<itunes:image href="https://soil.example/artwork.png?v=2.jpg"/>',
        answers: { 'https://soil.example/artwork.png?v=2.jpg': { image: { type: 'image/png', ...square } } },
      },
      {
        channel: '<itunes:image href="https://soil.example/artwork"/>',
        answers: { 'https://soil.example/artwork': { image: { type: 'image/png', ...square } } },
      },
    ],
  },
  check: (report) =>
    visitAnsweredImages((spot, { type, colours }, owner, url) => {
      const options = { part: '@href', level: imageLevel(owner) } as const
      const promised = imageTypeOfAddress(url)
      const ending = Object.hasOwn(endings, type) ? endings[type] : undefined
      if (ending === undefined)
        report(spot, `${imageOf(owner)} is ${nameOfImageType(type)}; apps take JPEG and PNG.`, options)
      else if (promised !== undefined && promised !== type)
        report(
          spot,
          `${imageOf(owner)} is ${nameOfImageType(type)}, but its address does not end in ${ending}.`,
          options,
        )
      if (ending !== undefined && colours === 'transparent')
        report(spot, `${imageOf(owner)} can be transparent; apps may show black or white there.`, {
          ...options,
          level: 'warning',
        })
      if (ending !== undefined && colours === 'cmyk')
        report(spot, `${imageOf(owner)} has the colours of print (CMYK); screens may show others.`, {
          ...options,
          level: 'warning',
        })
    }),
})

import { defineRule } from '../../model/rule.ts'
import { webUrl } from '../../text/url.ts'
import { imageLevel, imageOf, imageTypeOfAddress, nameOfImageType, visitImages } from '../images.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const taken: readonly string[] = ['image/jpeg', 'image/png']

export const imageUrl = defineRule({
  id: 'image-url',
  level: 'error',
  platforms: ['apple'],
  summary: 'Images have a whole web address that ends in .jpg, .jpeg or .png.',
  why: 'Apple Podcasts goes by the end of the address, and shows no other images.',
  mend: 'Give the image an https address that ends in .jpg, .jpeg or .png.',
  source: sources.apple,
  sameAs: ['episode/image-url', 'media/artwork-format'],
  examples: {
    bad: [
      { channel: '<itunes:image href="/artwork.jpg"/>' },
      { channel: '<itunes:image href="artwork.jpg"/>' },
      { channel: '<itunes:image href="https://soil.example/artwork.webp"/>' },
      { channel: '<itunes:image href="https://soil.example/artwork"/>' },
      { item: '<itunes:image href="//soil.example/roots.jpg"/>' },
    ],
    good: [
      { channel: '<itunes:image href="http://soil.example/artwork.PNG"/>' },
      { channel: '<itunes:image href=" https://soil.example/art%20work.jpeg?w=3000&amp;h=3000#x "/>' },
      { channel: '<itunes:image href="https://storage.soil.example/variants/k3zq?.jpg"/>' },
      { item: '<itunes:image href=""/>' },
    ],
  },
  check: (report) =>
    visitImages((image, address, owner) => {
      const type = imageTypeOfAddress(address)
      const options = { part: '@href', level: imageLevel(owner) } as const
      if (webUrl(address) === undefined)
        report(
          image,
          `${imageOf(owner)} has the address ${quoted(address)}, which is not a whole web address.`,
          options,
        )
      else if (type === undefined)
        report(
          image,
          `The address of ${imageOf(owner).toLowerCase()} does not end in .jpg or .png: ${quoted(address)}.`,
          {
            ...options,
            level: 'warning',
          },
        )
      else if (!taken.includes(type))
        report(image, `${imageOf(owner)} is ${nameOfImageType(type)} by its address; apps take JPEG and PNG.`, options)
    }),
})

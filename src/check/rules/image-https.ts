import { defineRule } from '../../model/rule.ts'
import { hostOf } from '../answers.ts'
import { imageOf, visitImages } from '../images.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

export const imageHttps = defineRule({
  id: 'image-https',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'Images have an https address.',
  why: 'Web players and many apps do not load images from an http address.',
  mend: 'Write https:// in place of http://, if the server answers there.',
  source: namespaceTag('image'),
  sameAs: ['show/http-image', 'episode/image-not-https'],
  examples: {
    bad: [
      { channel: '<itunes:image href="http://soil.example/artwork.jpg"/>' },
      { item: '<itunes:image href="HTTP://soil.example/roots.jpg"/>' },
    ],
    good: [{ channel: '<itunes:image href="https://soil.example/artwork.jpg?from=http://soil.example"/>' }],
  },
  check: (report) =>
    visitImages((image, address, owner) => {
      if (/^http:\/\//i.test(address))
        report(image, `${imageOf(owner)} has an http address, which is not encrypted: ${quoted(address)}.`, {
          part: '@href',
          cause: `${owner} ${hostOf(address)}`,
        })
    }),
})

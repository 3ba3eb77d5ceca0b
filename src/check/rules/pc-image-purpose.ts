import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** In characters. */
const longest = 128

const ratio = /^\d+(?:\.\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?$/

const image = (attributes: string): string =>
  `<podcast:image href="https://soil.example/1.jpg" alt="Roots" ${attributes}/>`

export const pcImagePurpose = defineRule({
  id: 'pc-image-purpose',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'What a podcast:image is for, and its aspect ratio, are written as apps expect.',
  why: 'Apps choose an image by both, and overlook one that they do not understand.',
  mend: `Write an aspect-ratio such as 16/9, and a purpose of a few words such as “artwork social”.`,
  source: namespaceTag('image'),
  examples: {
    bad: [
      { item: image('aspect-ratio="16:9"') },
      { item: image('aspect-ratio="wide"') },
      { item: image(`purpose="${'artwork '.repeat(20)}"`) },
    ],
    good: [
      { item: image('aspect-ratio="16/9" purpose="artwork apple/showcase-hero"') },
      { item: image('aspect-ratio="1.9"') + image('aspect-ratio="4 / 1"') + image('aspect-ratio=""') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:image') return
      const purpose = [...(node.attributes.purpose?.trim() ?? '')].length
      const shape = node.attributes['aspect-ratio']?.trim() ?? ''
      if (purpose > longest)
        report(node, `The purpose of an image has ${purpose} characters; apps take ${longest}.`, { part: '@purpose' })
      if (shape !== '' && !ratio.test(shape))
        report(node, `${quoted(shape)} is no aspect ratio.`, {
          part: '@aspect-ratio',
          hint: 'Write width and height like 16/9.',
        })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

export const pcImageAlt = defineRule({
  id: 'pc-image-alt',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'A podcast:image says in words what it shows.',
  why: 'Who cannot see the image does not know what it shows.',
  mend: 'Add alt="…" with a short description.',
  source: namespaceTag('image'),
  examples: {
    bad: [{ item: '<podcast:image href="https://soil.example/1.jpg"/>' }],
    good: [
      { item: '<podcast:image href="https://soil.example/1.jpg" alt="Roots under an oak"/>' },
      // Empty: it shows nothing that matters.
      { item: '<podcast:image href="https://soil.example/1.jpg" alt=""/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name === 'podcast:image' && node.attributes.alt === undefined)
        report(node, 'The image has no description in words.')
    },
  }),
})

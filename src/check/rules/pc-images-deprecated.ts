import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

export const pcImagesDeprecated = defineRule({
  id: 'pc-images-deprecated',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'The feed does not use podcast:images.',
  why: 'The tag was given up for podcast:image, and apps will stop reading it.',
  mend: 'Write a podcast:image for each of the images; keep itunes:image.',
  source: namespaceTag('images-(deprecated)'),
  examples: {
    bad: [{ item: '<podcast:images srcset="https://soil.example/1.jpg 1500w"/>' }],
    good: [{ item: '<podcast:image href="https://soil.example/1.jpg" alt="Roots"/>' }],
  },
  check: (report) => {
    let isSaid = false
    return {
      element: (node) => {
        if (isSaid || node.name !== 'podcast:images') return
        isSaid = true
        report(node, 'The feed uses podcast:images, which was replaced by podcast:image.')
      },
    }
  },
})

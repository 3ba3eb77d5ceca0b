import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

export const pcAltencSource = defineRule({
  id: 'pc-altenc-source',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A podcast:alternateEnclosure says where its file is.',
  why: 'Without a podcast:source in it there is nothing to load.',
  mend: 'Add <podcast:source uri="https://…"/> inside of it.',
  source: namespaceTag('alternate-enclosure'),
  examples: {
    bad: [{ item: '<podcast:alternateEnclosure type="audio/opus" length="5"/>' }],
    good: [
      {
        item: `<podcast:alternateEnclosure type="audio/opus" length="5">
          <podcast:source uri="https://soil.example/1.opus"/></podcast:alternateEnclosure>`,
      },
      // That the uri is missing is told by pc-attr-required.
      {
        item: '<podcast:alternateEnclosure type="audio/opus" length="5"><podcast:source/></podcast:alternateEnclosure>',
      },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name === 'podcast:alternateEnclosure' && childNamed(node, 'podcast:source') === undefined)
        report(node, 'This podcast:alternateEnclosure does not say where its file is.')
    },
  }),
})

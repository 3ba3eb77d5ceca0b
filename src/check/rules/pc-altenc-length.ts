import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const alternative = (length: string): string => `<podcast:alternateEnclosure type="audio/opus"${length}>
  <podcast:source uri="https://soil.example/1.opus"/></podcast:alternateEnclosure>`

export const pcAltencLength = defineRule({
  id: 'pc-altenc-length',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A podcast:alternateEnclosure of an episode says how many bytes it has.',
  why: 'Some apps ignore it without that.',
  mend: 'Add length="…" with the size in bytes, or 0 for a stream such as HLS.',
  source: namespaceTag('alternate-enclosure'),
  examples: {
    bad: [{ item: alternative('') }, { item: alternative(' length="5 MB"') }],
    good: [
      { item: alternative(' length="0"') + alternative(' length="32400000"') },
      {
        channel: `<podcast:liveItem status="live" start="2026-06-01T10:00:00Z">${alternative('')}
          <podcast:contentLink href="https://soil.example/live">Listen</podcast:contentLink></podcast:liveItem>`,
      },
    ],
  },
  check: (report) => ({
    element: (node, parents) => {
      if (node.name !== 'podcast:alternateEnclosure' || parents.at(-1)?.name !== 'item') return
      const length = node.attributes.length?.trim() ?? ''
      if (length === '') report(node, 'This podcast:alternateEnclosure does not say how many bytes it has.')
      else if (!/^\d+$/.test(length))
        report(node, `The length ${quoted(length)} is not a number of bytes.`, { part: '@length' })
    },
  }),
})

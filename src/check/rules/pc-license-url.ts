import { textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isLicence, isPodcastLicence } from '../licences.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

export const pcLicenseUrl = defineRule({
  id: 'pc-license-url',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A licence of one’s own has the address of its text.',
  why: 'Nobody can know what a licence allows whose text cannot be read, and apps ignore it.',
  mend: 'Add url="https://…" with the address of the text, or name a known licence such as CC-BY-4.0.',
  source: namespaceTag('license'),
  examples: {
    bad: [
      { channel: '<podcast:license>my-podcast-license-v1</podcast:license>' },
      { item: '<podcast:license url="">All rights reserved</podcast:license>' },
      { channel: '<podcast:license>ARR</podcast:license>' },
    ],
    good: [
      { channel: '<podcast:license>cc-by-nc-nd-4.0</podcast:license>' },
      { channel: '<podcast:license url="https://soil.example/licence">my-podcast-license-v1</podcast:license>' },
      // Told by pc-text-required.
      { channel: '<podcast:license/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:license' || (node.attributes.url?.trim() ?? '') !== '') return
      const name = textOf(node)
      if (name === '' || isLicence(name)) return
      if (isPodcastLicence(name))
        report(node, `The licence ${quoted(name)} has no address; some apps do not know it without one.`, {
          level: 'info',
        })
      else report(node, `The licence ${quoted(name)} is none that apps know, and has no address.`)
    },
  }),
})

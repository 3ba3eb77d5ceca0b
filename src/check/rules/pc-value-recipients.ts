import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const splitOf = ({ attributes }: FeedNode): string => attributes.split?.trim() ?? ''

const recipient = (split: string): string =>
  `<podcast:valueRecipient type="lnaddress" address="ada@soil.example" split="${split}"/>`
const value = (recipients: string): string =>
  `<podcast:value type="lightning" method="lnaddress">${recipients}</podcast:value>`

export const pcValueRecipients = defineRule({
  id: 'pc-value-recipients',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'podcast:value says who is paid, and each share is a whole number.',
  why: 'Apps send no payments.',
  mend: 'Give each podcast:valueRecipient a split such as 95: shares are whole numbers, and count in relation to each other.',
  source: namespaceTag('value'),
  examples: {
    bad: [
      { channel: value('') },
      { channel: value(recipient('33.3')) },
      { item: value(recipient('50%') + recipient('50%')) },
      { item: value(recipient('0') + recipient('0')) },
    ],
    good: [
      { channel: value(recipient('95') + recipient('5') + recipient('0')) },
      // Told by pc-attr-required.
      { channel: value('<podcast:valueRecipient type="lnaddress" address="ada@soil.example"/>') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name === 'podcast:valueRecipient') {
        const split = splitOf(node)
        if (split !== '' && !/^\d+$/.test(split))
          report(node, `The share ${quoted(split)} is not a whole number.`, { part: '@split' })
      }
      if (node.name !== 'podcast:value') return
      const recipients = childrenNamed(node, 'podcast:valueRecipient')
      if (recipients.length === 0) report(node, 'podcast:value does not say who is paid.')
      else if (recipients.every((one) => /^0+$/.test(splitOf(one))))
        report(node, 'All shares of podcast:value are 0, so that nobody is paid.')
    },
  }),
})

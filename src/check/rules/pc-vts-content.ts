import { childrenNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const recipient = '<podcast:valueRecipient type="lnaddress" address="ada@soil.example" split="1"/>'
const remote = '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>'
const value = (content: string): string => `<podcast:value type="lightning" method="lnaddress">${recipient}
  <podcast:valueTimeSplit startTime="60" duration="120">${content}</podcast:valueTimeSplit></podcast:value>`

export const pcVtsContent = defineRule({
  id: 'pc-vts-content',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A podcast:valueTimeSplit names either one item of another feed, or people who are paid.',
  why: 'Apps do not know who is paid during that time.',
  mend: 'Keep one podcast:remoteItem in it, or the podcast:valueRecipient tags.',
  source: namespaceTag('value-time-split'),
  examples: {
    bad: [{ item: value('') }, { item: value(remote + recipient) }, { item: value(remote + remote) }],
    good: [{ item: value(remote) }, { item: value(recipient + recipient) }],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:valueTimeSplit') return
      const remotes = childrenNamed(node, 'podcast:remoteItem').length
      const recipients = childrenNamed(node, 'podcast:valueRecipient').length
      if (remotes === 0 && recipients === 0) report(node, 'This podcast:valueTimeSplit does not say who is paid.')
      else if (remotes > 0 && recipients > 0)
        report(node, 'This podcast:valueTimeSplit names an item of another feed and people who are paid.')
      else if (remotes > 1) report(node, `This podcast:valueTimeSplit names ${remotes} items of other feeds.`)
    },
  }),
})

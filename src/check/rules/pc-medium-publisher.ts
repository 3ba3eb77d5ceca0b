import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const publisher = '<podcast:medium>publisher</podcast:medium>'
const remote = '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810" medium="podcast"/>'

export const pcMediumPublisher = defineRule({
  id: 'pc-medium-publisher',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A publisher’s feed has a guid, and lists the publisher’s shows.',
  why: 'A show counts as a publisher’s only if the two feeds name each other by their guids.',
  mend: 'Add podcast:guid, and a podcast:remoteItem with feedGuid and feedUrl for each show.',
  source: namespaceTag('publisher'),
  examples: {
    bad: [{ channel: publisher }, { channel: publisher + remote, without: ['podcast:guid'] }],
    good: [{ channel: publisher + remote }, { channel: '<podcast:medium>podcast</podcast:medium>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      const medium = childNamed(channel, 'podcast:medium')
      if (medium === undefined || textOf(medium).toLowerCase() !== 'publisher') return
      if (childNamed(channel, 'podcast:guid') === undefined)
        report(medium, 'This is a publisher’s feed, but it has no podcast:guid.')
      if (childNamed(channel, 'podcast:remoteItem') === undefined)
        report(medium, 'This is a publisher’s feed, but it lists no show.')
    },
  }),
})

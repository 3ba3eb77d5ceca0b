import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { isPublisherFeed } from '../medium.ts'
import { sources } from '../sources.ts'

export const pcGuidMissing = defineRule({
  id: 'pc-guid-missing',
  level: 'info',
  platforms: ['podcast-index', 'psp-1'],
  levels: { 'podcast-index': 'warning', 'psp-1': 'warning' },
  summary: 'The show has a podcast:guid.',
  why: 'It is how directories know that this is the same show after it has moved to another address.',
  mend: 'Add podcast:guid with the guid that the Podcast Index has for the show; castwright writes it by itself.',
  source: sources.psp,
  examples: {
    bad: [{ without: ['podcast:guid'] }],
    good: [
      {},
      // Told by pc-medium-publisher, as an error.
      { channel: '<podcast:medium>publisher</podcast:medium>', without: ['podcast:guid'] },
    ],
  },
  check: (report) => ({
    channel: (channel) => {
      if (childNamed(channel, 'podcast:guid') !== undefined) return
      if (isPublisherFeed(channel)) return
      report(channel, 'The show has no podcast:guid.')
    },
  }),
})

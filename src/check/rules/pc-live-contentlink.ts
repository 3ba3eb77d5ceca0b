import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const live = (content: string): string =>
  `<podcast:liveItem status="live" start="2026-06-01T10:00:00Z"><title>Live</title>${content}</podcast:liveItem>`

export const pcLiveContentlink = defineRule({
  id: 'pc-live-contentlink',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A live episode has a podcast:contentLink.',
  why: 'Whose app cannot play the stream has no page to hear it on.',
  mend: 'Add <podcast:contentLink href="https://…">Listen live</podcast:contentLink> with a page that plays it.',
  source: namespaceTag('content-link'),
  examples: {
    bad: [{ channel: live('') }],
    good: [
      { channel: live('<podcast:contentLink href="https://soil.example/live">Listen live</podcast:contentLink>') },
      {},
    ],
  },
  check: (report) => ({
    liveItem: (item) => {
      if (childNamed(item, 'podcast:contentLink') === undefined)
        report(item, 'The live episode has no podcast:contentLink.')
    },
  }),
})

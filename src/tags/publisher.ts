import { remoteItem, toRemoteItem } from './remote-item.ts'
import { defineTag } from './tag.ts'

export const publisher = defineTag({
  key: 'publisher',
  levels: ['channel'],
  schema: remoteItem.pick({ feedGuid: true, feedUrl: true, title: true }),
  write: (value) => [
    { name: 'podcast:publisher', content: [toRemoteItem({ ...value, itemGuid: undefined, medium: 'publisher' })] },
  ],
  docs: {
    summary: 'The feed of the publisher that the show belongs to. It counts if that feed names this one.',
    spec: 'podcast-namespace.md §1 publisher',
    example: 'publisher: { feedGuid: 003af0a0-6a45-55cf-b765-68e3d349551a, feedUrl: https://example.com/network.xml }',
    elements: ['podcast:publisher', 'podcast:remoteItem'],
    usedBy: '6 apps of the Podcast Index list.',
  },
})

import { listOf } from './fields.ts'
import { remoteItem, toRemoteItem } from './remote-item.ts'
import { defineTag, writeEach } from './tag.ts'

export const podroll = defineTag({
  key: 'podroll',
  levels: ['channel'],
  schema: listOf(remoteItem),
  write: (values) =>
    values.length === 0 ? [] : [{ name: 'podcast:podroll', content: writeEach(values, toRemoteItem) }],
  docs: {
    summary: 'Other shows that you recommend.',
    spec: 'podcast-namespace.md §1 podroll',
    example:
      'podroll: [{ feedGuid: 29cdca4a-32d8-56ba-b48b-09a011c5daa9, feedUrl: https://example.com/feed.xml, title: Leaves }]',
    elements: ['podcast:podroll', 'podcast:remoteItem'],
    usedBy: '11 apps of the Podcast Index list.',
  },
})

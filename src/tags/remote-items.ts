import { listOf } from './fields.ts'
import { remoteItem, toRemoteItem } from './remote-item.ts'
import { defineTag, writeEach } from './tag.ts'

export const remoteItems = defineTag({
  key: 'remoteItems',
  levels: ['channel'],
  schema: listOf(remoteItem),
  write: (values) => writeEach(values, toRemoteItem),
  docs: {
    summary: 'What a feed holds that lists items of other feeds, as a playlist does; or a publisher’s shows.',
    spec: 'podcast-namespace.md §1 remoteItem, medium',
    example: 'remoteItems: [{ feedGuid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, itemGuid: song-7, medium: music }]',
    elements: ['podcast:remoteItem'],
    usedBy: '14 apps of the Podcast Index list, for playlists and publishers.',
  },
})

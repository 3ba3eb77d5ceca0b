import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { listMedia } from '../../tags/vocabulary.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const lists = new Set(listMedia.map((medium) => medium.toLowerCase()))
const remote = '<podcast:remoteItem feedGuid="917393e3-1b1e-5cef-ace4-edaa54e1f810"/>'
const listFeed = (content: string): string =>
  `<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>Best of Soil</title>
  <podcast:medium>musicL</podcast:medium>${content}</channel></rss>`

export const pcMediumListItems = defineRule({
  id: 'pc-medium-list-items',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A list of items of other feeds has podcast:remoteItem tags, and no episodes of its own.',
  why: 'Apps look for the one or the other, and show an empty list or no episodes.',
  mend: 'Remove the L from the medium if the feed has episodes of its own; else list the others as podcast:remoteItem.',
  source: namespaceTag('medium'),
  examples: {
    bad: [
      { channel: `<podcast:medium>podcastL</podcast:medium>${remote}` },
      { document: listFeed('') },
      { document: listFeed(`<podcast:podroll>${remote}</podcast:podroll>`) },
    ],
    good: [{ document: listFeed(remote) }, { channel: '<podcast:medium>music</podcast:medium>' }],
  },
  check: (report) => {
    let items = 0
    return {
      item: () => {
        items++
      },
      channel: (channel) => {
        const medium = childNamed(channel, 'podcast:medium')
        const text = textOf(medium)
        if (medium === undefined || !lists.has(text.toLowerCase())) return
        if (items > 0)
          report(medium, `The medium ${quoted(text)} is a list of items of other feeds, but the feed has episodes.`, {
            part: 'text',
          })
        if (childNamed(channel, 'podcast:remoteItem') === undefined)
          report(medium, `The medium ${quoted(text)} is a list of items of other feeds, but none is listed.`, {
            part: 'text',
          })
      },
    }
  },
})

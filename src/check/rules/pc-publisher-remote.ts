import { childrenNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const guid = 'feedGuid="003af0a0-6a45-55cf-b765-68e3d349551a"'
const remote = `<podcast:remoteItem medium="publisher" ${guid} feedUrl="https://press.example/feed.xml"/>`
const publisher = (content: string): string => `<podcast:publisher>${content}</podcast:publisher>`

export const pcPublisherRemote = defineRule({
  id: 'pc-publisher-remote',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'podcast:publisher names one feed, with medium="publisher".',
  why: 'Apps do not find the publisher.',
  mend: 'Write one <podcast:remoteItem medium="publisher" feedGuid="…" feedUrl="…"/> inside of it.',
  source: namespaceTag('publisher'),
  examples: {
    bad: [
      { channel: publisher('') },
      { channel: publisher(remote + remote) },
      { channel: publisher(`<podcast:remoteItem ${guid}/>`) },
    ],
    good: [{ channel: publisher(remote) }],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:publisher') return
      const remotes = childrenNamed(node, 'podcast:remoteItem')
      const [first] = remotes
      if (first === undefined) report(node, 'podcast:publisher does not say who the publisher is.')
      else if (remotes.length > 1) report(node, `podcast:publisher names ${remotes.length} publishers, not one.`)
      else if (first.attributes.medium?.trim().toLowerCase() !== 'publisher')
        report(first, 'The feed of the publisher is named without medium="publisher".', {
          part: first.attributes.medium === undefined ? 'element' : '@medium',
        })
    },
  }),
})

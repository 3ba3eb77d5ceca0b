import { defineRule } from '../../model/rule.ts'
import { isUuid } from '../../text/uuid.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const podroll = (guid: string): string =>
  `<podcast:podroll><podcast:remoteItem feedGuid="${guid}" feedUrl="https://fungi.example/feed.xml"/></podcast:podroll>`

export const pcRemoteGuid = defineRule({
  id: 'pc-remote-guid',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A podcast:remoteItem names the other feed by its podcast:guid, a UUID.',
  why: 'Apps do not find the other show.',
  mend: 'Copy podcast:guid from the other feed, or from its page in the Podcast Index.',
  source: namespaceTag('remote-item'),
  examples: {
    bad: [{ channel: podroll('https://fungi.example/feed.xml') }, { channel: podroll('917393e3') }],
    good: [{ channel: podroll(' 917393E3-1b1e-5cef-ace4-edaa54e1f810 ') }, { channel: podroll('') }],
  },
  check: (report) => ({
    element: (node) => {
      const guid = node.name === 'podcast:remoteItem' ? (node.attributes.feedGuid?.trim() ?? '') : ''
      if (guid !== '' && !isUuid(guid))
        report(node, `${quoted(guid)} is no guid of a show: it is not a UUID.`, { part: '@feedGuid' })
    },
  }),
})

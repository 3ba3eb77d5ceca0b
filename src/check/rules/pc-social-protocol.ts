import { defineRule } from '../../model/rule.ts'
import { socialProtocols } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const known: readonly string[] = socialProtocols
const social = (protocol: string): string =>
  `<podcast:socialInteract protocol="${protocol}" uri="https://social.example/@soil/5" accountId="@soil"/>`

export const pcSocialProtocol = defineRule({
  id: 'pc-social-protocol',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The protocol of podcast:socialInteract is one that apps know.',
  why: 'Apps that show comments do not know how to load them.',
  mend: `Write one of ${socialProtocols.join(', ')}.`,
  source: namespaceTag('social-interact'),
  examples: {
    bad: [{ item: social('mastodon') }, { item: social('ActivityPub') }],
    good: [
      { item: social('activitypub') },
      // Told by pc-attr-required.
      { item: social('') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const protocol = node.name === 'podcast:socialInteract' ? (node.attributes.protocol?.trim() ?? '') : ''
      if (protocol === '' || known.includes(protocol)) return
      const meant = protocol.toLowerCase() === 'mastodon' ? 'activitypub' : nearest(protocol, known)
      report(node, `${quoted(protocol)} is no protocol that apps know for comments.`, {
        part: '@protocol',
        ...(meant === undefined ? {} : { hint: `Write ${meant}.` }),
      })
    },
  }),
})

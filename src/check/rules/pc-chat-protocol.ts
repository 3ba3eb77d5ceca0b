import { defineRule } from '../../model/rule.ts'
import { chatProtocols } from '../../tags/vocabulary.ts'
import { nearest } from '../../text/words.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const known: readonly string[] = chatProtocols
const chat = (protocol: string): string => `<podcast:chat server="chat.example" protocol="${protocol}"/>`

export const pcChatProtocol = defineRule({
  id: 'pc-chat-protocol',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The protocol of podcast:chat is one that apps know.',
  why: 'Apps do not know how to enter the chat.',
  mend: `Write one of ${chatProtocols.join(', ')}.`,
  source: namespaceTag('chat'),
  examples: {
    bad: [{ channel: chat('discord') }, { channel: chat('IRC') }],
    good: [
      { channel: chat('matrix') },
      // Told by pc-attr-required.
      { channel: chat('') },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const protocol = node.name === 'podcast:chat' ? (node.attributes.protocol?.trim() ?? '') : ''
      if (protocol === '' || known.includes(protocol)) return
      const meant = nearest(protocol, known)
      report(node, `${quoted(protocol)} is no protocol that apps know for a chat.`, {
        part: '@protocol',
        ...(meant === undefined ? {} : { hint: `Write ${meant}.` }),
      })
    },
  }),
})

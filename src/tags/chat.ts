import { z } from 'zod'
import { line } from './fields.ts'
import { defineTag } from './tag.ts'
import { chatProtocols } from './vocabulary.ts'

export const chat = defineTag({
  key: 'chat',
  levels: ['channel', 'item'],
  schema: z.object(
    {
      server: line.meta({ description: 'The server’s name: irc.example.com.' }),
      protocol: z
        .enum(chatProtocols, { error: `must be one of ${chatProtocols.join(', ')}` })
        .meta({ description: 'irc, xmpp, nostr or matrix.' }),
      accountId: line.optional().meta({ description: 'The show’s own account there.' }),
      space: line.optional().meta({ description: 'The room: #my-show.' }),
    },
    { error: 'must be { server, protocol, accountId, space }' },
  ),
  write: ({ server, protocol, accountId, space }) => [
    { name: 'podcast:chat', attributes: { server, protocol, accountId, space } },
  ],
  docs: {
    summary: 'Where listeners talk while they listen. That of an episode takes the place of the show’s.',
    spec: 'podcast-namespace.md §1 chat',
    example: "chat: { server: irc.example.com, protocol: irc, space: '#soil' }",
    elements: ['podcast:chat'],
    usedBy: '3 apps of the Podcast Index list, for live shows.',
  },
})

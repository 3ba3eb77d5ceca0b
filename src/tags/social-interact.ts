import { z } from 'zod'
import { count, line, listOf, uri, url } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'
import { socialProtocols } from './vocabulary.ts'

const [disabled, ...protocols] = socialProtocols

const one = z.union(
  [
    z.literal(disabled).transform((protocol) => ({ protocol })),
    z.object({
      protocol: z
        .enum(protocols, { error: `must be one of ${protocols.join(', ')}` })
        .meta({ description: 'activitypub, atproto, nostr …' }),
      uri: uri.meta({ description: 'The post below which people answer.' }),
      accountId: line.optional().meta({ description: 'The account that wrote the post: @show@example.social.' }),
      accountUrl: url.optional().meta({ description: 'The page of that account.' }),
      priority: count.optional().meta({ description: 'Which one apps show first: 1 before 2.' }),
    }),
  ],
  { error: 'must be disabled, or { protocol, uri, accountId, accountUrl, priority }' },
)

interface SocialInteract {
  readonly protocol: string
  readonly uri?: string | undefined
  readonly accountId?: string | undefined
  readonly accountUrl?: string | undefined
  readonly priority?: number | undefined
}

export const socialInteract = defineTag({
  key: 'socialInteract',
  levels: ['channel', 'item'],
  schema: listOf(one),
  write: (values: readonly SocialInteract[]) =>
    writeEach(values, ({ protocol, uri: post, accountId, accountUrl, priority }) => ({
      name: 'podcast:socialInteract',
      attributes: { protocol, uri: post, accountId, accountUrl, priority },
    })),
  docs: {
    summary: 'The post in a social network whose answers are the comments; disabled: no comments are wanted.',
    spec: 'podcast-namespace.md §1 socialInteract',
    example:
      "socialInteract: { protocol: activitypub, uri: https://example.social/@soil/7, accountId: '@soil@example.social' }",
    elements: ['podcast:socialInteract'],
    usedBy: '6 apps of the Podcast Index list, for comments; Castopod.',
  },
})

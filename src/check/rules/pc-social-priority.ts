import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const social = (id: number, priority: string): string =>
  `<podcast:socialInteract protocol="activitypub" uri="https://social.example/@soil/${id}"${priority}/>`

export const pcSocialPriority = defineRule({
  id: 'pc-social-priority',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'Where there are several podcast:socialInteract, each says its priority.',
  why: 'Apps do not know which comments to show first.',
  mend: 'Add priority="1" to the most important one, priority="2" to the next.',
  source: namespaceTag('social-interact'),
  examples: {
    bad: [{ item: social(1, '') + social(2, '') }, { item: social(1, ' priority="1"') + social(2, '') }],
    good: [{ item: social(1, '') }, { item: social(1, ' priority="2"') + social(2, ' priority="1"') }],
  },
  check: (report) => {
    const check = (parent: FeedNode): void => {
      const all = childrenNamed(parent, 'podcast:socialInteract').filter(
        ({ attributes }) => attributes.protocol?.trim().toLowerCase() !== 'disabled',
      )
      const first = all.find(({ attributes }) => (attributes.priority?.trim() ?? '') === '')
      if (all.length > 1 && first !== undefined)
        report(first, 'There are several places for comments, and this one has no priority.')
    }
    return { item: check, liveItem: check, channel: check }
  },
})

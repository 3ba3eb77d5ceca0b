import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

export const pcLockedOwner = defineRule({
  id: 'pc-locked-owner',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'A locked show says at which e-mail address its owner can lift the lock.',
  why: 'Older readers ignore a lock without an owner, and a new host cannot ask whether you mean to move.',
  mend: 'Write `locked: { value: true, owner: you@example.com }` in podcast.yaml; an address only for this is fine.',
  source: namespaceTag('locked'),
  examples: {
    bad: [
      { channel: '<podcast:locked>yes</podcast:locked>' },
      { channel: '<podcast:locked owner="">yes</podcast:locked>' },
    ],
    good: [{}, { channel: '<podcast:locked>no</podcast:locked>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const locked of childrenNamed(channel, 'podcast:locked'))
        if (textOf(locked).toLowerCase() === 'yes' && (locked.attributes.owner?.trim() ?? '') === '')
          report(locked, 'The show is locked, but no owner is named who can lift the lock.')
    },
  }),
})

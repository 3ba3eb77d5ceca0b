import { childrenNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

export const pcLockedOwner = defineRule({
  id: 'pc-locked-owner',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'A locked show says at which e-mail address its owner can lift the lock.',
  why: 'Some readers ignore a lock without an owner, and a new host cannot ask whether you mean to move.',
  mend: 'Write `locked: { value: true, owner: you@example.com }` in podcast.yaml; an address only for this is fine.',
  source: namespaceTag('locked'),
  examples: {
    bad: [
      { channel: '<podcast:locked>yes</podcast:locked>' },
      { channel: '<podcast:locked owner="">yes</podcast:locked>' },
      { channel: '<podcast:locked email="hello@soil.example">yes</podcast:locked>' },
    ],
    good: [{}, { channel: '<podcast:locked>no</podcast:locked>' }],
  },
  check: (report) => ({
    channel: (channel) => {
      for (const locked of childrenNamed(channel, 'podcast:locked')) {
        if (textOf(locked).toLowerCase() !== 'yes' || (locked.attributes.owner?.trim() ?? '') !== '') continue
        // As a draft of the namespace had it, and a host still does.
        if ((locked.attributes.email?.trim() ?? '') === '')
          report(locked, 'The show is locked, but no owner is named who can lift the lock.')
        else
          report(
            locked,
            'The show is locked, but its owner’s address is called “email”, where apps look for “owner”.',
            {
              part: '@email',
              hint: 'Write owner="…" in place of email="…".',
            },
          )
      }
    },
  }),
})

import { childNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

export const pcLockedMissing = defineRule({
  id: 'pc-locked-missing',
  level: 'info',
  platforms: ['psp-1', 'podcast-index'],
  summary: 'The show says with podcast:locked whether other hosts may import it.',
  why: 'Without it, anybody can import the show at another host that asks for no other proof.',
  mend: 'Write `locked: true` in podcast.yaml, or turn the lock on at your host.',
  source: sources.psp,
  examples: { bad: [{ without: ['podcast:locked'] }], good: [{}, { channel: '<podcast:locked>no</podcast:locked>' }] },
  check: (report) => ({
    channel: (channel) => {
      if (childNamed(channel, 'podcast:locked') === undefined)
        report(channel, 'The show does not say whether other hosts may import it.')
    },
  }),
})

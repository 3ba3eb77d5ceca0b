import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { sources } from '../sources.ts'

export const itemGuid = defineRule({
  id: 'item-guid',
  level: 'error',
  platforms: ['apple', 'psp-1', 'podcast-index', 'w3c'],
  levels: { apple: 'warning', w3c: 'warning' },
  summary: 'Every episode has a guid.',
  why: 'Apps know an episode by its guid; without one some leave it out, and others download it again when its address changes.',
  mend: 'Give the episode a `guid` that no other episode has and that never changes; for one that is published already, use the audio’s present address.',
  source: sources.psp,
  examples: {
    bad: [{ without: ['item/guid'] }, { item: '<guid isPermaLink="false"> </guid>' }],
    good: [{ item: '<guid>https://soil.example/roots/</guid>' }],
  },
  check: (report) => ({
    item: (item) => {
      const guid = childNamed(item, 'guid')
      if (guid === undefined) report(item, 'The episode has no guid.')
      else if (textOf(guid) === '') report(guid, 'The episode’s guid is empty.')
    },
  }),
})

import { childrenNamed } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { w3cMessage } from '../sources.ts'

export const enclosureMultiple = defineRule({
  id: 'enclosure-multiple',
  level: 'warning',
  platforms: ['apple', 'psp-1', 'w3c'],
  summary: 'An episode has one enclosure.',
  why: 'Some apps play the first one, others the last one, and Apple ignores the others.',
  mend: 'Keep one enclosure; offer other versions by podcast:alternateEnclosure.',
  source: w3cMessage('warning/DuplicateEnclosure'),
  examples: {
    bad: [
      {
        item: '<enclosure url="https://soil.example/a.mp3" length="5" type="audio/mpeg"/><enclosure url="https://soil.example/a.m4a" length="5" type="audio/x-m4a"/>',
      },
    ],
    good: [
      {
        item: '<podcast:alternateEnclosure type="audio/x-m4a" length="5"><podcast:source uri="https://soil.example/a.m4a"/></podcast:alternateEnclosure>',
      },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const [first, second, ...others] = childrenNamed(item, 'enclosure')
      if (first !== undefined && second !== undefined)
        report(second, `The episode has ${others.length + 2} enclosures; apps expect one.`, {
          related: { message: 'the first one', spot: first },
        })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { secondsIn } from '../playing-time.ts'
import { namespaceTag } from '../sources.ts'

export const pcSoundbiteZero = defineRule({
  id: 'pc-soundbite-zero',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'A soundbite does not start at 0.',
  why: 'That is valid, but a reader that many apps are built on takes 0 for nothing and drops the soundbite.',
  mend: 'Start it a little later, such as at 0.1.',
  source: namespaceTag('soundbite'),
  examples: {
    bad: [{ item: '<podcast:soundbite startTime="0.0" duration="30"/>' }],
    good: [{ item: '<podcast:soundbite startTime="0.1" duration="30"/>' }],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name === 'podcast:soundbite' && secondsIn(node.attributes.startTime) === 0)
        report(node, 'The soundbite starts at 0.', { part: '@startTime' })
    },
  }),
})

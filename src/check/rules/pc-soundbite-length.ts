import { defineRule } from '../../model/rule.ts'
import { secondsIn } from '../playing-time.ts'
import { namespaceTag } from '../sources.ts'

/** In seconds. */
const shortest = 15
const longest = 120

export const pcSoundbiteLength = defineRule({
  id: 'pc-soundbite-length',
  level: 'info',
  platforms: ['podcast-index'],
  summary: `A soundbite is ${shortest} to ${longest} seconds long.`,
  why: 'Apps make previews and short clips of soundbites, and skip what is too short or too long for that.',
  mend: `Choose a part of ${shortest} to ${longest} seconds.`,
  source: namespaceTag('soundbite'),
  examples: {
    bad: [
      { item: '<podcast:soundbite startTime="60" duration="5"/>' },
      { item: '<podcast:soundbite startTime="60" duration="600.5"/>' },
    ],
    good: [
      {
        item: '<podcast:soundbite startTime="60" duration="15"/><podcast:soundbite startTime="60" duration="120.0"/>',
      },
      // Told by pc-soundbite-range.
      { item: '<podcast:soundbite startTime="60" duration="0"/>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      if (node.name !== 'podcast:soundbite') return
      const duration = secondsIn(node.attributes.duration)
      if (duration === undefined || duration <= 0 || (duration >= shortest && duration <= longest)) return
      const words = duration < shortest ? 'short' : 'long'
      report(node, `The soundbite is ${words}: ${duration} seconds.`, { part: '@duration' })
    },
  }),
})

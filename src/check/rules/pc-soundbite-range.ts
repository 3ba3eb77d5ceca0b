import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule, type Report } from '../../model/rule.ts'
import { toClock } from '../../text/time.ts'
import { endTolerance, playingTime, secondsIn } from '../playing-time.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const soundbite = (start: string, duration: string): string =>
  `<podcast:soundbite startTime="${start}" duration="${duration}">Worms</podcast:soundbite>`

function checkRange(node: FeedNode, episode: number | undefined, report: Report): void {
  const start = secondsIn(node.attributes.startTime)
  const duration = secondsIn(node.attributes.duration)
  for (const [name, value] of Object.entries({ startTime: start, duration })) {
    const written = node.attributes[name]?.trim() ?? ''
    if (value === undefined && written !== '')
      report(node, `The “${name}” of a soundbite is ${quoted(written)}, not a number of seconds.`, { part: `@${name}` })
  }
  if (start !== undefined && start < 0) report(node, 'The soundbite starts before the episode.', { part: '@startTime' })
  if (duration !== undefined && duration <= 0)
    report(node, `The soundbite is ${duration} seconds long.`, { part: '@duration' })
  if (start === undefined || duration === undefined || episode === undefined || start < 0 || duration <= 0) return
  if (start + duration > episode + endTolerance)
    report(node, `The soundbite ends at ${toClock(start + duration)}, after the episode’s end at ${toClock(episode)}.`)
}

export const pcSoundbiteRange = defineRule({
  id: 'pc-soundbite-range',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A soundbite lies inside of its episode.',
  why: 'Apps play silence, or drop the soundbite.',
  mend: 'Correct startTime and duration: both are seconds, such as 73.5.',
  source: namespaceTag('soundbite'),
  examples: {
    bad: [
      { item: soundbite('-5', '30') },
      { item: soundbite('60', '0') },
      { item: soundbite('1:00', '30') },
      { item: soundbite('1790', '30') },
      { item: `<itunes:duration>0:01:00</itunes:duration>${soundbite('50', '30')}` },
    ],
    good: [
      { item: soundbite('1770.4', '30') },
      { item: soundbite('73.0', '60.0') + soundbite('0', '15') },
      { item: soundbite('5000', '30'), without: ['item/itunes:duration'] },
      { item: `<itunes:duration>1:00:00</itunes:duration>${soundbite('3000', '30')}` },
    ],
  },
  check: (report) => ({
    element: (node, parents) => {
      if (node.name === 'podcast:soundbite') checkRange(node, playingTime(parents.at(-1)), report)
    },
  }),
})

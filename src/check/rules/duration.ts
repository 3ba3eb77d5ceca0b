import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule, type FindingOptions } from '../../model/rule.ts'
import { parseClock, toClock } from '../../text/time.ts'
import { bareType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

/** What every reader takes: seconds, `M:SS`, `H:MM:SS`. @see spec/rss-itunes-psp.md §3 itunes:duration */
const plain = /^\d+(?::\d{2}){0,2}$/

export const duration = defineRule({
  id: 'duration',
  level: 'error',
  platforms: ['apple', 'psp-1', 'w3c'],
  summary: 'Every episode says how long it plays, in whole seconds or as h:mm:ss.',
  why: 'Apps show the playing time before anybody downloads, and place listeners in it.',
  mend: 'Write the playing time as `duration` below `audio`, in seconds or as h:mm:ss; of a local file castwright reads it itself.',
  source: sources.apple,
  sameAs: ['episode/audio-duration-missing'],
  examples: {
    bad: [
      { without: ['item/itunes:duration'] },
      { item: '<itunes:duration/>' },
      { item: '<itunes:duration>45 min</itunes:duration>' },
      { item: '<itunes:duration>1:75</itunes:duration>' },
      { item: '<itunes:duration>0:75:10</itunes:duration>' },
      { item: '<itunes:duration>-1</itunes:duration>' },
      { item: '<itunes:duration>3723.5</itunes:duration>' },
      { item: '<itunes:duration>00:00:00</itunes:duration>' },
    ],
    good: [
      { item: '<itunes:duration> 3723 </itunes:duration>' },
      { item: '<itunes:duration>75:10</itunes:duration>' },
      { item: '<itunes:duration>01:02:03</itunes:duration>' },
      {
        item: '<enclosure url="https://soil.example/a.pdf" length="5" type="application/pdf"/>',
        without: ['item/itunes:duration'],
      },
      { without: ['item/itunes:duration', 'item/enclosure'] },
    ],
  },
  check: (report) => ({
    item: (item) => {
      const node = childNamed(item, 'itunes:duration')
      const text = textOf(node)
      const warning: FindingOptions = { level: 'warning' }
      if (node === undefined || text === '') {
        const enclosure = childNamed(item, 'enclosure')
        if (enclosure === undefined || bareType(enclosure.attributes.type) === 'application/pdf') return
        return report(node ?? item, 'The episode does not say how long it plays.', warning)
      }
      const seconds = parseClock(text)
      if (seconds === undefined)
        report(node, `The playing time is neither seconds nor h:mm:ss: ${quoted(text)}.`, { part: 'text' })
      else if (seconds === 0) report(node, 'The playing time is 0.', { part: 'text', ...warning })
      else if (!plain.test(text))
        report(node, `The playing time ${quoted(text)} is not in whole seconds or h:mm:ss, as some readers need it.`, {
          part: 'text',
          ...warning,
          hint: `Write ${Math.round(seconds)} or ${toClock(Math.round(seconds))}.`,
        })
    },
  }),
})

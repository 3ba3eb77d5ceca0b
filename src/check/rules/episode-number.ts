import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { episodeTypeOf, isSerial, numberIn } from '../episodes.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const episodeNumber = defineRule({
  id: 'episode-number',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'Episode numbers are whole numbers from 1 on, and every full episode of a serial show has one.',
  why: 'Apple Podcasts shows and sorts the episodes of serial shows by their numbers.',
  mend: 'Write the number as `episode`; an episode “0” is better a trailer or bonus without a number.',
  source: sources.apple,
  examples: {
    bad: [
      { item: '<itunes:episode>0</itunes:episode>' },
      { item: '<itunes:episode>1.5</itunes:episode>' },
      { item: '<itunes:episode>Episode 1</itunes:episode>' },
      { item: '<itunes:episode/>' },
      { channel: '<itunes:type>serial</itunes:type>', without: ['item/itunes:episode'] },
    ],
    good: [
      { item: '<itunes:episode> 012 </itunes:episode>' },
      { without: ['item/itunes:episode'] },
      {
        channel: '<itunes:type>Serial</itunes:type>',
        item: '<itunes:episodeType>Trailer</itunes:episodeType>',
        without: ['item/itunes:episode'],
      },
    ],
  },
  check: (report) => ({
    item: (item, channel) => {
      const node = childNamed(item, 'itunes:episode')
      const text = textOf(node)
      const type = episodeTypeOf(item)
      if (text === '') {
        if (isSerial(channel) && type !== 'trailer' && type !== 'bonus')
          report(node ?? item, 'The show is serial, but this episode has no number.')
        else if (node !== undefined) report(node, 'The episode’s number is empty.', { level: 'info', cause: 'empty' })
      } else if (node !== undefined && numberIn(item, 'itunes:episode') === undefined)
        report(node, `The episode’s number is no whole number above 0: ${quoted(text)}.`, { part: 'text' })
    },
  }),
})

import { textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

export const pcEpisodeNumber = defineRule({
  id: 'pc-episode-number',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'podcast:episode is a number, with decimals or without.',
  why: 'Apps sort episodes by that number, and ignore what is none.',
  mend: 'Write a number such as 5 or 100.5; words such as “Ch. 3” go into the attribute `display`.',
  source: namespaceTag('episode'),
  examples: {
    bad: [
      { item: '<podcast:episode>Ch. 3</podcast:episode>' },
      { item: '<podcast:episode>3,5</podcast:episode>' },
      { item: '<podcast:episode>0</podcast:episode>' },
    ],
    good: [
      { item: '<podcast:episode>315.5</podcast:episode>' },
      { item: '<podcast:episode display="Ch. 3"> 204 </podcast:episode>' },
      // Told by pc-text-required.
      { item: '<podcast:episode></podcast:episode>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const text = node.name === 'podcast:episode' ? textOf(node) : ''
      if (text === '') return
      if (!/^\d+(?:\.\d+)?$/.test(text))
        report(node, `The episode number ${quoted(text)} is not a number.`, { part: 'text' })
      else if (Number(text) === 0)
        report(node, 'The episode has the number 0, which some apps ignore.', { part: 'text', level: 'warning' })
    },
  }),
})

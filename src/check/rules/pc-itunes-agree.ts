import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

export const pcItunesAgree = defineRule({
  id: 'pc-itunes-agree',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'podcast:season and podcast:episode give the numbers that itunes:season and itunes:episode give.',
  why: 'One app shows the one number, and another app the other.',
  mend: 'Correct the number that is wrong.',
  source: namespaceTag('episode'),
  examples: {
    bad: [
      { item: '<podcast:episode>2</podcast:episode>' },
      { item: '<itunes:season>1</itunes:season><podcast:season>2</podcast:season>' },
    ],
    good: [
      { item: '<itunes:season>1</itunes:season><podcast:season name="Autumn">01</podcast:season>' },
      // A whole number is all that itunes:episode can have.
      { item: '<podcast:episode>1.5</podcast:episode>' },
      { item: '<podcast:episode>2</podcast:episode>', without: ['item/itunes:episode'] },
      { item: '<podcast:episode/>' },
    ],
  },
  check: (report) => ({
    item: (item) => {
      for (const name of ['season', 'episode']) {
        const ours = childNamed(item, `podcast:${name}`)
        const [own, other] = [textOf(ours), textOf(childNamed(item, `itunes:${name}`))]
        if (ours === undefined || !/^\d+$/.test(own) || !/^\d+$/.test(other) || Number(own) === Number(other)) continue
        report(ours, `podcast:${name} is ${Number(own)}, but itunes:${name} is ${Number(other)}.`, { part: 'text' })
      }
    },
  }),
})

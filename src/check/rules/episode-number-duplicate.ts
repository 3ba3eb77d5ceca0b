import { childNamed, type Spot } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { episodeTypeOf, numberIn } from '../episodes.ts'
import { sources } from '../sources.ts'

export const episodeNumberDuplicate = defineRule({
  id: 'episode-number-duplicate',
  level: 'warning',
  platforms: ['apple'],
  summary: 'No two full episodes of a season have the same number.',
  why: 'Apps show two episodes by one number, in an order that nobody can foresee.',
  mend: 'Correct the `season` or `episode` of one of them.',
  source: sources.apple,
  sameAs: ['episode/duplicate-number'],
  examples: {
    bad: [
      { item: ['<itunes:episode>3</itunes:episode>', '<itunes:episode>03</itunes:episode>'] },
      {
        item: [
          '<itunes:season>2</itunes:season><itunes:episode>3</itunes:episode>',
          '<itunes:season>2</itunes:season><itunes:episode>3</itunes:episode>',
        ],
      },
    ],
    good: [
      {
        item: [
          '<itunes:season>1</itunes:season><itunes:episode>3</itunes:episode>',
          '<itunes:season>2</itunes:season><itunes:episode>3</itunes:episode>',
          '<itunes:season>2</itunes:season><itunes:episode>3</itunes:episode><itunes:episodeType>bonus</itunes:episodeType>',
        ],
      },
      { item: ['<itunes:episode/>', '<itunes:episode/>'] },
    ],
  },
  check: (report) => {
    const first = new Map<string, Spot>()
    return {
      item: (item) => {
        const node = childNamed(item, 'itunes:episode')
        const number = numberIn(item, 'itunes:episode')
        if (node === undefined || number === undefined || episodeTypeOf(item) !== 'full') return
        const season = numberIn(item, 'itunes:season')
        const key = `${season ?? ''} ${number}`
        const other = first.get(key)
        if (other === undefined) {
          const place = node.place('text')
          first.set(key, { place: () => place })
          return
        }
        const words = season === undefined ? `${number}` : `${number} of season ${season}`
        report(node, `Another episode is number ${words}, too.`, {
          part: 'text',
          related: { message: 'first used here', spot: other },
        })
      },
    }
  },
})

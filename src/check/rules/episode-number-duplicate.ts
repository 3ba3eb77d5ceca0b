import { childNamed, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { episodeTypeOf, numberIn } from '../episodes.ts'
import { keptText } from '../kept-text.ts'
import { sources } from '../sources.ts'

export const episodeNumberDuplicate = defineRule({
  id: 'episode-number-duplicate',
  level: 'warning',
  platforms: ['apple'],
  summary: 'No two full episodes of a season have the same number.',
  why: 'Apps show two episodes by one number, in an order that nobody can foresee.',
  mend: 'Correct the `season` or `episode` of one of them; a teaser or an extra has its own `episodeType`: trailer or bonus.',
  source: sources.apple,
  sameAs: ['episode/duplicate-number'],
  examples: {
    bad: [
      {
        item: [
          '<guid isPermaLink="false">a-1</guid><itunes:episode>3</itunes:episode>',
          '<guid isPermaLink="false">a-2</guid><itunes:episode>03</itunes:episode>',
        ],
      },
      {
        item: [
          '<itunes:season>2</itunes:season><itunes:episode>3</itunes:episode>',
          '<itunes:season>2</itunes:season><itunes:episode>3</itunes:episode>',
        ],
        without: ['item/guid'],
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
      // The whole episode stands there twice, as guid-unique says.
      {
        item: [
          '<guid isPermaLink="false">a-1</guid><itunes:episode>3</itunes:episode>',
          '<guid isPermaLink="false">a-1</guid><itunes:episode>3</itunes:episode>',
        ],
      },
    ],
  },
  check: (report) => {
    const first = new Map<string, { readonly spot: Spot; readonly guid: string }>()
    return {
      item: (item) => {
        const node = childNamed(item, 'itunes:episode')
        const number = numberIn(item, 'itunes:episode')
        if (node === undefined || number === undefined || episodeTypeOf(item) !== 'full') return
        const season = numberIn(item, 'itunes:season')
        const key = `${season ?? ''} ${number}`
        const guid = textOf(childNamed(item, 'guid'))
        const other = first.get(key)
        if (other === undefined) {
          const place = node.place('text')
          first.set(key, { spot: { place: () => place }, guid: keptText(guid) })
          return
        }
        if (guid !== '' && guid === other.guid) return
        const words = season === undefined ? `${number}` : `${number} of season ${season}`
        report(node, `Another episode is number ${words}, too.`, {
          part: 'text',
          related: { message: 'first used here', spot: other.spot },
        })
      },
    }
  },
})

import { childNamed, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { episodeTypeOf } from '../episodes.ts'
import { keptText } from '../kept-text.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const trailerSharesGuid = defineRule({
  id: 'trailer-shares-guid',
  level: 'error',
  platforms: 'all',
  summary: 'A trailer has a guid of its own.',
  why: 'Apps take the episode for its trailer, which they have already, and do not show it.',
  mend: 'Give the newer of the two a `guid` of its own.',
  source: sources.apple,
  sameAs: ['guid/duplicate'],
  examples: {
    bad: [
      {
        item: [
          '<guid isPermaLink="false">a-1</guid>',
          '<guid isPermaLink="false">a-1</guid><itunes:episodeType>trailer</itunes:episodeType>',
        ],
      },
      {
        item: [
          '<guid isPermaLink="false">a-1</guid><itunes:episodeType>trailer</itunes:episodeType>',
          '<guid isPermaLink="false">a-1</guid>',
        ],
      },
    ],
    good: [
      {
        item: [
          '<guid isPermaLink="false">a-1</guid>',
          '<guid isPermaLink="false">a-2</guid><itunes:episodeType>trailer</itunes:episodeType>',
        ],
      },
    ],
  },
  check: (report) => {
    const first = new Map<string, { readonly isTrailer: boolean; readonly spot: Spot }>()
    return {
      item: (item) => {
        const node = childNamed(item, 'guid')
        const guid = textOf(node)
        if (node === undefined || guid === '') return
        const isTrailer = episodeTypeOf(item) === 'trailer'
        const other = first.get(guid)
        if (other === undefined) {
          const place = node.place('text')
          first.set(keptText(guid), { isTrailer, spot: { place: () => place } })
        } else if (other.isTrailer !== isTrailer)
          report(node, `A trailer and an episode have the same guid: ${quoted(guid)}.`, {
            part: 'text',
            related: { message: isTrailer ? 'the episode' : 'the trailer', spot: other.spot },
          })
      },
    }
  },
})

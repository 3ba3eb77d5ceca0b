import { childNamed, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { episodeTypeOf } from '../episodes.ts'
import { keptText } from '../kept-text.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

interface First {
  readonly guid: string
  readonly isTrailer: boolean
  /** The address of its audio. */
  readonly url: string
  readonly spot: Spot
}

export const guidUnique = defineRule({
  id: 'guid-unique',
  level: 'error',
  platforms: 'all',
  summary: 'No two episodes have the same guid.',
  why: 'Apps take the second one for the first, and show only one of them.',
  mend: 'Give the newer of the two a `guid` of its own, and leave that of the older one as it is.',
  source: sources.apple,
  sameAs: ['guid/duplicate'],
  examples: {
    bad: [
      { item: ['<guid isPermaLink="false">a-1</guid>', '<guid isPermaLink="false"> a-1 </guid>'] },
      { item: ['<guid isPermaLink="false">a-1</guid>', '<guid isPermaLink="false">A-1</guid>'] },
    ],
    good: [
      { item: ['<guid isPermaLink="false">a-1</guid>', '<guid isPermaLink="false">a-2</guid>'] },
      { item: ['<guid/>', '<guid/>'] },
      // Another rule speaks of that.
      {
        item: [
          '<guid isPermaLink="false">a-1</guid>',
          '<guid isPermaLink="false">a-1</guid><itunes:episodeType>trailer</itunes:episodeType>',
        ],
      },
    ],
  },
  check: (report) => {
    const byFolded = new Map<string, First>()
    return {
      item: (item) => {
        const node = childNamed(item, 'guid')
        const guid = textOf(node)
        if (node === undefined || guid === '') return
        const isTrailer = episodeTypeOf(item) === 'trailer'
        const url = childNamed(item, 'enclosure')?.attributes.url?.trim() ?? ''
        const folded = guid.toLowerCase()
        const first = byFolded.get(folded)
        if (first === undefined) {
          const place = node.place('text')
          byFolded.set(keptText(folded), {
            guid: keptText(guid),
            isTrailer,
            url: keptText(url),
            spot: { place: () => place },
          })
          return
        }
        const related = { message: 'first used here', spot: first.spot }
        if (first.guid !== guid)
          report(node, `The guid ${quoted(guid)} differs from another episode’s only in capital letters.`, {
            part: 'text',
            level: 'warning',
            related,
          })
        else if (first.isTrailer === isTrailer)
          report(node, `Another episode has the same guid: ${quoted(guid)}.`, {
            part: 'text',
            related,
            ...(url !== '' && url === first.url ? { hint: 'It has the same audio, too: remove one of the two.' } : {}),
          })
      },
    }
  },
})

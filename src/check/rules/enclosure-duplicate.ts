import { childNamed, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { keptText } from '../kept-text.ts'
import { sources } from '../sources.ts'

export const enclosureDuplicate = defineRule({
  id: 'enclosure-duplicate',
  level: 'error',
  platforms: ['apple'],
  summary: 'No two episodes have the same audio.',
  why: 'Apple Podcasts ignores every episode but one of those that share an address.',
  mend: 'Correct the `audio` of one of the episodes.',
  source: sources.appleRequirements,
  sameAs: ['episode/duplicate-audio'],
  examples: {
    bad: [
      {
        item: [
          '<guid isPermaLink="false">a-1</guid>',
          '<guid isPermaLink="false">a-2</guid><title>Leaves</title><itunes:episode>2</itunes:episode>',
        ],
      },
    ],
    good: [
      {
        item: [
          '<guid isPermaLink="false">a-1</guid>',
          '<guid isPermaLink="false">a-2</guid><title>Leaves</title><itunes:episode>2</itunes:episode><enclosure url="https://soil.example/audio/leaves.mp3" length="5" type="audio/mpeg"/>',
        ],
      },
      // The whole episode stands there twice, as guid-unique says.
      { item: ['<guid isPermaLink="false">a-1</guid>', '<guid isPermaLink="false">a-1</guid>'] },
    ],
  },
  check: (report) => {
    const first = new Map<string, { readonly spot: Spot; readonly guid: string }>()
    return {
      item: (item) => {
        const enclosure = childNamed(item, 'enclosure')
        const url = enclosure?.attributes.url?.trim()
        if (enclosure === undefined || url === undefined || url === '') return
        const guid = textOf(childNamed(item, 'guid'))
        const other = first.get(url)
        if (other === undefined) {
          const place = enclosure.place('@url')
          first.set(keptText(url), { spot: { place: () => place }, guid: keptText(guid) })
        } else if (guid === '' || other.guid !== guid)
          report(enclosure, `Another episode has the same audio: ${url}.`, {
            part: '@url',
            related: { message: 'first used here', spot: other.spot },
          })
      },
    }
  },
})

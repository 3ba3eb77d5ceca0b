import { childNamed, type Spot } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { keptSpot } from '../kept-spot.ts'
import { sources } from '../sources.ts'

export const itemImage = defineRule({
  id: 'item-image',
  level: 'info',
  platforms: ['apple', 'psp-1'],
  summary: 'Episodes have an image.',
  why: 'Apps show the show’s image for the others, so that episodes look alike.',
  mend: 'Give episodes an `image` of their own if you have one; otherwise nothing is amiss.',
  source: sources.psp,
  examples: {
    bad: [{ without: ['item/itunes:image'] }, { item: '<itunes:image href=""/>' }],
    good: [{ item: '<itunes:image href="https://soil.example/artwork.jpg"/>' }],
  },
  check: (report) => {
    let first: Spot | undefined
    let without = 0
    let all = 0
    return {
      item: (item) => {
        all++
        if ((childNamed(item, 'itunes:image')?.attributes.href?.trim() ?? '') !== '') return
        without++
        first ??= keptSpot(item)
      },
      // Once: it is true of most episodes, or of none.
      channel: () => {
        if (first === undefined) return
        const message =
          without === 1
            ? 'The episode has no image.'
            : `${without === all ? 'None' : `${without}`} of the ${all} episodes ${without === all ? 'has an image' : 'have no image'}; this is the first.`
        report(first, message)
      },
    }
  },
})

import { childNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { namespaceTag } from '../sources.ts'

const alternative = `<podcast:alternateEnclosure type="audio/opus" length="5">
  <podcast:source uri="https://soil.example/1.opus"/></podcast:alternateEnclosure>`

export const pcAltencNoEnclosure = defineRule({
  id: 'pc-altenc-no-enclosure',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'An episode with podcast:alternateEnclosure has an enclosure, too.',
  why: 'Most apps know the enclosure only, and do not show an episode without it.',
  mend: 'Add an <enclosure> with the MP3 or M4A; podcast:alternateEnclosure comes in addition.',
  source: namespaceTag('alternate-enclosure'),
  examples: {
    bad: [{ item: alternative, without: ['item/enclosure'] }],
    good: [{ item: alternative }],
  },
  check: (report) => {
    const check = (item: FeedNode): void => {
      const alternate = childNamed(item, 'podcast:alternateEnclosure')
      if (alternate !== undefined && childNamed(item, 'enclosure') === undefined)
        report(alternate, 'Here is another version of an audio, but the episode has no enclosure.')
    }
    return { item: check, liveItem: check }
  },
})

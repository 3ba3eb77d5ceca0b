import { childNamed, childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { bareType, usualType } from '../mime.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const isDefault = ({ attributes }: FeedNode): boolean => attributes.default?.trim().toLowerCase() === 'true'

const alternative = (type: string): string => `<podcast:alternateEnclosure type="${type}" length="5" default="true">
  <podcast:source uri="https://soil.example/1"/></podcast:alternateEnclosure>`

export const pcAltencDefault = defineRule({
  id: 'pc-altenc-default',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'One podcast:alternateEnclosure at most is the default, and it is the enclosure’s own file.',
  why: 'The default tells apps where else they get the same file; another file there surprises listeners.',
  mend: 'Remove default="true" from all but the one that is the same file as the enclosure.',
  source: namespaceTag('alternate-enclosure'),
  examples: {
    bad: [{ item: alternative('audio/mpeg') + alternative('audio/mpeg') }, { item: alternative('audio/opus') }],
    good: [
      { item: alternative('audio/mpeg') },
      { item: alternative('audio/mp3') },
      {
        item: `<podcast:alternateEnclosure type="audio/opus" length="5" default="false">
          <podcast:source uri="https://soil.example/1.opus"/></podcast:alternateEnclosure>`,
      },
    ],
  },
  check: (report) => {
    const check = (item: FeedNode): void => {
      const [first, ...others] = childrenNamed(item, 'podcast:alternateEnclosure').filter(isDefault)
      if (first === undefined) return
      for (const other of others)
        report(other, 'The episode has more than one podcast:alternateEnclosure that is the default.', {
          part: '@default',
          related: { message: 'the first one', spot: first },
        })
      const type = childNamed(item, 'enclosure')?.attributes.type
      const own = first.attributes.type
      if (bareType(type) === '' || bareType(own) === '' || usualType(type) === usualType(own)) return
      report(first, `The default is ${quoted(bareType(own))}, but the enclosure is ${quoted(bareType(type))}.`, {
        part: '@type',
      })
    }
    return { item: check, liveItem: check }
  },
})

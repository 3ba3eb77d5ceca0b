import { childNamed, type Spot, textOf } from '../../model/feed-node.ts'
import { defineRule, type PublishedBefore } from '../../model/rule.ts'
import { keptSpot } from '../kept-spot.ts'
import { keptText } from '../kept-text.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

const before: PublishedBefore = {
  items: [
    { guid: 'old-roots', enclosure: 'https://soil.example/audio/roots.mp3', title: 'Roots' },
    { guid: 'soil-and-seed-leaves', enclosure: 'https://soil.example/audio/leaves.mp3', title: 'Leaves' },
  ],
}

/** The published guid of each, where it is known of only one. */
function guidsBy(items: PublishedBefore['items'], key: 'enclosure' | 'title'): Map<string, string> {
  const guids = new Map<string, string>()
  const repeated = new Set<string>()
  for (const item of items) {
    const value = item[key].trim()
    if (guids.has(value)) repeated.add(value)
    guids.set(value, item.guid.trim())
  }
  for (const value of ['', ...repeated]) guids.delete(value)
  return guids
}

interface Change {
  readonly spot: Spot
  readonly published: string
  readonly now: string
}

export const guidChanged = defineRule({
  id: 'guid-changed',
  level: 'error',
  platforms: ['apple', 'psp-1'],
  summary: 'An episode keeps the guid that it was published with.',
  why: 'By another guid it is another episode: every subscriber downloads it again, and what they have heard is forgotten.',
  mend: 'Write the published guid as `guid`, exactly as it was.',
  source: sources.apple,
  sameAs: ['guid/changed'],
  examples: {
    bad: [
      { facts: { before } },
      { item: '<enclosure url="https://soil.example/new.mp3" length="5" type="audio/mpeg"/>', facts: { before } },
    ],
    good: [
      {},
      { item: '<guid isPermaLink="false"> old-roots </guid><title>Roots, again</title>', facts: { before } },
      // An episode that is known by its guid may have another's title.
      { item: '<guid isPermaLink="false">soil-and-seed-leaves</guid>', facts: { before } },
      // A new episode with the title of one that is still there.
      {
        item: [
          '<guid isPermaLink="false">old-roots</guid>',
          '<guid isPermaLink="false">new</guid><enclosure url="https://soil.example/n.mp3" length="5" type="audio/mpeg"/>',
        ],
        facts: { before },
      },
    ],
  },
  check: (report, { before }) => {
    if (before === undefined) return {}
    const byEnclosure = guidsBy(before.items, 'enclosure')
    const byTitle = guidsBy(before.items, 'title')
    const known = new Set(before.items.map(({ guid }) => guid.trim()))
    const present = new Set<string>()
    const changes: Change[] = []
    return {
      item: (item) => {
        const node = childNamed(item, 'guid')
        const now = textOf(node)
        if (node === undefined || now === '') return
        if (known.has(now)) {
          present.add(keptText(now))
          return
        }
        const url = childNamed(item, 'enclosure')?.attributes.url?.trim() ?? ''
        const published = byEnclosure.get(url) ?? byTitle.get(textOf(childNamed(item, 'title')))
        if (published === undefined || published === '') return
        changes.push({ spot: keptSpot(node, 'text'), published, now: keptText(now) })
      },
      // Only now is it known whether the published guid has gone, or another episode has it.
      channel: () => {
        for (const { spot, published, now } of changes)
          if (!present.has(published))
            report(spot, `The episode was published with the guid ${quoted(published)}, and now has ${quoted(now)}.`)
      },
    }
  },
})

import type { FeedNode } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { podcastElements } from '../podcast-elements.ts'
import { sources } from '../sources.ts'

const places: Readonly<Record<string, string>> = { channel: 'The show', item: 'The episode' }

export const pcCount = defineRule({
  id: 'pc-count',
  level: 'error',
  platforms: ['podcast-index', 'psp-1'],
  summary: 'A tag of which there can be one only is there once.',
  why: 'Apps take one of them and drop the others, and not all apps take the same.',
  mend: 'Keep the right one, and remove the others.',
  source: sources.namespace,
  examples: {
    bad: [
      { channel: '<podcast:medium>podcast</podcast:medium><podcast:medium>music</podcast:medium>' },
      { item: '<podcast:season>1</podcast:season><podcast:season>2</podcast:season>' },
      {
        item: `<podcast:alternateEnclosure type="audio/mpeg" length="5"><podcast:source uri="https://soil.example/1.mp3"/>
          <podcast:integrity type="pgp-signature" value="a"/><podcast:integrity type="pgp-signature" value="b"/>
          </podcast:alternateEnclosure>`,
      },
    ],
    good: [
      { item: '<podcast:person>Ada Fern</podcast:person><podcast:person role="guest">Bo Fig</podcast:person>' },
      { channel: '<podcast:license>CC0-1.0</podcast:license>', item: '<podcast:license>CC0-1.0</podcast:license>' },
    ],
  },
  check: (report) => {
    const count = (parent: FeedNode): void => {
      const first = new Map<string, FeedNode>()
      for (const child of parent.children) {
        const known = podcastElements.get(child.name)
        if (known?.count !== 'once' || !known.parents.includes(parent.name)) continue
        const other = first.get(child.name)
        if (other === undefined) first.set(child.name, child)
        else
          report(child, `${places[parent.name] ?? `A ${parent.name}`} has more than one ${child.name}.`, {
            related: { message: 'the first one', spot: other },
          })
      }
    }
    return { element: count, channel: count }
  },
})

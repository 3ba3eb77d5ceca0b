import type { FeedNode, NodePart, Spot } from '../model/feed-node.ts'
import { keptSpot } from './kept-spot.ts'
import { keptText } from './kept-text.ts'

/** Something that many episodes have, and that is said once. */
export interface Counted {
  /** Where it stands first. */
  readonly spot: Spot
  /** How often it stands in the feed. */
  readonly count: number
}

/** Counts by a word, and remembers where each word stood first. */
export interface Tally {
  readonly add: (word: string, node: FeedNode, part?: NodePart) => void
  readonly entries: () => Iterable<readonly [string, Counted]>
}

export function startTally(): Tally {
  const counted = new Map<string, { readonly spot: Spot; count: number }>()
  return {
    add: (word, node, part) => {
      const before = counted.get(word)
      if (before === undefined) counted.set(keptText(word), { spot: keptSpot(node, part), count: 1 })
      else before.count++
    },
    entries: () => counted,
  }
}

/** How a sentence ends that is said for all of them. */
export const times = ({ count }: Counted): string => (count === 1 ? '' : ` (${count} times in this feed)`)

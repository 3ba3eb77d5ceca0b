import type { FeedNode, NodePart, Spot } from '../model/feed-node.ts'
import { keptText } from './kept-text.ts'

/** A place of a node that can be kept when the node is gone: it holds no more than the place and its line. */
export function keptSpot(node: FeedNode, part: NodePart = 'element'): Spot {
  const place = node.place(part)
  const found = node.excerpt?.(place)
  const excerpt = found && { ...found, text: keptText(found.text) }
  return { place: () => place, excerpt: () => excerpt }
}

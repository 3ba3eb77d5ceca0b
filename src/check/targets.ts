import type { FeedNode, Spot } from '../model/feed-node.ts'
import type { Target, TargetKind } from '../model/rule.ts'
import { webUrl } from '../text/url.ts'

interface Pointer {
  readonly kind: TargetKind
  readonly attribute: string
}

/** The elements that point at files that apps load. */
const pointers: Readonly<Record<string, Pointer>> = {
  enclosure: { kind: 'enclosure', attribute: 'url' },
  'podcast:source': { kind: 'enclosure', attribute: 'uri' },
  'podcast:trailer': { kind: 'enclosure', attribute: 'url' },
  'itunes:image': { kind: 'image', attribute: 'href' },
  'podcast:image': { kind: 'image', attribute: 'href' },
  'podcast:transcript': { kind: 'transcript', attribute: 'url' },
  'podcast:chapters': { kind: 'chapters', attribute: 'url' },
}

/** What of the web an element and those inside of it point at. Small: they are kept until all are asked. */
export function targetsOf(node: FeedNode): Target[] {
  const pointer = Object.hasOwn(pointers, node.name) ? pointers[node.name] : undefined
  const url = pointer && webUrl(node.attributes[pointer.attribute]?.trim() ?? '')
  const own = url === undefined || pointer === undefined ? [] : [targetAt(node, pointer, url)]
  return [...own, ...node.children.flatMap(targetsOf)]
}

function targetAt(node: FeedNode, { kind, attribute }: Pointer, url: string): Target {
  const spot = lasting(node, attribute)
  return { kind, url, attribute, node: { ...node, ...spot, children: [] }, ...spot }
}

/** A spot that holds on to nothing of its item: the place of one attribute, found at once. */
function lasting(node: FeedNode, attribute: string): Spot {
  const place = node.place(`@${attribute}`)
  const excerpt = node.excerpt?.(place)
  return { place: () => place, ...(excerpt === undefined ? {} : { excerpt: () => excerpt }) }
}

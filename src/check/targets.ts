import type { FeedNode } from '../model/feed-node.ts'
import type { Target, TargetKind } from '../model/rule.ts'
import { webUrl } from '../text/url.ts'
import { keptSpot } from './kept-spot.ts'
import { keptText } from './kept-text.ts'

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

/** Holds on to nothing of its item: what is kept of the element are its name and its attributes. */
function targetAt(node: FeedNode, { kind, attribute }: Pointer, url: string): Target {
  const spot = keptSpot(node, `@${attribute}`)
  const { name, written, namespace } = node
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([key, value]) => [keptText(key), keptText(value)]),
  )
  const kept = { name: keptText(name), written: keptText(written), namespace, attributes, children: [], text: '' }
  return { kind, url: keptText(url), attribute, node: { ...kept, ...spot }, ...spot }
}

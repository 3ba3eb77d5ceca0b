import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { LocatedNode } from './located.ts'

/** A list or group that is being read; `key` is the key whose value comes next. */
interface Frame {
  readonly node: LocatedNode
  readonly isGroup: boolean
  count: number
  key?: { readonly name: string; readonly offset: number } | undefined
}

/** The tree of places of one YAML document. */
export function locateYaml(events: readonly Event[], text: string): LocatedNode {
  const root: LocatedNode = { value: 0, key: 0, children: new Map() }
  const frames: Frame[] = []
  /** Adds a value to the innermost list or group, unless it is a key there. */
  const place = (offset: number): LocatedNode => {
    const frame = frames.at(-1)
    if (frame === undefined) return root
    const { node, isGroup } = frame
    const name = isGroup ? (frame.key?.name ?? '') : String(frame.count++)
    const at = offset === -1 ? (frame.key?.offset ?? node.value) : offset
    const child = { value: at, key: isGroup ? (frame.key?.offset ?? at) : at, children: new Map() }
    node.children.set(name, child)
    frame.key = undefined
    return child
  }
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) continue
    if (event.type === EVENT_ID.POP) frames.pop()
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
      frames.push({ node: place(event.start), isGroup: event.type === EVENT_ID.MAPPING, count: 0 })
    else {
      const offset = event.type === EVENT_ID.ALIAS ? event.anchorStart - 1 : startOf(event, text)
      const frame = frames.at(-1)
      if (frame?.isGroup === true && frame.key === undefined)
        frame.key = { name: event.type === EVENT_ID.ALIAS ? '' : getScalarValue(text, event), offset }
      else place(offset)
    }
  }
  return root
}

/** Where a scalar starts for its reader: at its quote, or at the first letter of a block. -1 if it is empty. */
function startOf({ valueStart, valueEnd, style }: ScalarEvent, text: string): number {
  if (valueStart === -1) return -1
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1
  if (style === SCALAR_STYLE.PLAIN) return valueStart
  let start = valueStart
  while (start < valueEnd && /\s/.test(text[start] as string)) start++
  return start
}

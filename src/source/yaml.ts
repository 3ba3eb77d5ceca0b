import {
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  floatCoreTag,
  intCoreTag,
  mapTag,
  NOT_RESOLVED,
  parseEvents,
  type ScalarTagDefinition,
  YAMLException,
} from 'js-yaml'
import { type Located, type LocatedNode, type OffsetOf, offsetIn, type SyntaxProblem } from './located.ts'
import { parsePlainYaml } from './plain-yaml.ts'
import { explainYaml, stillOpen } from './yaml-errors.ts'
import { locateYaml } from './yaml-places.ts'

/** How deep keys may be nested. */
export const maxDepth = 40
/** How many `*aliases` a text may have. */
export const maxAliases = 100
/** How many values a text may have when each alias is replaced by what it stands for. */
export const maxValues = 10_000

/** A number only if it is written as we would write it: `0123`, `1.10`, `1e5` stay the text that they look like. */
const asWritten = (tag: ScalarTagDefinition<number>): ScalarTagDefinition<number> => ({
  ...tag,
  resolve: (source, isExplicit, name) => {
    const value = tag.resolve(source, isExplicit, name)
    return typeof value === 'number' && !isExplicit && String(value) !== source ? NOT_RESOLVED : value
  },
})

const forbiddenKey = '__proto__'

/** YAML 1.2's core: dates stay text, `yes` stays text, no tag makes anything but data. */
const schema = CORE_SCHEMA.withTags(asWritten(intCoreTag), asWritten(floatCoreTag), {
  ...mapTag,
  addPair: (group, key, value) => (key === forbiddenKey ? forbiddenKey : mapTag.addPair(group, key, value)),
})

/** Reads one YAML document, or JSON, as data. The places of its parts are made when one is asked for. */
export function parseYaml(text: string): Located {
  const plain = parsePlainYaml(text)
  return plain === undefined ? parseWholeYaml(text) : { data: plain, offsetOf: offsetsIn(text) }
}

/** Reads any YAML, and says what is wrong with it. */
export function parseWholeYaml(text: string): Located {
  let events: Event[] = []
  try {
    events = parseEvents(text, { maxDepth })
    const error = findSeveralDocuments(events, text) ?? findBomb(events, text)
    if (error !== undefined) return failed(error)
    const [data] = constructFromEvents(events, { source: text, schema, maxAliases })
    return { data, offsetOf: offsetsIn(text) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return failed(explainYaml(error.reason, positionOf(error, events, text), text))
  }
}

/** The events are read again when a place is wanted: keeping them would cost more memory than the data. */
function offsetsIn(text: string): OffsetOf {
  let root: LocatedNode | undefined
  return (path, part = 'value') => {
    root ??= locateYaml(parseEvents(text, { maxDepth }), text)
    return offsetIn(root, path, part)
  }
}

const failed = (error: SyntaxProblem): Located => ({ data: undefined, error, offsetOf: () => error.offset })

/** Where the mistake is, in the two cases where the parser points elsewhere. */
function positionOf({ reason, mark }: YAMLException, events: readonly Event[], text: string): number {
  const position = mark?.position ?? 0
  if (reason.includes('complex keys')) return complexKeyIn(events) ?? position
  return reason === stillOpen ? openedBefore(text, position) : position
}

/** What is open at the end of the line before; the parser only notices that the next line should not be there. */
function openedBefore(text: string, position: number): number {
  const before = text.slice(0, position).trimEnd()
  try {
    parseEvents(before, { maxDepth })
    return position
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    return explainYaml(error.reason, error.mark?.position ?? position, before).offset
  }
}

/** The first list or group that stands where a key should. */
function complexKeyIn(events: readonly Event[]): number | undefined {
  const open: { readonly isGroup: boolean; keyIsNext: boolean }[] = []
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) open.push({ isGroup: false, keyIsNext: false })
    else if (event.type === EVENT_ID.POP) open.pop()
    else {
      const parent = open.at(-1)
      const isCollection = event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE
      if (isCollection && parent?.isGroup === true && parent.keyIsNext) return event.start
      if (parent !== undefined) parent.keyIsNext = !parent.keyIsNext
      if (isCollection) open.push({ isGroup: event.type === EVENT_ID.MAPPING, keyIsNext: true })
    }
  }
  return undefined
}

/** A second document with something in it; closing the only one with `---` or `...` is fine. */
function findSeveralDocuments(events: readonly Event[], text: string): SyntaxProblem | undefined {
  const second = events.findIndex((event, index) => event.type === EVENT_ID.DOCUMENT && index > 0)
  if (second === -1 || !events.slice(second).some(hasContent)) return undefined
  const from = events
    .slice(0, second)
    .reduce((end, event) => Math.max(end, 'valueEnd' in event ? event.valueEnd : 0), 0)
  const marker = /^(?:---|\.\.\.)/m.exec(text.slice(from))
  return {
    code: 'yaml/several-documents',
    problem: 'a line of dashes or dots starts a second set of keys',
    hint: 'Remove the line: there must be one set of keys.',
    offset: from + (marker?.index ?? 0),
  }
}

const hasContent = (event: Event): boolean =>
  event.type === EVENT_ID.SCALAR
    ? event.valueStart !== -1
    : event.type !== EVENT_ID.DOCUMENT && event.type !== EVENT_ID.POP

/**
 * Finds the alias that makes the data too large, or stands inside of what it repeats. The data itself stays small, as
 * aliases share it; whoever walks through it would not.
 */
function findBomb(events: readonly Event[], text: string): SyntaxProblem | undefined {
  if (!text.includes('*')) return undefined
  const sizes = new Map<string, number>()
  const open: { readonly anchor: string; readonly before: number }[] = []
  let total = 0
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) open.push({ anchor: '', before: total })
    else if (event.type === EVENT_ID.POP) {
      const closed = open.pop()
      if (closed !== undefined) sizes.set(closed.anchor, total - closed.before)
    } else {
      const anchor = event.anchorStart === -1 ? '' : text.slice(event.anchorStart, event.anchorEnd)
      if (event.type === EVENT_ID.ALIAS) {
        total += sizes.get(anchor) ?? 1
        if (total > maxValues || open.some((parent) => parent.anchor === anchor)) return bombAt(event.anchorStart - 1)
      } else {
        if (event.type === EVENT_ID.SCALAR) sizes.set(anchor, 1)
        else open.push({ anchor, before: total })
        total += 1
      }
    }
  }
  return undefined
}

const bombAt = (offset: number): SyntaxProblem => ({
  code: 'yaml/too-complex',
  problem: 'this alias repeats more than a show could need, or repeats itself',
  hint: 'Write the values out instead of repeating them with “*”.',
  offset,
})

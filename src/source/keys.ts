import type { z } from 'zod'
import { nearest } from '../text/words.ts'
import { isGroup, type Path } from './located.ts'

/** The keys that a schema knows, at every depth. */
export interface KnownKeys {
  /** Absent: any key is fine, or there are none. */
  readonly keys: ReadonlyMap<string, KnownKeys> | undefined
  /** Of a list's items. */
  readonly items: KnownKeys | undefined
  /** What the schema says about the value. */
  readonly description?: string | undefined
}

interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly element?: z.ZodType
  readonly in?: z.ZodType
  readonly innerType?: z.ZodType
}

const none: KnownKeys = { keys: undefined, items: undefined }

/** Collects the keys of a schema; of alternatives, the keys of all. */
export function knownKeys(schema: z.ZodType): KnownKeys {
  const found = keysInside(schema.def as Definition)
  return schema.description === undefined ? found : { ...found, description: schema.description }
}

function keysInside({ shape, options, element, in: input, innerType }: Definition): KnownKeys {
  if (shape !== undefined)
    return { keys: new Map(Object.entries(shape).map(([key, value]) => [key, knownKeys(value)])), items: undefined }
  if (options !== undefined) return options.map(knownKeys).reduce(merge, none)
  if (element !== undefined) return { keys: undefined, items: knownKeys(element) }
  const inner = input ?? innerType
  return inner === undefined ? none : knownKeys(inner)
}

const merge = (a: KnownKeys, b: KnownKeys): KnownKeys => ({
  keys: a.keys === undefined || b.keys === undefined ? (a.keys ?? b.keys) : new Map([...a.keys, ...b.keys]),
  items: a.items === undefined || b.items === undefined ? (a.items ?? b.items) : merge(a.items, b.items),
})

/** A key that no schema knows, and the group in which it would have to be known. */
export interface UnknownKey {
  readonly path: Path
  readonly group: KnownKeys
}

/** The keys in data that are not known. */
export function findUnknownKeys(data: unknown, known: KnownKeys, path: Path = []): UnknownKey[] {
  const found: UnknownKey[] = []
  if (Array.isArray(data) && known.items !== undefined) {
    const { items } = known
    data.forEach((item, index) => {
      found.push(...findUnknownKeys(item, items, [...path, index]))
    })
  } else if (isGroup(data) && known.keys !== undefined) {
    for (const key of Object.keys(data)) {
      const inner = known.keys.get(key)
      if (inner === undefined) found.push({ path: [...path, key], group: known })
      else if (typeof data[key] === 'object') found.push(...findUnknownKeys(data[key], inner, [...path, key]))
    }
  }
  return found
}

const suggestions = new WeakMap<KnownKeys, Map<string, string | undefined>>()

/** The known key that was meant. Remembered, as the same foreign key tends to stand in every file of a show. */
export function suggestKey({ path, group }: UnknownKey): string | undefined {
  const key = String(path.at(-1))
  const remembered = suggestions.get(group) ?? new Map<string, string | undefined>()
  suggestions.set(group, remembered)
  if (!remembered.has(key)) remembered.set(key, nearest(key, group.keys?.keys() ?? []))
  return remembered.get(key)
}

/** Whether `audio.url` and the like is a key path that the schema knows. */
export function isKnownPath(path: readonly string[], known: KnownKeys): boolean {
  const [key, ...rest] = path
  if (key === undefined) return true
  const inner = known.keys?.get(key)
  return inner !== undefined && isKnownPath(rest, inner)
}

/** All key paths through groups, for suggestions. */
export function keyPaths(known: KnownKeys, prefix = ''): string[] {
  return [...(known.keys ?? [])].flatMap(([key, inner]) => [`${prefix}${key}`, ...keyPaths(inner, `${prefix}${key}.`)])
}

/** What the schema says about a path, or about the nearest parent of which it says something. */
export function describe([key, ...rest]: Path, known: KnownKeys): string | undefined {
  const inner = typeof key === 'number' ? known.items : known.keys?.get(key ?? '')
  return (inner === undefined ? undefined : describe(rest, inner)) ?? known.description
}

/** A key's path in data: `['audio', 'length']`, `['chapters', 0, 'title']`. */
export type Path = readonly (string | number)[]

/**
 * The offset of a path's value (of its key, with `'key'`) in the text. What does not exist stands where the nearest
 * existing parent's key stands; the root stands at 0.
 */
export type OffsetOf = (path: Path, part?: 'value' | 'key') => number

/** What kept a text from being read as data, in a podcaster's words. */
export interface SyntaxProblem {
  readonly code: SyntaxCode
  /** A sentence without its full stop. */
  readonly problem: string
  readonly hint: string
  readonly offset: number
}

export type SyntaxCode =
  | 'yaml/syntax'
  | 'yaml/duplicate-key'
  | 'yaml/forbidden-key'
  | 'yaml/too-complex'
  | 'yaml/several-documents'
  | 'toml/syntax'

/** Data as somebody wrote it, and where each part of it stands. */
export interface Located {
  /** Undefined if there is an error, or nothing at all was written. */
  readonly data: unknown
  readonly error?: SyntaxProblem
  readonly offsetOf: OffsetOf
}

export type Group = Readonly<Record<string, unknown>>

/** Whether it is a group of keys, as opposed to text, a number or a list. */
export const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path, or undefined; never anything inherited. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}

/** A part of a text that was read, for {@link offsetIn}. */
export interface LocatedNode {
  readonly value: number
  readonly key: number
  /** By key, or by index as text. */
  readonly children: Map<string, LocatedNode>
}

/** Looks a path up in a tree of places. */
export function offsetIn(root: LocatedNode, path: Path, part: 'value' | 'key'): number {
  let node = root
  for (const key of path) {
    const child = node.children.get(String(key))
    if (child === undefined) return node.key
    node = child
  }
  return part === 'key' ? node.key : node.value
}

import { type Group, isGroup, type Path, valueAt } from './located.ts'

/** Our key path → the key, or dotted path, that a show's files use. */
export type Mapping = Readonly<Record<string, string>>

/** Keys that can be written as one value or as a group: the value is the group's first key. */
const shorthands: Readonly<Record<string, string>> = { audio: 'url', season: 'number', episode: 'number' }

interface Rule {
  readonly ours: readonly string[]
  readonly theirs: Path
}

/** Frontmatter by our names, and the way back to the names that the file uses. */
export interface Mapped {
  readonly data: Group
  /** What the file calls one of our paths, or would call it. */
  readonly theirs: (path: Path) => Path
  /**
   * The path in the file at which one of our paths stands, or else what is nearest to it. A value that stands for a
   * whole group, as in `audio: a.mp3`, is where all keys of that group stand.
   */
  readonly find: (path: Path) => { readonly path: Path; readonly isExact: boolean }
}

/**
 * Renames a file's keys to ours. A key that the mapping reads means what the mapping says, and nothing else; several of
 * ours may read the same one. Where it is absent, our own name counts. Keys left empty are as if they were not there.
 */
export function applyMapping(written: Group, mapping: Mapping): Mapped {
  const own = withoutEmpty(written)
  const rules = Object.entries(mapping).map(([ours, theirs]) => ({
    ours: ours.split('.'),
    theirs: pathIn(own, theirs),
  }))
  const used = rules.filter(({ theirs }) => valueAt(own, theirs) !== undefined)
  const rest = rules.reduce((data, { theirs }) => without(data, theirs), own)
  const data = used.reduce((data, { ours, theirs }) => withValue(data, ours, valueAt(own, theirs)), rest)
  return {
    data,
    theirs: (path) => theirPath(path, used, rules),
    find: (path) => findPath(path, written, used),
  }
}

/** Lays the show's defaults below an episode's own keys; groups are merged key by key. */
export function withDefaults(own: Group, defaults: Group): Group {
  const merged: Record<string, unknown> = { ...defaults, ...own }
  for (const [key, value] of Object.entries(defaults)) {
    if (!Object.hasOwn(own, key)) continue
    const [below, above] = [asGroup(key, value), asGroup(key, own[key])]
    if (isGroup(below) && isGroup(above)) merged[key] = { ...below, ...above }
  }
  return merged
}

/** A name with dots is a path, unless the file has a key of exactly that name. */
const pathIn = (data: Group, name: string): Path => (Object.hasOwn(data, name) ? [name] : name.split('.'))

const asGroup = (key: string, value: unknown): unknown => {
  const shorthand = Object.hasOwn(shorthands, key) ? shorthands[key] : undefined
  return shorthand === undefined || isGroup(value) || value === undefined ? value : { [shorthand]: value }
}

function withValue(data: Group, [key = '', ...rest]: readonly string[], value: unknown): Group {
  if (rest.length === 0) return { ...data, [key]: value }
  const inner = asGroup(key, Object.hasOwn(data, key) ? data[key] : undefined)
  return { ...data, [key]: withValue(isGroup(inner) ? inner : {}, rest, value) }
}

/** Without one key; a group that is then empty goes too. */
function without(data: Group, [key = '', ...rest]: Path): Group {
  if (!Object.hasOwn(data, key)) return data
  const { [key]: value, ...others } = data
  if (rest.length === 0) return others
  if (!isGroup(value)) return data
  const inner = without(value, rest)
  return Object.keys(inner).length === 0 ? others : { ...others, [key]: inner }
}

function withoutEmpty(data: Group): Group {
  const entries = Object.entries(data)
  const isClean = entries.every(([, value]) => value !== null && !isGroup(value))
  if (isClean) return data
  const kept = entries.filter(([, value]) => value !== null)
  return Object.fromEntries(kept.map(([key, value]) => [key, isGroup(value) ? withoutEmpty(value) : value]))
}

const startsWith = (path: Path, start: Path): boolean =>
  start.length <= path.length && start.every((key, index) => key === path[index])

/** Renames the part of a path that a rule speaks of; the longest one counts. */
function renamed(path: Path, rules: readonly Rule[]): Path | undefined {
  const fitting = rules.filter(({ ours }) => startsWith(path, ours))
  const [first] = fitting.sort((a, b) => b.ours.length - a.ours.length)
  return first === undefined ? undefined : [...first.theirs, ...path.slice(first.ours.length)]
}

function theirPath(path: Path, used: readonly Rule[], rules: readonly Rule[]): Path {
  const [key = ''] = path
  const whole = path.length === 1 && Object.hasOwn(shorthands, key) ? [key, shorthands[key] as string] : path
  // What is missing is called by the name under which the show's other files have it.
  return renamed(path, used) ?? renamed(path, rules) ?? renamed(whole, rules) ?? path
}

function findPath(path: Path, written: Group, used: readonly Rule[]): { path: Path; isExact: boolean } {
  for (let ours = path; ours.length > 0; ours = ours.slice(0, -1)) {
    const theirs = renamed(ours, used) ?? ours
    const value = valueAt(written, theirs)
    if (value !== undefined) return { path: theirs, isExact: ours === path || typeof value !== 'object' }
    const part = used.find((rule) => startsWith(rule.ours, ours))
    if (part !== undefined) return { path: part.theirs, isExact: false }
  }
  return { path: [], isExact: path.length === 0 }
}

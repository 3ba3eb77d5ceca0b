import { createRequire } from 'node:module'
import type * as SmolToml from 'smol-toml'
import { isGroup, type Located, type LocatedNode, offsetIn } from './located.ts'

const require = createRequire(import.meta.url)

/** Reads TOML 1.0 as data; dates become the text that they were. The parser is loaded when the first file needs it. */
export function parseToml(text: string): Located {
  const { parse, TomlError } = require('smol-toml') as typeof SmolToml
  try {
    const data = withTextDates(parse(text))
    let root: LocatedNode | undefined
    return {
      data,
      offsetOf: (path, part = 'value') => {
        root ??= locateToml(text)
        return offsetIn(root, path, part)
      },
    }
  } catch (error) {
    if (!(error instanceof TomlError)) throw error
    const offset = offsetOfLine(text, error.line) + error.column - 1
    const [problem = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n')
    const hint = 'Each line must be: key = "value".'
    return { data: undefined, error: { code: 'toml/syntax', problem, hint, offset }, offsetOf: () => offset }
  }
}

/** TOML's dates as ISO 8601 text, as in YAML, so that one reader of dates serves both. */
function withTextDates(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(withTextDates)
  if (!isGroup(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTextDates(inner)]))
}

/** Where a line (counted from 1) starts. */
function offsetOfLine(text: string, line: number): number {
  let start = 0
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1
  return start
}

const header = /^\s*(\[\[?)([^[\]]+)\]/
const pair = /^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=\s*/
const bareKey = /[\w-]+|"[^"]*"|'[^']*'/g

/**
 * The places of the keys that start a line, and of tables; what stands inside of inline tables and lists is found at
 * its key. A line inside of a text of several lines may be taken for a key: that moves a place, never the data.
 */
function locateToml(text: string): LocatedNode {
  const root: LocatedNode = { value: 0, key: 0, children: new Map() }
  let table = root
  let start = 0
  for (const line of text.split('\n')) {
    const [, brackets, tableKey] = header.exec(line) ?? []
    const offset = start + line.length - line.trimStart().length
    if (tableKey !== undefined) table = childAt(root, keysOf(tableKey), offset, offset, brackets === '[[')
    else {
      const [matched, keys] = pair.exec(line) ?? []
      if (matched !== undefined && keys !== undefined)
        childAt(table, keysOf(keys), offset, start + matched.length, false)
    }
    start += line.length + 1
  }
  return root
}

const keysOf = (keys: string): string[] => (keys.match(bareKey) ?? []).map((key) => key.replace(/^["']|["']$/g, ''))

/** Makes the nodes down a path. `isItem`: the last one is a list, which gets a further item. */
function childAt(parent: LocatedNode, keys: string[], key: number, value: number, isItem: boolean): LocatedNode {
  let node = parent
  for (const name of keys) {
    // Inside of a list of tables, a path goes on in the newest item.
    const inside = node.children.get(String(node.children.size - 1)) ?? node
    const child: LocatedNode = inside.children.get(name) ?? { key, value, children: new Map() }
    inside.children.set(name, child)
    node = child
  }
  if (!isItem) return node
  const item: LocatedNode = { key, value, children: new Map() }
  node.children.set(String(node.children.size), item)
  return item
}

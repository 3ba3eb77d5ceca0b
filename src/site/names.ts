import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { nearest } from '../text/words.ts'
import { codes } from './codes.ts'
import { helpers } from './language.ts'
import { type ParsedTemplate, placeOf } from './parse.ts'
import { fieldOf, fieldsOf, itemOf, type Shape } from './shape.ts'

const report = reporter(codes)

/** What names mean at one point of a template; an undefined shape is one that cannot be told. */
interface Scope {
  readonly root: Shape
  /** Innermost last. */
  readonly contexts: readonly (Shape | undefined)[]
  readonly blockParams: ReadonlyMap<string, Shape | undefined>
}

/** Who listens while a template is walked. */
interface Listener {
  /** A name is asked for in something that has `fields`. */
  readonly onName: (path: string, name: string, fields: readonly string[], place: Place) => void
  readonly onPartial: (name: string, scope: Scope) => void
}

/**
 * Finds names that a template asks for and that its view never has: misspelt, or of another template. Follows blocks
 * and partials; where a name cannot be judged it says nothing. In a partial a name may belong to one page only.
 * @param pages each template with the names of its view
 * @param partials by name
 */
export function checkNames(
  pages: readonly (readonly [ParsedTemplate | undefined, Shape])[],
  partials: ReadonlyMap<string, ParsedTemplate | undefined>,
): Diagnostic[] {
  const unknown = new Map<string, Diagnostic>()
  const known = new Set<string>()
  const onName: Listener['onName'] = (path, name, fields, place) => {
    const key = `${place.file} ${place.offset} ${name}`
    if (fields.includes(name)) known.add(key)
    else unknown.set(key, report('template/unknown-name', { name: path, nearest: nearest(name, fields) }, place))
  }
  for (const [template, shape] of pages) {
    const visited = new Map<ParsedTemplate, Set<Shape | undefined>>()
    const visit = (part: ParsedTemplate | undefined, scope: Scope): void => {
      if (part === undefined) return
      const seen = visited.get(part) ?? new Set()
      visited.set(part, seen)
      const context = scope.contexts.at(-1)
      if (seen.has(context)) return
      seen.add(context)
      walk(part, scope, { onName, onPartial: (name, inner) => visit(partials.get(name), inner) })
    }
    visit(template, { root: shape, contexts: [shape], blockParams: new Map() })
  }
  return [...unknown].filter(([key]) => !known.has(key)).map(([, diagnostic]) => diagnostic)
}

interface Values {
  readonly params: readonly hbs.AST.Expression[]
  readonly hash?: hbs.AST.Hash
}

/** Walks one template with the meaning of its names in hand. */
function walk({ program, places }: ParsedTemplate, scope: Scope, { onName, onPartial }: Listener): void {
  const follow = (
    from: Shape | undefined,
    names: readonly string[],
    path: hbs.AST.PathExpression,
  ): Shape | undefined => {
    let here = from
    for (const name of names) {
      const fields = fieldsOf(here)
      if (fields === undefined) return undefined
      onName(path.original, name, fields, placeOf(path, places))
      here = fieldOf(here, name)
    }
    return here
  }

  const shapeOf = (node: hbs.AST.Expression, at: Scope): Shape | undefined => {
    if (node.type === 'SubExpression') shapesOf(node as hbs.AST.SubExpression, at)
    if (node.type !== 'PathExpression') return undefined
    const path = node as hbs.AST.PathExpression
    const [first, ...rest] = path.parts
    if (path.data) return first === 'root' ? follow(at.root, rest, path) : undefined
    if (first !== undefined && path.depth === 0 && at.blockParams.has(first))
      return follow(at.blockParams.get(first), rest, path)
    return follow(at.contexts.at(-1 - path.depth), path.parts, path)
  }

  const shapesOf = ({ params, hash }: Values, at: Scope): (Shape | undefined)[] => {
    for (const { value } of hash?.pairs ?? []) shapeOf(value, at)
    return params.map((param) => shapeOf(param, at))
  }

  /** The scope inside a block: `{{#if}}` stays where it is, `{{#each}}` goes to an item, `{{#with}}` to a value. */
  const scopeInside = (block: hbs.AST.BlockStatement, at: Scope): Scope => {
    const name = block.path.original
    const isHelper = Object.hasOwn(helpers, name)
    const value = isHelper ? shapesOf(block, at)[0] : shapeOf(block.path, at)
    if (name === 'if' || name === 'unless' || (!isHelper && value === 'value')) return at
    const inner = name === 'with' ? value : (itemOf(value) ?? (isHelper ? undefined : value))
    const [item, ...others] = block.program?.blockParams ?? []
    const blockParams = new Map(at.blockParams)
    if (item !== undefined) blockParams.set(item, inner)
    for (const other of others) blockParams.set(other, undefined)
    return { ...at, contexts: [...at.contexts, inner], blockParams }
  }

  const visitPartial = (node: hbs.AST.PartialStatement, at: Scope): void => {
    const [value] = shapesOf(node, at)
    // `{{> card title="…"}}` adds names of its own.
    if ((node.hash as hbs.AST.Hash | undefined) !== undefined) return
    const contexts = node.params.length === 0 ? at.contexts : [...at.contexts, value]
    onPartial(String((node.name as hbs.AST.PathExpression).original), { ...at, contexts, blockParams: new Map() })
  }

  const visit = (part: hbs.AST.Program | undefined, at: Scope): void => {
    for (const node of part?.body ?? []) {
      if (node.type === 'BlockStatement') {
        const block = node as hbs.AST.BlockStatement
        visit(block.program, scopeInside(block, at))
        visit(block.inverse, at)
      } else if (node.type === 'PartialStatement') visitPartial(node as hbs.AST.PartialStatement, at)
      else if (node.type === 'MustacheStatement') {
        const mustache = node as hbs.AST.MustacheStatement
        shapesOf(mustache, at)
        if (mustache.params.length === 0) shapeOf(mustache.path, at)
      }
    }
  }

  visit(program, scope)
}

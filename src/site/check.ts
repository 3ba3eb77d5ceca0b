import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { nearest } from '../text/words.ts'
import { codes } from './codes.ts'
import { helpers, maxLevels } from './language.ts'
import { type ParsedTemplate, placeOf, tooDeep } from './parse.ts'

const report = reporter(codes)

/** `{{> name}}` in a template. */
export interface PartialCall {
  readonly name: string
  readonly place: Place
}

/** A template, and what was found in it. */
export interface CheckedTemplate extends ParsedTemplate {
  readonly diagnostics: readonly Diagnostic[]
  readonly calls: readonly PartialCall[]
  /** It uses `@root`, `@index` and the like. */
  readonly usesData: boolean
}

type Call = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression

/**
 * Finds everything in a template that could fail when a page is rendered, so that rendering itself cannot:
 * unknown and misused helpers, and the parts of the language that choose or define a partial on the way.
 */
export function checkTemplate({ program, places }: ParsedTemplate): CheckedTemplate {
  const diagnostics: Diagnostic[] = []
  const calls: PartialCall[] = []
  let usesData = false
  const at = (node: hbs.AST.Node): Place => placeOf(node, places)

  const checkHelper = (call: Call): void => {
    // A literal in this position, {{"if"}}, is a name as well.
    const { original, parts = [String(original)], depth = 0 } = call.path as Partial<hbs.AST.PathExpression>
    const name = parts[0] ?? String(original)
    visitExpression(call.path)
    const hasValues = call.params.length > 0 || call.hash !== undefined || call.type === 'SubExpression'
    const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined
    if (helper === undefined) {
      if (hasValues)
        diagnostics.push(report('template/unknown-helper', { name, helpers: Object.keys(helpers) }, at(call)))
      return
    }
    const isField = parts.length !== 1 || depth !== 0 || /^(?:\.|this\b)/.test(String(original))
    if (isField && !hasValues) return
    if (call.params.length !== helper.values || (call.type === 'BlockStatement') !== helper.isBlock)
      diagnostics.push(report('template/helper-usage', { name, usage: helper.usage }, at(call)))
  }

  let level = 0
  const deeper = (node: hbs.AST.Node, visit: () => void): void => {
    level++
    if (level <= maxLevels) visit()
    else if (level === maxLevels + 1) diagnostics.push(report('template/syntax', { reason: tooDeep }, at(node)))
    level--
  }

  const visitExpression = (node: hbs.AST.Expression): void => {
    if (node.type === 'PathExpression' && (node as hbs.AST.PathExpression).data) usesData = true
    if (node.type !== 'SubExpression') return
    checkHelper(node as hbs.AST.SubExpression)
    deeper(node, () => visitValues(node as hbs.AST.SubExpression))
  }

  const visitValues = ({ params, hash }: { params: hbs.AST.Expression[]; hash?: hbs.AST.Hash }): void => {
    params.forEach(visitExpression)
    for (const { value } of hash?.pairs ?? []) visitExpression(value)
  }

  const visitPartial = (node: hbs.AST.PartialStatement): void => {
    if (node.name.type === 'SubExpression')
      diagnostics.push(report('template/not-supported', { what: 'a partial whose name is computed' }, at(node)))
    else if (node.params.length > 1)
      diagnostics.push(
        report('template/helper-usage', { name: '>', usage: '{{> name}} or {{> name value}}' }, at(node)),
      )
    else calls.push({ name: String((node.name as hbs.AST.PathExpression).original), place: at(node) })
    visitValues(node)
  }

  const visitStatement = (node: hbs.AST.Statement): void => {
    if (node.type === 'MustacheStatement') {
      checkHelper(node as hbs.AST.MustacheStatement)
      visitValues(node as hbs.AST.MustacheStatement)
    } else if (node.type === 'BlockStatement') {
      const block = node as hbs.AST.BlockStatement
      checkHelper(block)
      visitValues(block)
      deeper(block, () => {
        visitProgram(block.program)
        visitProgram(block.inverse)
      })
    } else if (node.type === 'PartialStatement') visitPartial(node as hbs.AST.PartialStatement)
    else if (node.type === 'PartialBlockStatement')
      diagnostics.push(report('template/not-supported', { what: 'partials with a block, {{#> …}}' }, at(node)))
    else if (node.type === 'Decorator' || node.type === 'DecoratorBlock')
      diagnostics.push(report('template/not-supported', { what: 'decorators, {{* …}} and {{#* …}}' }, at(node)))
  }

  const visitProgram = (part: hbs.AST.Program | undefined): void => part?.body.forEach(visitStatement)

  visitProgram(program)
  return { program, places, diagnostics, calls, usesData }
}

/**
 * Compares the partials that templates include with those that exist.
 * @param templates all templates, the partials too
 * @param partials the partials, by the name that `{{> name}}` uses; undefined where one could not be read
 */
export function checkPartials(
  templates: readonly CheckedTemplate[],
  partials: ReadonlyMap<string, CheckedTemplate | undefined>,
): Diagnostic[] {
  const unknown = templates
    .flatMap(({ calls }) => calls)
    .filter(({ name }) => !partials.has(name))
    .map(({ name, place }) =>
      report('template/unknown-partial', { name, nearest: nearest(name, partials.keys()) }, place),
    )
  return [...unknown, ...endlessPartials(partials)]
}

/** Partials that include themselves, directly or through others; each ring is reported once. */
function endlessPartials(partials: ReadonlyMap<string, CheckedTemplate | undefined>): Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  const done = new Set<string>()
  const follow = (name: string, chain: readonly string[]): void => {
    if (done.has(name)) return
    for (const call of partials.get(name)?.calls ?? []) {
      const all = [...chain, name]
      const start = all.indexOf(call.name)
      if (start === -1) follow(call.name, all)
      else diagnostics.push(report('template/endless-partial', { chain: [...all.slice(start), call.name] }, call.place))
    }
    done.add(name)
  }
  for (const name of partials.keys()) follow(name, [])
  return diagnostics
}

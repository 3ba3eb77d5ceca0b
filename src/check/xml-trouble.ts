/** What a parser's complaint means for reading: its kind, its place, whether anything can be read behind it. Pure. */

import type { SyntaxProblem } from '../model/rule.ts'
import { limits } from './feed-limits.ts'
import type { FeedWindow } from './feed-window.ts'
import { keptText } from './kept-text.ts'

/** What a complaint means. */
export interface Trouble {
  readonly kind: SyntaxProblem['kind']
  /** The complaint without its full stop, cut short: it may have names from the document in it. */
  readonly problem: string
  /** Whether elements no longer fit into each other, or what follows is no part of the feed. */
  readonly stops: boolean
}

const stopping =
  /^(?:unclosed tag|unmatched closing tag|unexpected end|text data outside|documents may contain|document must)/

function troubleOf(complaint: string): Trouble {
  const problem = keptText(complaint.slice(0, limits.words)).replace(/\.$/, '')
  const kind = /namespace prefix/.test(problem) ? 'prefix' : /entity/.test(problem) ? 'entity' : 'syntax'
  return { kind, problem, stops: stopping.test(problem) }
}

/** Says what complaints mean; it remembers some, as a broken document may have millions of the same. */
export function troubleFinder(): (complaint: string) => Trouble {
  const known = new Map<string, Trouble>()
  return (complaint) => {
    const before = known.get(complaint)
    if (before !== undefined) return before
    const trouble = troubleOf(complaint)
    if (known.size < limits.problems && complaint.length <= limits.words) known.set(keptText(complaint), trouble)
    return trouble
  }
}

/**
 * Where a problem is. The parser complains behind what it complains about.
 * @param mark where the parser last was between two things, such as behind a tag
 * @param position how far it is
 */
export function problemOffset(problem: string, window: FeedWindow, mark: number, position: number): number {
  const start = Math.max(mark, window.start())
  const found = problem.startsWith('text data outside') ? window.slice(start, position).search(/[^\s>]/) : -1
  return found === -1 ? position - 1 : start + found
}

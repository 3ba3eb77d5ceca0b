/** Which chapters of an outline lie inside of others. Pure. */

import type { Candidate } from './candidates.ts'
import type { Entry } from './judge.ts'

/** Items of lists below an item of the same list that is a chapter, too. Headings nest nothing. */
export function nestedIn(entries: readonly Entry[]): ReadonlySet<Candidate> {
  const nested = new Set<Candidate>()
  /** The outermost level of each list that has a chapter so far. */
  const outermost = new Map<number, number>()
  const inText = entries.map(({ candidate }) => candidate).sort((a, b) => a.block.ordinal - b.block.ordinal)
  for (const candidate of inText) {
    const { kind, level, container } = candidate.block
    if (kind === 'heading' || level === 0) continue
    const outer = outermost.get(container) ?? level
    if (level > outer) nested.add(candidate)
    outermost.set(container, Math.min(outer, level))
  }
  return nested
}

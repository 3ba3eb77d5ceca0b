/** What many episodes of a feed have in common is one finding, at the first of them. Pure. */

import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import { keptText } from './kept-text.ts'

/** How many findings of one rule are kept; the others are counted. */
export const mostFindings = 1000

/** So many of one kind are told one by one, each at its place. */
export const few = 5

/** What a finding says, and what it comes from. @see FindingOptions */
export interface Said {
  readonly severity: Severity
  readonly message: string
  readonly cause?: string | undefined
}

/** Findings that say the same of different episodes. */
interface Kind {
  /** Whether mending one is mending all; else each is mended by itself. */
  readonly hasCause: boolean
  count: number
}

/** What one rule found. */
export interface Findings {
  /** @param make makes the finding itself, if it is to be kept */
  readonly add: (said: Said, make: () => Diagnostic) => void
  /**
   * Those that are told, and how many there are beside them.
   * @param items how many episodes the feed has
   * @param everything whether all are told one by one
   */
  readonly tell: (items: number, everything: boolean) => { readonly told: Diagnostic[]; readonly more: number }
}

export function collectFindings(): Findings {
  const kept: { readonly diagnostic: Diagnostic; readonly kind: Kind }[] = []
  const kinds = new Map<string, Kind>()
  const files = new Set<string>()
  let count = 0
  return {
    add: (said, make) => {
      count++
      const name = kindOf(said)
      const known = kinds.get(name)
      if (known !== undefined) known.count++
      if (kept.length >= mostFindings) return
      const kind = known ?? { hasCause: said.cause !== undefined, count: 1 }
      if (known === undefined) kinds.set(keptText(name), kind)
      const diagnostic = make()
      kept.push({ diagnostic, kind })
      files.add(diagnostic.place?.file ?? '')
    },
    tell: (items, everything) => {
      // The episodes of a show's folder are files of their own: each is told what is wrong with it.
      const isFolding = !everything && files.size === 1
      const isOne = ({ count, hasCause }: Kind): boolean => isFolding && count > few && (hasCause || count * 2 >= items)
      const folded = new Set<Kind>()
      const told = kept.flatMap(({ diagnostic, kind }) => {
        if (!isOne(kind)) return [diagnostic]
        if (folded.has(kind)) return []
        folded.add(kind)
        return [{ ...diagnostic, message: counted(diagnostic.message, kind.count) }]
      })
      const silent = [...folded].reduce((sum, kind) => sum + kind.count - 1, 0)
      return { told, more: count - told.length - silent }
    },
  }
}

/** What it says, without what differs from episode to episode: words of the feed, numbers, asides. */
const kindOf = ({ severity, message, cause }: Said): string =>
  `${severity} ${cause === undefined ? message.replace(/“[^”]*”| \([^)]*\)|\d+/g, '') : `= ${cause}`}`

/** The sentence, which is true of the first, with how many there are. */
const counted = (message: string, count: number): string =>
  `${message.replace(/\.$/, '')} (one of ${count} in this feed).`

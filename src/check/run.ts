import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { FeedNode } from '../model/feed-node.ts'
import type { Answer, CheckFacts, Report, Rule, Target, Visitor } from '../model/rule.ts'
import { codes } from './codes.ts'
import type { FeedHandlers } from './read-feed.ts'
import { type CheckSettings, levelOf } from './settings.ts'

const report = reporter(codes)

/** How many findings of one rule are kept; the others are counted. */
export const mostFindings = 1000

/** Holds rules against a feed that is given to it piece by piece. */
export interface FeedCheck extends FeedHandlers {
  readonly answer: (target: Target, answer: Answer) => void
  /** What was found so far. */
  readonly findings: () => Diagnostic[]
}

/** What one rule found. */
interface Found {
  readonly diagnostics: Diagnostic[]
  more: number
}

function findingsOf(rule: Rule, severity: Diagnostic['severity'], found: Found): Report {
  return (spot, message, { part, near, hint = rule.mend, level = severity, related } = {}) => {
    if (found.diagnostics.length >= mostFindings) {
      found.more++
      return
    }
    const place = spot.place(part, near)
    const excerpt = spot.excerpt?.(place)
    found.diagnostics.push({
      code: rule.id,
      // Whoever re-levels a rule means all of its findings.
      severity: severity === rule.level ? level : severity,
      message,
      hint,
      place,
      ...(excerpt === undefined ? {} : { excerpt }),
      ...(related === undefined ? {} : { related: [{ message: related.message, place: related.spot.place() }] }),
    })
  }
}

/** Starts a check. Rules that are off do not run at all. */
export function startCheck(rules: readonly Rule[], settings: CheckSettings, facts: CheckFacts): FeedCheck {
  const all: { rule: Rule; found: Found }[] = []
  const visitors: Visitor[] = []
  for (const rule of rules) {
    const level = levelOf(rule, settings)
    if (level === 'off') continue
    const found: Found = { diagnostics: [], more: 0 }
    all.push({ rule, found })
    visitors.push(rule.check(findingsOf(rule, level, found), facts))
  }
  const ofElements = visitors.flatMap(({ element }) => (element === undefined ? [] : [element]))
  const visitElements = (node: FeedNode, parents: readonly FeedNode[]): void => {
    for (const visit of ofElements) visit(node, parents)
    if (node.children.length === 0) return
    const inner = [...parents, node]
    for (const child of node.children) visitElements(child, inner)
  }
  return {
    syntax: (problem) => {
      for (const { syntax } of visitors) syntax?.(problem)
    },
    item: (item, channel) => {
      visitElements(item, [channel])
      for (const visitor of visitors) visitor.item?.(item, channel)
    },
    liveItem: (item, channel) => {
      visitElements(item, [channel])
      for (const visitor of visitors) visitor.liveItem?.(item, channel)
    },
    channel: (channel, late) => {
      for (const child of channel.children) visitElements(child, [channel])
      for (const visitor of visitors) visitor.channel?.(channel, late)
    },
    document: (document, channel) => {
      for (const visitor of visitors) visitor.document?.(document, channel)
    },
    answer: (target, answer) => {
      for (const visitor of visitors) visitor.answer?.(target, answer)
    },
    findings: () =>
      all.flatMap(({ rule, found: { diagnostics, more } }) =>
        more === 0
          ? diagnostics
          : [...diagnostics, report('check/more', { rule: rule.id, count: more }, diagnostics.at(-1)?.place)],
      ),
  }
}

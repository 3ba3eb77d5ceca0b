import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { FeedNode } from '../model/feed-node.ts'
import type { Answer, CheckFacts, Report, Rule, Target, Visitor } from '../model/rule.ts'
import { codes } from './codes.ts'
import { collectFindings, type Findings } from './fold.ts'
import { keptText } from './kept-text.ts'
import type { FeedHandlers } from './read-feed.ts'
import { type CheckSettings, levelOf } from './settings.ts'

const report = reporter(codes)

/** How many characters of a finding's words are kept: they may have the feed's own in them. */
const longestWords = 1000

const cutWords = (words: string): string => (words.length > longestWords ? `${words.slice(0, longestWords)}…` : words)
const keptWords = (words: string): string => keptText(cutWords(words))

/** Holds rules against a feed that is given to it piece by piece. */
export interface FeedCheck extends FeedHandlers {
  readonly answer: (target: Target, answer: Answer) => void
  /**
   * What was found so far.
   * @param isOff whether a rule is turned off in a file, so that nothing is to be said of how often it was found
   */
  readonly findings: (isOff?: (rule: string, file: string) => boolean) => Diagnostic[]
}

function reportTo(rule: Rule, level: Diagnostic['severity'], found: Findings): Report {
  return (spot, sentence, { part, near, hint = rule.mend, level: own = level, related, cause } = {}) => {
    // Whoever re-levels a rule means all of its findings.
    const severity = level === rule.level ? own : level
    const message = cutWords(sentence)
    found.add({ severity, message, cause }, () => {
      const place = spot.place(part, near)
      const line = spot.excerpt?.(place)
      return {
        code: rule.id,
        severity,
        message: keptText(message),
        hint: hint === rule.mend ? hint : keptWords(hint),
        place,
        ...(line === undefined ? {} : { excerpt: { ...line, text: keptText(line.text) } }),
        ...(related === undefined
          ? {}
          : { related: [{ message: keptWords(related.message), place: related.spot.place() }] }),
      }
    })
  }
}

/** Starts a check. Rules that are off do not run at all. */
export function startCheck(rules: readonly Rule[], settings: CheckSettings, facts: CheckFacts): FeedCheck {
  const all: { rule: Rule; found: Findings }[] = []
  const visitors: Visitor[] = []
  for (const rule of rules) {
    const level = levelOf(rule, settings)
    if (level === 'off') continue
    const found = collectFindings()
    all.push({ rule, found })
    visitors.push(rule.check(reportTo(rule, level, found), facts))
  }
  let items = 0
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
      items++
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
    findings: (isOff = () => false) =>
      all.flatMap(({ rule, found }) => {
        const { told, more } = found.tell(items, settings.all === true)
        const place = told.at(-1)?.place
        if (more === 0 || isOff(rule.id, place?.file ?? '')) return told
        return [...told, report('check/more', { rule: rule.id, count: more }, place)]
      }),
  }
}

/** Which times are chapters: by the label above them, else by the company they keep. Pure. */

import type { Candidate } from './candidates.ts'
import { isSentence, type Refusal, refuseEndList, refuseList, startOf } from './refuse.ts'

export interface Picked {
  /** In the order of the source. */
  readonly taken: readonly Candidate[]
  readonly refused: ReadonlyMap<Candidate, Refusal>
  /** Where a second outline starts that was left out. */
  readonly secondList: Candidate | undefined
}

/** What is written like this stands out of prose by itself, so its company may be anywhere in the notes. */
const standsOut = ({ notation }: Candidate): boolean => notation !== '' && !notation.startsWith('end')

/** Groups in the order of their first members. */
function groupBy(list: readonly Candidate[], keyOf: (candidate: Candidate) => string): Candidate[][] {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of list) {
    const key = keyOf(candidate)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [candidate])
    else group.push(candidate)
  }
  return [...groups.values()]
}

/** Bare times keep company in one list, table or quotation, or in paragraphs that follow each other. */
function neighbourhoods(bare: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = []
  for (const candidate of bare) {
    const group = groups.at(-1)
    const last = group?.at(-1)?.block
    const { block } = candidate
    const together =
      last !== undefined &&
      (block.container === 0
        ? last.container === 0 && block.ordinal - last.ordinal <= 1
        : block.container === last.container)
    if (together) group?.push(candidate)
    else groups.push([candidate])
  }
  return groups
}

/** Sorts unlabelled candidates into lists. */
function listsOf(candidates: readonly Candidate[]): Candidate[][] {
  const starts = candidates.filter(({ mark }) => mark.at === 'start')
  const alike = groupBy(starts.filter(standsOut), ({ notation, block }) => `${block.kind} ${notation}`)
  const marked = alike.filter((group) => group.length > 1)
  const inMarked = new Set(marked.flat())
  const near = neighbourhoods(starts.filter((candidate) => !inMarked.has(candidate)))
  const single = near.filter((group) => group.length === 1).flat()
  // Paragraphs of a section that start with a time are an outline even if there is text between them.
  const spread = groupBy(
    single,
    ({ block, section }) => `${block.kind} ${section.kind === 'notes' ? 'notes' : section.id}`,
  )
  const ends = neighbourhoods(candidates.filter(({ mark }) => mark.at === 'end'))
  return [...marked, ...near.filter((group) => group.length > 1), ...spread, ...ends]
}

/** Titles with a time behind them do not mix with times that start a line. */
function withoutStrayEnds(candidates: readonly Candidate[]): Candidate[] {
  const starts = candidates.filter(({ mark }) => mark.at === 'start')
  return starts.length * 2 > candidates.length ? starts : [...candidates]
}

/**
 * Chooses the lines that are chapters.
 * @param duration of the audio, in seconds, if it is known
 * @see docs/chapters.md, which says the same to users
 */
export function pick(candidates: readonly Candidate[], duration: number | undefined): Picked {
  const refused = new Map<Candidate, Refusal>()
  const taken = candidates.every(isPlainlyLabelled) ? candidates : choose(candidates, duration, refused)
  const secondList = findSecondList(taken)
  if (secondList === undefined) return { taken, refused, secondList }
  const cut = taken.indexOf(secondList)
  for (const candidate of taken.slice(cut)) refused.set(candidate, 'second-list')
  return { taken: taken.slice(0, cut), refused, secondList }
}

/** Most notes have one outline with a label, and no other times. */
const isPlainlyLabelled = ({ mark, section }: Candidate): boolean =>
  section.kind === 'outline' && mark.at === 'start' && !mark.clock

/** @param refused takes up those that are not chosen */
function choose(
  candidates: readonly Candidate[],
  duration: number | undefined,
  refused: Map<Candidate, Refusal>,
): readonly Candidate[] {
  const refuse = (list: readonly Candidate[], why: Refusal): void => {
    for (const candidate of list) refused.set(candidate, why)
  }
  // “The interview starts at 12:30” is a time of day, unless a label says what it is.
  const isClock = ({ mark, section }: Candidate): boolean =>
    mark.clock && (mark.at === 'start' || section.kind !== 'outline')
  const isSpoken = ({ section }: Candidate): boolean => section.kind === 'transcript'
  refuse(candidates.filter(isClock), 'clock-time')
  refuse(candidates.filter(isSpoken), 'transcript')
  const open = candidates.filter((candidate) => !refused.has(candidate))

  const underLabel = open.filter(({ section }) => section.kind === 'outline')
  const labelled = withoutStrayEnds(underLabel)
  const taken = new Set(labelled)
  const strays = underLabel.filter((candidate) => !taken.has(candidate))
  refuse(strays, 'in-prose')
  for (const list of listsOf(open.filter(({ section }) => section.kind !== 'outline'))) {
    const why = list[0]?.mark.at === 'end' ? refuseEndList(list) : refuseList(list, duration)
    if (why !== undefined) refuse(list, why)
    else if (labelled.length > 1 && !continues(list, labelled)) refuse(list, 'other-list')
    else for (const candidate of list) taken.add(candidate)
  }
  takeFitting(open, taken, refused)
  return open.filter((candidate) => taken.has(candidate))
}

/** An outline may go on below another heading, or start above its label: written alike, and later or earlier in time. */
function continues(list: readonly Candidate[], labelled: readonly Candidate[]): boolean {
  const [from, to] = [list[0], list.at(-1)] as [Candidate, Candidate]
  const [first, last] = [labelled[0], labelled.at(-1)] as [Candidate, Candidate]
  if (from.notation !== first.notation || from.block.kind !== first.block.kind) return false
  return startOf(from) >= startOf(last) || startOf(to) <= startOf(first)
}

/** Whether a time without company stands in line with the chapters around it, in a section and a form like theirs. */
function fits(candidate: Candidate, before: Candidate | undefined, after: Candidate | undefined): boolean {
  const isNear = (other: Candidate | undefined): boolean =>
    other !== undefined && other.section === candidate.section && other.block.kind === candidate.block.kind
  return (
    candidate.mark.at === 'start' &&
    !isSentence(candidate) &&
    (isNear(before) || isNear(after)) &&
    (before === undefined || startOf(before) < startOf(candidate)) &&
    (after === undefined || startOf(candidate) < startOf(after))
  )
}

/** Takes what was refused for want of company, if it fits between chapters. */
function takeFitting(candidates: readonly Candidate[], taken: Set<Candidate>, refused: Map<Candidate, Refusal>): void {
  if (taken.size === 0) return
  const nextTaken: (Candidate | undefined)[] = []
  let after: Candidate | undefined
  for (let index = candidates.length - 1; index >= 0; index--) {
    nextTaken[index] = after
    if (taken.has(candidates[index] as Candidate)) after = candidates[index]
  }
  let before: Candidate | undefined
  for (const [index, candidate] of candidates.entries()) {
    const why = refused.get(candidate)
    if ((why === 'alone' || why === 'schedule') && fits(candidate, before, nextTaken[index])) {
      taken.add(candidate)
      refused.delete(candidate)
    }
    if (taken.has(candidate)) before = candidate
  }
}

/** Another outline starts where another list does, at or before the first one's first time. */
function findSecondList(taken: readonly Candidate[]): Candidate | undefined {
  const first = taken[0]
  for (let index = 2; index < taken.length - 1; index++) {
    const [previous, candidate, next] = taken.slice(index - 1, index + 2) as [Candidate, Candidate, Candidate]
    const isOtherList =
      candidate.section !== previous.section ||
      candidate.block.container !== previous.block.container ||
      (candidate.block.container === 0 && candidate.block.ordinal - previous.block.ordinal > 1)
    if (isOtherList && startOf(candidate) <= startOf(first as Candidate) && startOf(next) > startOf(candidate))
      return candidate
  }
  return undefined
}

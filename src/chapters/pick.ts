/** Which times are chapters: by the label above them, else by the company they keep. Pure. */

import type { Candidate } from './candidates.ts'
import { secondsOf } from './timestamp.ts'

/** Why a time is no chapter. */
export type Refusal =
  | 'clock-time'
  | 'transcript'
  | 'alone'
  | 'other-list'
  | 'second-list'
  | 'schedule'
  | 'verse'
  | 'in-prose'
  | 'not-ascending'

export interface Picked {
  /** In the order of the source. */
  readonly taken: readonly Candidate[]
  readonly refused: ReadonlyMap<Candidate, Refusal>
  /** Where a second outline starts that was left out. */
  readonly secondList: Candidate | undefined
}

const startOf = ({ mark }: Candidate): number => secondsOf(mark.time)
const titleOf = ({ title }: Candidate): string => title?.flow.text.slice(title.from, title.to).trim() ?? ''

/** What is written like this stands out of prose by itself, so its company may be anywhere in the notes. */
const standsOut = ({ notation }: Candidate): boolean => notation !== '' && !notation.startsWith('end')

/** How many neighbours in a list start later than the one before. */
const risesOf = (list: readonly Candidate[]): number =>
  list.filter((candidate, index) => index > 0 && startOf(candidate) > startOf(list[index - 1] as Candidate)).length

/** Opening hours and the like: round times of day, from the morning on. */
function isSchedule(list: readonly Candidate[]): boolean {
  const isRound = ({ mark: { time } }: Candidate): boolean => {
    const [hour = 0, minute = 0, second = 0] = time.fields
    return (
      hour >= 6 && hour < 24 && minute % 5 === 0 && (time.form === 'units' ? second === 0 : time.fields.length === 2)
    )
  }
  return list.every(isRound)
}

/** `3:16 …`, `3:17 …`: verses follow each other without a gap. */
function isVerses(list: readonly Candidate[]): boolean {
  const steps = list.slice(1).map((candidate, index) => startOf(candidate) - startOf(list[index] as Candidate))
  return steps.length >= 2 && steps.filter((step) => step === 1).length * 2 > steps.length
}

/** Speakers come back, chapters do not; and nobody titles twenty chapters with a paragraph each. */
function isTranscript(list: readonly Candidate[]): boolean {
  const titles = list.map(titleOf).filter((title) => title !== '')
  if (titles.length < 6) return false
  const length = titles.reduce((sum, title) => sum + title.length, 0) / titles.length
  return new Set(titles).size * 2 < titles.length || (titles.length >= 20 && length > 200)
}

/** A sentence that happens to start with a time: `9:30 is when we get up.` */
const isSentence = (candidate: Candidate): boolean => {
  const title = titleOf(candidate)
  return candidate.block.kind === 'text' && /^\p{Ll}/u.test(title) && /[.!?…]["'”’)]?$/u.test(title)
}

/** Why a list without a label is no outline; undefined if it may be one. */
function refuseList(list: readonly Candidate[], duration: number | undefined): Refusal | undefined {
  if (list.length < 2) return 'alone'
  if (isTranscript(list) || list.some(({ mark }) => mark.cue)) return 'transcript'
  const unmarked = list.every(({ mark, notation }) => mark.sign === '' && !notation.endsWith('link'))
  if (
    unmarked &&
    (isSchedule(list) || list.every((candidate) => startOf(candidate) >= (duration ?? Number.POSITIVE_INFINITY)))
  )
    return 'schedule'
  if (unmarked && isVerses(list)) return 'verse'
  if (unmarked && list.filter(isSentence).length * 2 > list.length) return 'in-prose'
  return risesOf(list) * 2 < list.length - 1 ? 'not-ascending' : undefined
}

/** Books of the Bible and the Quran in front of `3:16`, in some languages. */
const scripture =
  /(?:^|[\s\d])(?:gen|ex|lev|num|deu|jos|jud|rut|sam|kin|kön|rey|rois|chr|esr|ezra|neh|est|job|hiob|psa?l?m?s?|salm|psau|pro|spr|ecc|pred|isa|jes|jer|lam|eze|hes|dan|hos|amo|jon|mic|nah|hab|sac|zec|mal|mat|mar|mk|luk?|luc|joh|jn|juan|jean|john|act|apg|hech|rom|röm|cor|kor|gal|eph|ef|phi|col|kol|the|tim|tit|heb|jam|jak|sant|pet|pie|jude|rev|off|apoc|sur[ae]h?|qur)\p{L}*\.?\s*$/iu

/** Titles with a time behind them: an outline rises from near zero, lengths of songs do not. */
function refuseEndList(list: readonly Candidate[]): Refusal | undefined {
  if (list.length < 2) return 'alone'
  if (list.some((candidate) => candidate.mark.sign === '' && scripture.test(titleOf(candidate)))) return 'verse'
  if (risesOf(list) < list.length - 1) return 'not-ascending'
  const [first, last] = [startOf(list[0] as Candidate), startOf(list.at(-1) as Candidate)]
  return first <= 60 || (list.length >= 3 && first <= 600 && last >= 600) ? undefined : 'not-ascending'
}

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
  const isClock = ({ mark }: Candidate): boolean => mark.clock
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

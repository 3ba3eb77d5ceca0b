/** Names that stand before what somebody says: `Sarah: Welcome.` Pure. @see spec/transcripts.md §3 Speaker detection */

import type { Cue } from '../model/transcript.ts'
import { type StyledText, speakerField, styleFields } from './cue-text.ts'
import { cutText, type Range } from './text-parts.ts'

export interface Label {
  readonly name: string
  /** What follows starts here. */
  readonly to: number
}

const longestName = 41
/** A word of a name: it starts with a capital, or its script has none. `de`, `van` and the like may stand between. */
const name =
  /^(?:\p{Lu}|\p{Lt}|\p{Lo})[\p{L}\p{M}\p{N}.'’_-]*(?: (?:(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N}|#)[\p{L}\p{M}\p{N}.'’_-]*|&|and|de|del|der|den|di|da|dos|du|la|le|van|von|zu|bin|al|el|y|e))*$/u

export const isName = (text: string): boolean => text.length <= longestName && name.test(text)

/** The name at the start of a line, if what stands before its first colon can be one. */
export function labelAt(line: string): Label | undefined {
  const [whole, written] = /^([^:：\n]{1,41})(?:[:：](?= |$)|：)/.exec(line) ?? []
  if (whole === undefined || written === undefined || !isName(written)) return undefined
  return { name: written, to: whole.length + (line[whole.length] === ' ' ? 1 : 0) }
}

/**
 * The names that are people: those that are found twice; or all of them, if at least half of what is said has one. A
 * name that is found once among much that has none may as well be `Note: …`.
 * @param labels the names found, with undefined for what is said without a name
 */
export function acceptedNames(labels: readonly (string | undefined)[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let labelled = 0
  for (const label of labels) {
    if (label === undefined) continue
    counts.set(label, (counts.get(label) ?? 0) + 1)
    labelled++
  }
  const isUsual = labelled > 1 && labelled * 2 >= labels.length
  return new Set([...counts].filter(([, count]) => count > 1 || isUsual).map(([label]) => label))
}

/**
 * Which of the cues or paragraphs get the name before their words: those where the speaker changes. Who speaks only
 * once, but for longer, is named twice: a reader believes no name that it meets once.
 */
export function labelled(speakers: readonly (string | undefined)[]): boolean[] {
  const isTurn = speakers.map((speaker, index) => speaker !== undefined && speaker !== speakers[index - 1])
  const turns = new Map<string, number>()
  for (const [index, speaker] of speakers.entries())
    if (speaker !== undefined && isTurn[index]) turns.set(speaker, (turns.get(speaker) ?? 0) + 1)
  return speakers.map((speaker, index) => {
    if (speaker === undefined || isTurn[index]) return isTurn[index] === true
    return turns.get(speaker) === 1 && isTurn[index - 1] === true
  })
}

/** The lines of a text, and whose name each starts with. */
const linesOf = (text: string): (Range & { label: Label | undefined })[] => {
  const lines: (Range & { label: Label | undefined })[] = []
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    lines.push({ from, to, label: labelAt(text.slice(from, Math.min(to, from + longestName + 2))) })
    from = to + 1
  }
  return lines
}

/** Consecutive lines of a cue that one person says. */
function turnsOf(cue: Cue, names: ReadonlySet<string>): { speaker: string | undefined; styled: StyledText }[] {
  const turns: { speaker: string | undefined; from: number; to: number }[] = []
  for (const { from, to, label } of linesOf(cue.text)) {
    const isNew = label !== undefined && names.has(label.name)
    const turn = turns.at(-1)
    if (isNew || turn === undefined)
      turns.push({ speaker: isNew ? label.name : undefined, from: from + (isNew ? label.to : 0), to })
    else turn.to = to
  }
  const texts = cutText({ text: cue.text, emphases: cue.emphases ?? [] }, turns)
  return turns.map(({ speaker }, index) => ({ speaker, styled: texts[index] as StyledText }))
}

/**
 * Who speaks in cues that say it by names before the words. A speaker goes on until the next one is named; a cue in
 * which several are named becomes several.
 * @param add told each cue, and which of the given ones it comes from
 */
export function readLabels(cues: readonly Cue[], add: (cue: Cue, index: number) => void): void {
  const spoken = cues.filter(({ text }) => text !== '')
  const found = spoken.flatMap(({ text }) =>
    linesOf(text).flatMap(({ label }, index) => (label === undefined && index > 0 ? [] : [label?.name])),
  )
  const names = acceptedNames(found)
  let current: string | undefined
  for (const [index, cue] of cues.entries()) {
    if (cue.speaker !== undefined || cue.text === '') {
      current = cue.speaker ?? current
      add(cue, index)
      continue
    }
    const { text: _, emphases: __, ...times } = cue
    for (const { speaker, styled } of turnsOf(cue, names)) {
      current = speaker ?? current
      add({ ...times, ...speakerField(current), ...styleFields(styled) }, index)
    }
  }
}

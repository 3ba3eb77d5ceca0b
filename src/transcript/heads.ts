/** What stands before the words in transcripts that people read: `Ada (0:12):`, `[00:00:12] Ada:`. Pure. */

import { acceptedNames, isName, labelAt } from './labels.ts'
import { readClock } from './seconds.ts'

/** What a line may start with. */
export interface Head {
  readonly name: string | undefined
  /** In seconds. */
  readonly start: number | undefined
  /** Whether the time stands before the name. */
  readonly isTimeFirst: boolean
  /** Where the words start, if only the part that stands first is what it seems. 0: the parts cannot be told apart. */
  readonly afterFirst: number
  /** Where they start if both parts are. */
  readonly afterBoth: number
}

const longestHead = 80
const clock = '((?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?)'
const inBrackets = `(?:\\[${clock}\\]|\\(${clock}\\))`
const timeFirst = new RegExp(`^(?:${inBrackets}|${clock}(?=[\\s:–—|-]|$)):?[ \\t]*(?:[–—|-][ \\t]+)?`)
const timeSecond = new RegExp(`^${inBrackets}[ \\t]*`)
/** A name and a time in a line of their own, or a time in brackets: `Ada  0:12`, `Ada (0:12): Welcome`. */
const nameThenTime = new RegExp(
  `^([^\\n[(:]{1,41}?)[ \\t,–—-]*(?:${clock}[ \\t]*:?[ \\t]*(?=\\n|$)|${inBrackets}[ \\t]*:?[ \\t]*)`,
)

const secondsIn = (groups: readonly (string | undefined)[]): number | undefined => {
  const written = groups.find((group) => group !== undefined)
  return written === undefined ? undefined : readClock(written)
}

/** Reads the head of a paragraph or of a line of it; undefined if there is none. */
export function headAt(line: string): Head | undefined {
  const text = line.slice(0, longestHead)
  const [time, ...clocks] = timeFirst.exec(text) ?? []
  if (time !== undefined) {
    const label = labelAt(text.slice(time.length))
    const afterBoth = time.length + (label?.to ?? 0)
    return { name: label?.name, start: secondsIn(clocks), isTimeFirst: true, afterFirst: time.length, afterBoth }
  }
  const label = labelAt(text)
  if (label !== undefined) {
    const [second = '', ...others] = timeSecond.exec(text.slice(label.to)) ?? []
    const afterBoth = label.to + second.length
    return { name: label.name, start: secondsIn(others), isTimeFirst: false, afterFirst: label.to, afterBoth }
  }
  const [both, written, ...others] = nameThenTime.exec(text) ?? []
  const name = written?.trim() ?? ''
  if (both === undefined || !isName(name)) return undefined
  return { name, start: secondsIn(others), isTimeFirst: false, afterFirst: 0, afterBoth: both.length }
}

/** What a head turns out to be, once all of them are known. */
export interface Opening {
  readonly speaker: string | undefined
  readonly start: number | undefined
  /** Where the words start. */
  readonly to: number
}

/** This share of the times may stand out of order before they are no times of the audio. */
const slips = 0.1

/** Times that ascend are times of the audio; one alone is one only at the top. */
function areTimes(heads: readonly (Head | undefined)[]): boolean {
  const starts = heads.flatMap((head) => (head?.start === undefined ? [] : [head.start]))
  const descents = starts.filter((start, index) => start < (starts[index - 1] ?? 0)).length
  return descents <= starts.length * slips && (starts.length > 1 || heads[0]?.start !== undefined)
}

function openingOf(head: Head, isPerson: boolean, hasTimes: boolean): Opening | undefined {
  const speaker = isPerson ? head.name : undefined
  const start = hasTimes ? head.start : undefined
  const isWhole = (speaker ?? start) !== undefined && speaker === head.name && start === head.start
  if (isWhole) return { speaker, start, to: head.afterBoth }
  const first = head.isTimeFirst ? start : speaker
  if (first === undefined || head.afterFirst === 0) return undefined
  return head.isTimeFirst
    ? { speaker: undefined, start, to: head.afterFirst }
    : { speaker, start: undefined, to: head.afterFirst }
}

/**
 * Tells which heads are people and times.
 * @param heads of all lines that may have one
 * @param isStart whether a line is the first of a paragraph: all of those may have a name
 */
export function openingsOf(
  heads: readonly (Head | undefined)[],
  isStart: (index: number) => boolean,
): (Opening | undefined)[] {
  const labels = heads.flatMap((head, index) => (head?.name === undefined && !isStart(index) ? [] : [head?.name]))
  const names = acceptedNames(labels)
  const hasTimes = areTimes(heads)
  return heads.map((head) =>
    head === undefined ? undefined : openingOf(head, head.name !== undefined && names.has(head.name), hasTimes),
  )
}

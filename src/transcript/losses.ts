/** What a format cannot hold of a transcript: found by writing and reading it, so it is what really happens. Pure. */

import type { Cue, Emphasis, EmphasisKind, Transcript } from '../model/transcript.ts'
import type { TranscriptFacts, TranscriptFormat } from '../model/transcript-format.ts'
import { tidyTranscript } from './tidy.ts'

export const losable = [
  'text',
  'start',
  'fraction',
  'end',
  'speaker',
  'emphasis',
  'line',
  'paragraph',
  'estimated',
] as const
/**
 * A cue whose words, start (or its milliseconds), end, speaker, bold or italic words, line breaks or end of a
 * paragraph are not told; `estimated` is a start that nobody knew and the format needs.
 */
export type Loss = (typeof losable)[number]

/** How many cues lose what. What nothing loses is not in it. */
export type Losses = ReadonlyMap<Loss, number>

/** How far to look for words that moved: names that stand before them. */
const reach = 2000

const squeeze = (text: string): string => text.replace(/\s+/g, '')

/** Cues by the place of their characters in all that is said, white space aside: so it shows what became of each. */
class Squeezed {
  readonly text: string
  /** Where each cue with words starts. */
  readonly starts: number[] = []
  readonly cues: Cue[] = []
  /** Where lines end. */
  readonly lineEnds = new Set<number>()
  /** Of each kind, from the first to the last. */
  readonly emphases: Readonly<Record<EmphasisKind, Emphasis[]>> = { bold: [], italic: [], underline: [] }

  constructor(cues: readonly Cue[]) {
    const parts: string[] = []
    let length = 0
    for (const cue of cues) {
      const part = squeeze(cue.text)
      if (part === '') continue
      this.starts.push(length)
      this.cues.push(cue)
      const { lineEnds, emphases } = placesInside(cue, length)
      for (const end of lineEnds) this.lineEnds.add(end)
      for (const emphasis of emphases) this.emphases[emphasis.kind].push(emphasis)
      parts.push(part)
      length += part.length
    }
    this.text = parts.join('')
  }

  endOf(index: number): number {
    return this.starts[index + 1] ?? this.text.length
  }

  /** The cue that a character is in. */
  indexAt(at: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Where in the squeezed text the lines of a cue end, and where words of it are set apart. */
function placesInside({ text, emphases = [] }: Cue, offset: number): { lineEnds: number[]; emphases: Emphasis[] } {
  if (emphases.length === 0 && !text.includes('\n')) return { lineEnds: [], emphases: [] }
  const places: number[] = []
  const lineEnds: number[] = []
  let at = offset
  for (let index = 0; index < text.length; index++) {
    places.push(at)
    if (text[index] === '\n') lineEnds.push(at)
    if (!/\s/.test(text[index] as string)) at++
  }
  places.push(at)
  const moved = emphases.map(({ from, to, kind }) => ({ from: places[from] ?? at, to: places[to] ?? at, kind }))
  return { lineEnds, emphases: moved }
}

/** Whether all of some words is set apart in the document too. */
function isKept({ from, to, kind }: Emphasis, read: Squeezed): boolean {
  const list = read.emphases[kind]
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((list[middle] as Emphasis).from <= from) low = middle
    else high = middle - 1
  }
  const found = list[low]
  return found !== undefined && found.from <= from && found.to >= to
}

/**
 * Compares one cue with what stands in the document.
 * @param at where its words are
 * @param from where its cue starts: before a name that was read as a word
 */
function lossesOfCue(cue: Cue, next: Cue | undefined, at: number, from: number, read: Squeezed): Loss[] {
  const index = read.indexAt(at)
  const kept = read.cues[index] as Cue
  const to = at + squeeze(cue.text).length
  const lastIndex = read.indexAt(to - 1)
  const last = read.cues[lastIndex] as Cue
  const startsThere = read.starts[index] === from
  const endsThere = read.endOf(lastIndex) === to
  const lost: Loss[] = []
  if (cue.start !== undefined && kept.start !== cue.start)
    lost.push(startsThere && kept.start === Math.floor(cue.start) ? 'fraction' : 'start')
  const isOwnEnd = cue.end !== undefined && cue.end !== next?.start
  if (isOwnEnd && (!endsThere || last.end !== cue.end)) lost.push('end')
  if (kept.speaker !== cue.speaker) lost.push('speaker')
  const inside = placesInside(cue, at)
  if (inside.lineEnds.some((place) => !read.lineEnds.has(place))) lost.push('line')
  if (inside.emphases.some((emphasis) => !isKept(emphasis, read))) lost.push('emphasis')
  const isOwnParagraph = cue.endsParagraph === true && next !== undefined && next.speaker === cue.speaker
  if (isOwnParagraph && (!endsThere || last.endsParagraph !== true)) lost.push('paragraph')
  return lost
}

/** How many starts the document has that nobody told. */
function estimatedStarts(read: Squeezed, places: ReadonlyMap<number, Cue>): number {
  return read.cues.filter(({ start }, index) => {
    const cue = places.get(read.starts[index] as number)
    return start !== undefined && cue?.start === undefined
  }).length
}

/** How far words moved because of a name that was read as a word; -1 if they are not there. */
function movedBy(words: string, label: string, text: string, at: number): number {
  if (text.startsWith(words, at)) return 0
  if (text.startsWith(label + words, at)) return label.length
  return text.slice(at, at + reach + words.length).indexOf(words)
}

/** Compares what was to be written with what stands in the document. */
export function lossesOf(format: TranscriptFormat, transcript: Transcript, facts: TranscriptFacts = {}): Losses {
  const counts = new Map<Loss, number>(losable.map((loss) => [loss, 0]))
  const count = (loss: Loss, number = 1): void => {
    counts.set(loss, (counts.get(loss) ?? 0) + number)
  }
  const printed = format.print?.(transcript, facts) ?? ''
  const { value } = format.parse(printed, '')
  const read = new Squeezed(value === undefined ? [] : tidyTranscript(value.transcript).cues)
  const cues = tidyTranscript(transcript).cues.filter(({ text }) => text !== '')
  const places = new Map<number, Cue>()
  let at = 0
  for (const [index, cue] of cues.entries()) {
    const words = squeeze(cue.text)
    const moved = movedBy(words, squeeze(`${cue.speaker ?? ''}:`), read.text, at)
    if (moved === -1) {
      count('text')
      continue
    }
    const from = read.starts[read.indexAt(at)] === at ? at : at + moved
    places.set(from, cue)
    for (const loss of lossesOfCue(cue, cues[index + 1], at + moved, from, read)) count(loss)
    at += moved + words.length
  }
  count('estimated', estimatedStarts(read, places))
  return new Map([...counts].filter(([, lost]) => lost > 0))
}

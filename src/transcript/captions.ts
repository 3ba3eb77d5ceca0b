/** Cues as a screen shows them. Pure. @see spec/transcripts.md §3 JSON words → cues */

import type { Transcript } from '../model/transcript.ts'
import type { CaptionSize, TranscriptFacts } from '../model/transcript-format.ts'
import { type StyledText, styleFields } from './cue-text.ts'
import { breakable, endsSentence, gapBetween, LineFiller, lineStarts, widthOf } from './joining.ts'
import { toMilliseconds } from './seconds.ts'
import { appendText, cutText, type Range } from './text-parts.ts'
import { type TimedCue, timedCues } from './timed.ts'

export interface CaptionLayout extends CaptionSize {
  /** The speaker's name stands before the words, where somebody starts to speak. */
  readonly hasLabels: boolean
}

/** In seconds: after a longer silence a new caption begins. */
const longestPause = 1
/** In columns: a sentence that is shorter does not end a caption, nor does an abbreviation. */
const shortestSentence = 25

const styledOf = ({ text, emphases = [] }: TimedCue): StyledText => ({ text, emphases })

/** Columns that a name and its colon take. */
const indentOf = ({ speaker }: TimedCue, before: TimedCue | undefined, { hasLabels }: CaptionLayout): number =>
  hasLabels && speaker !== undefined && speaker !== before?.speaker ? widthOf(speaker) + 2 : 0

const fits = (text: string, { rows, columns }: CaptionSize, indent: number): boolean =>
  lineStarts(text, columns, indent).length < rows

const endsThought = (text: string): boolean => endsSentence(text) && widthOf(text) >= shortestSentence

/** Joins words until somebody else speaks, a paragraph or a sentence ends, nobody speaks, or the screen is full. */
function joinWords(words: readonly TimedCue[], layout: CaptionLayout): TimedCue[] {
  const captions: TimedCue[] = []
  let previous: TimedCue | undefined
  for (const word of words) {
    const caption = captions.at(-1)
    const joined =
      caption !== undefined && previous !== undefined && belongsTo(word, caption)
        ? appendText(styledOf(caption), gapBetween(previous.text, word.text), styledOf(word))
        : undefined
    if (
      caption !== undefined &&
      joined !== undefined &&
      fits(joined.text, layout, indentOf(caption, captions.at(-2), layout))
    ) {
      const { emphases: _, ...rest } = caption
      captions[captions.length - 1] = {
        ...rest,
        end: Math.max(caption.end, word.end),
        ...styleFields(joined),
        ...(word.endsParagraph === true ? { endsParagraph: true } : {}),
      }
    } else captions.push(word)
    previous = word
  }
  return captions
}

const belongsTo = (word: TimedCue, caption: TimedCue): boolean =>
  word.speaker === caption.speaker &&
  caption.endsParagraph !== true &&
  word.start - caption.end <= longestPause &&
  !endsThought(caption.text)

/** How many of the words from `index` on fit on a screen together: one at least. */
function fitting(text: string, words: readonly Range[], index: number, layout: CaptionLayout, indent: number): number {
  const filler = new LineFiller(text, layout.columns, indent)
  const { from } = words[index] as Range
  let next = index
  let sentence: number | undefined
  for (; next < words.length; next++) {
    const word = words[next] as Range
    filler.add(word)
    if (filler.rows > layout.rows && next > index) break
    if (endsSentence(text.slice(word.from, word.to)) && endsThought(text.slice(from, word.to))) sentence = next
  }
  // What is left fits, or is cut where a sentence ends.
  return (next === words.length || sentence === undefined ? next : sentence + 1) - index
}

/** Parts of a text that fit, each as long as can be, or up to where a sentence ends. */
function fittingParts(text: string, layout: CaptionLayout, indent: number): Range[] {
  const words = breakable(text)
  const parts: Range[] = []
  for (let index = 0; index < words.length; ) {
    const count = fitting(text, words, index, layout, parts.length === 0 ? indent : 0)
    parts.push({ from: (words[index] as Range).from, to: (words[index + count - 1] as Range).to })
    index += count
  }
  return parts
}

/** Splits a cue that is too long for a screen. The times of its parts are estimated by their lengths. */
function splitCue(cue: TimedCue, layout: CaptionLayout, indent: number): TimedCue[] {
  const { start, end, emphases = [], endsParagraph, text: written, ...rest } = cue
  const lines = written.split('\n')
  if (
    lines.length <= layout.rows &&
    lines.every((line, index) => widthOf(line) + (index === 0 ? indent : 0) <= layout.columns)
  )
    return [cue]
  const text = written.replaceAll('\n', ' ')
  const parts = fittingParts(text, layout, indent)
  const timeAt = (part: Range | undefined): number =>
    part === undefined ? end : toMilliseconds(start + ((end - start) * part.from) / text.length)
  return cutText({ text, emphases }, parts).map((styled, index) => {
    const from = timeAt(parts[index])
    return {
      ...rest,
      start: from,
      end: Math.max(timeAt(parts[index + 1]), toMilliseconds(from + 0.001)),
      ...styleFields(styled),
      ...(endsParagraph === true && index === parts.length - 1 ? { endsParagraph } : {}),
    }
  })
}

/** Breaks a text into lines. */
function withLines(cue: TimedCue, columns: number, indent: number): TimedCue {
  const { text, emphases = [], ...rest } = cue
  const starts = text.includes('\n') ? [] : lineStarts(text, columns, indent)
  if (starts.length === 0) return cue
  const ranges = starts.map((from, index) => ({ from: starts[index - 1] ?? 0, to: from }))
  const lines = cutText({ text, emphases }, [...ranges, { from: starts.at(-1) as number, to: text.length }])
  return { ...rest, ...styleFields(lines.reduce((all, line) => appendText(all, '\n', line))) }
}

/** The cues of a transcript as captions of a size; none if it has no times. */
export function captionsOf(transcript: Transcript, facts: TranscriptFacts, layout: CaptionLayout): TimedCue[] {
  const cues = timedCues(transcript, facts)
  if (transcript.grain === 'caption') return cues
  const indent = (cue: TimedCue, before: TimedCue | undefined): number => indentOf(cue, before, layout)
  const sized =
    transcript.grain === 'word'
      ? joinWords(cues, layout)
      : cues.flatMap((cue, index) => splitCue(cue, layout, indent(cue, cues[index - 1])))
  return sized.map((cue, index) => withLines(cue, layout.columns, indent(cue, sized[index - 1])))
}

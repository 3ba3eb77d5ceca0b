/** Words and sentences as machines write them. Pure. */

import type { Cue, Grain } from '../model/transcript.ts'
import type { CuePart } from '../model/transcript-format.ts'
import { speakerField, speakerName, styledText, styleFields } from './cue-text.ts'
import { isUnspaced, widthOf } from './joining.ts'
import { toMilliseconds } from './seconds.ts'
import type { TranscriptReader } from './transcript-reader.ts'

/** A piece of text with its times, as a tool wrote it. */
export interface Piece {
  readonly text: string
  /** In seconds. */
  readonly start?: number | null | undefined
  readonly end?: number | null | undefined
  readonly speaker?: string | undefined
  readonly endsParagraph?: boolean | undefined
  readonly offsetOf: (part: CuePart) => number
}

/** In columns: the mean of words in any language is shorter. */
const longestMeanWord = 12
/** So many pieces of a list of words are single words: `New York` may be one. */
const leastShare = 0.9

/** Whether a list has words rather than sentences. */
export function grainOf(texts: readonly string[]): Grain {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '')
  const single = filled.filter((text) => !/\s/.test(text))
  const width = filled.reduce((sum, text) => sum + widthOf(text), 0)
  const isWords =
    filled.length > 1 && single.length >= filled.length * leastShare && width <= filled.length * longestMeanWord
  return isWords ? 'word' : 'segment'
}

/** Some tools put the space into the word: what has none goes on with the word before it, as in `don` and `'t`. */
function isGlued({ text }: Piece, before: Piece | undefined): boolean {
  if (before === undefined || text === '' || /^\s/.test(text) || /\s$/.test(before.text)) return false
  return !isUnspaced(before.text, text)
}

/** Joins the parts of words, if the tool writes spaces where words begin or end. */
export function gluedWords(words: readonly Piece[]): Piece[] {
  const spaced = words.filter(({ text }) => /^\s|\s$/.test(text)).length
  if (spaced * 2 < words.length) return [...words]
  const glued: Piece[] = []
  for (const word of words) {
    const last = glued.at(-1)
    if (last === undefined || !isGlued(word, last) || word.speaker !== last.speaker) glued.push(word)
    else
      glued[glued.length - 1] = {
        ...last,
        text: last.text + word.text,
        end: word.end ?? last.end,
        endsParagraph: word.endsParagraph,
      }
  }
  return glued
}

/** A speaker as a name: tools number them from 0, or give them letters. */
export function speakerOf(written: string | number | null | undefined): string | undefined {
  if (written === undefined || written === null) return undefined
  if (typeof written === 'number') return `Speaker ${Math.trunc(written) + 1}`
  const name = speakerName(written)
  if (/^\d{1,4}$/.test(name)) return `Speaker ${Number(name) + 1}`
  return /^\p{Lu}$/u.test(name) ? `Speaker ${name}` : name
}

/** Adds pieces as cues. */
export function addPieces(reader: TranscriptReader, pieces: readonly Piece[]): void {
  for (const { text, start, end, speaker, endsParagraph, offsetOf } of pieces) {
    const cue: Cue = {
      ...(typeof start === 'number' ? { start: toMilliseconds(start) } : {}),
      ...(typeof end === 'number' ? { end: toMilliseconds(end) } : {}),
      ...speakerField(speaker),
      ...styleFields(styledText({ text: text.replaceAll('\n', ' ') })),
      ...(endsParagraph === true ? { endsParagraph } : {}),
    }
    reader.add(cue, offsetOf)
  }
}

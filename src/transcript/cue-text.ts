/** The text of a cue, and what is set apart in it, in the one form that the model has. Pure. */

import type { Cue, Emphasis, EmphasisKind } from '../model/transcript.ts'
import { emphasisKinds } from '../model/transcript.ts'
import { cleanText } from '../text/clean.ts'

export interface StyledText {
  readonly text: string
  readonly emphases: readonly Emphasis[]
}

/** White space that a reader folds. A no-break space is a character: French has one before `?`. */
const white = /[\t\n\r \u2028\u2029]+/
const isBlankless = /^[^\t\n\r \u2028\u2029]*$/

/** What is being set apart: where it started, or -1 if its first word is still to come. */
interface Open {
  depth: number
  from: number
}

/**
 * Builds a text from pieces of a document: white space folded, lines trimmed, no blank lines, nothing in it that no
 * document may hold. What is set apart starts and ends with a character that is no space.
 */
export class CueText {
  #text = ''
  /** White space that is part of the text only if more of the line follows. */
  #tail = ''
  #hasSpace = false
  #hasBreak = false
  readonly #open: Readonly<Record<EmphasisKind, Open>> = {
    bold: { depth: 0, from: -1 },
    italic: { depth: 0, from: -1 },
    underline: { depth: 0, from: -1 },
  }
  readonly #closed: Readonly<Record<EmphasisKind, Emphasis[]>> = { bold: [], italic: [], underline: [] }

  get isEmpty(): boolean {
    return this.#text === ''
  }

  get text(): string {
    return this.#text
  }

  /** Line breaks in it are white space, as in HTML. */
  append(written: string): void {
    const clean = cleanText(written)
    if (isBlankless.test(clean)) this.#write(clean)
    else
      clean.split(white).forEach((word, index) => {
        if (index > 0) this.#hasSpace = true
        this.#write(word)
      })
  }

  /** Line breaks in it stay. */
  appendLines(written: string): void {
    written.split('\n').forEach((line, index) => {
      if (index > 0) this.breakLine()
      this.append(line)
    })
  }

  breakLine(): void {
    this.#hasBreak = true
  }

  #write(written: string): void {
    const isFirst = this.#text === '' || this.#hasBreak
    const word = written.trim()
    if (word === '') {
      if (written !== '' && !isFirst) this.#pend(written)
      return
    }
    const at = written.indexOf(word)
    if (!isFirst) {
      this.#pend(written.slice(0, at))
      this.#text += this.#tail
    } else if (this.#text !== '') this.#text += '\n'
    for (const kind of emphasisKinds) {
      const open = this.#open[kind]
      if (open.depth > 0 && open.from === -1) open.from = this.#text.length
    }
    this.#text += word
    this.#tail = written.slice(at + word.length)
    this.#hasBreak = false
    this.#hasSpace = false
  }

  /** Keeps white space for what may follow. */
  #pend(white: string): void {
    this.#tail += (this.#hasSpace ? ' ' : '') + white
    this.#hasSpace = false
  }

  open(kind: EmphasisKind): void {
    const open = this.#open[kind]
    const closed = this.#closed[kind]
    const last = closed.at(-1)
    // Tags that cross each other are written as pieces: what closed just here goes on, and the space ahead is its own.
    if (open.depth === 0 && last?.to === this.#text.length && !this.#hasSpace && !this.#hasBreak && this.#tail === '') {
      open.from = last.from
      closed.pop()
    }
    open.depth++
  }

  /** Closing what is not open does nothing. */
  close(kind: EmphasisKind): void {
    const open = this.#open[kind]
    if (open.depth > 0) open.depth--
    if (open.depth === 0) this.#end(kind)
  }

  #end(kind: EmphasisKind): void {
    const open = this.#open[kind]
    const { from } = open
    open.from = -1
    if (from === -1) return
    this.#closed[kind].push({ from, to: this.#text.length, kind })
  }

  /** Ends what is still open, and starts anew: for the next cue, in which the same may still be open. */
  take(): StyledText {
    for (const kind of emphasisKinds) this.#end(kind)
    const emphases = emphasisKinds.flatMap((kind) => this.#closed[kind].splice(0))
    const taken = { text: this.#text, emphases: emphases.sort(byPlace) }
    this.#text = ''
    this.#tail = ''
    this.#hasBreak = false
    this.#hasSpace = false
    return taken
  }
}

/** The order in which the model has them: what opens first, then what closes last. */
export const byPlace = (a: Emphasis, b: Emphasis): number =>
  a.from - b.from || b.to - a.to || emphasisKinds.indexOf(a.kind) - emphasisKinds.indexOf(b.kind)

const untidy = /[\t\r\u2028\u2029]|^\s|\s$| {2}|\s\n|\n\s/

type Written = Pick<Cue, 'text' | 'emphases'>

const isWhite = (text: string, at: number): boolean => /^\s$/.test(text.charAt(at))

/** Whether a character of two UTF-16 units would be cut in half. */
function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

/** Whether what is set apart is in the model's form already. */
function areTidy(emphases: readonly Emphasis[], text: string): boolean {
  const ends: Partial<Record<EmphasisKind, number>> = {}
  return emphases.every((one, index) => {
    const { from, to, kind } = one
    const before = emphases[index - 1]
    const isThere = from >= 0 && from < to && to <= text.length && !isInside(text, from) && !isInside(text, to)
    const isTrimmed = !isWhite(text, from) && !isWhite(text, to - 1)
    const isApart = from > (ends[kind] ?? -1)
    ends[kind] = to
    return isThere && isTrimmed && isApart && (before === undefined || byPlace(before, one) < 0)
  })
}

/** A text in the model's form. */
export function styledText({ text: written, emphases = [] }: Written): StyledText {
  if (areTidy(emphases, written) && !untidy.test(written) && cleanText(written) === written)
    return { text: written, emphases }
  const edges = emphases
    .filter(({ from, to }) => to > from)
    .flatMap(({ from, to, kind }) => [
      { at: isInside(written, from) ? from - 1 : from, kind, opens: true },
      { at: isInside(written, to) ? to + 1 : to, kind, opens: false },
    ])
    .sort((a, b) => a.at - b.at)
  const text = new CueText()
  let at = 0
  for (const edge of edges) {
    text.appendLines(written.slice(at, Math.max(at, edge.at)))
    at = Math.max(at, edge.at)
    if (edge.opens) text.open(edge.kind)
    else text.close(edge.kind)
  }
  text.appendLines(written.slice(at))
  return text.take()
}

/** A name as one line. May be empty. */
export const speakerName = (name: string): string => cleanText(name).split(white).filter(Boolean).join(' ')

/** What of a styled text a cue has. */
export const styleFields = ({ text, emphases }: StyledText): Pick<Cue, 'text' | 'emphases'> =>
  emphases.length === 0 ? { text } : { text, emphases }

/** What a cue has that says who speaks. */
export const speakerField = (speaker: string | undefined): Pick<Cue, 'speaker'> =>
  speaker === undefined || speaker === '' ? {} : { speaker }

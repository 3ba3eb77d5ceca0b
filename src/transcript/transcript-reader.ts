/** What the readers of all transcript formats have in common. Pure. */

import { type Outcome, outcome } from '../model/diagnostic.ts'
import type { Cue, Transcript } from '../model/transcript.ts'
import type { CuePart, Omission, TranscriptDocument } from '../model/transcript-format.ts'
import { isLanguage } from '../text/languages.ts'
import { type Place, type PlaceTable, placesIn } from '../text/place.ts'
import { cutAtWord } from '../text/words.ts'
import { speakerName } from './cue-text.ts'
import { type ErrorCode, type ErrorFacts, Findings, type NoteCode, type NoteFacts } from './findings.ts'

/** In bytes: so much of a wrong value is shown. */
const maxShown = 60

/** A line of a document, without its end. */
export interface TextLine {
  readonly text: string
  readonly offset: number
}

/** Line feeds only, and no byte order mark. */
export const plainLineEnds = (text: string): string => {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  return plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain
}

/** So much of a text as a message shows. */
export const shortened = (text: string): string => cutAtWord(speakerName(text.slice(0, 4 * maxShown)), maxShown)

/** Gathers what a format reads in a text. */
export class TranscriptReader {
  /** With line feeds only, and no byte order mark. */
  readonly text: string
  readonly findings = new Findings()
  readonly #file: string
  readonly #cues: Cue[] = []
  readonly #offsets: ((part: CuePart) => number)[] = []
  readonly #omitted = new Map<Omission, number>()
  #places: PlaceTable | undefined

  constructor(text: string, file: string) {
    this.text = plainLineEnds(text)
    this.#file = file
  }

  /** All lines, the blank ones too. */
  lines(): TextLine[] {
    const lines: TextLine[] = []
    for (let offset = 0; offset <= this.text.length; ) {
      const end = this.text.indexOf('\n', offset)
      const to = end === -1 ? this.text.length : end
      lines.push({ text: this.text.slice(offset, to), offset })
      offset = to + 1
    }
    return lines
  }

  error<Code extends ErrorCode>(code: Code, facts: ErrorFacts<Code>, offset: number): void {
    this.findings.error(code, facts, this.#placeAt(offset))
  }

  note<Code extends NoteCode>(code: Code, facts: NoteFacts<Code> | (() => NoteFacts<Code>), offset: number): void {
    this.findings.note(code, facts, () => this.#placeAt(offset))
  }

  /** Something that no transcript keeps. */
  omit(omission: Omission): void {
    this.#omitted.set(omission, (this.#omitted.get(omission) ?? 0) + 1)
  }

  /** @param offsetOf where the cue, or a part of it, stands */
  add(cue: Cue, offsetOf: (part: CuePart) => number): void {
    this.#cues.push(cue)
    this.#offsets.push(offsetOf)
  }

  /** What was added so far, to be changed once the whole document is known. */
  get cues(): readonly Cue[] {
    return this.#cues
  }

  offsetOf(cue: number, part: CuePart = 'start'): number {
    return this.#offsets[cue]?.(part) ?? 0
  }

  finish(facts: Pick<Transcript, 'grain'> & { readonly language?: string | undefined }): Outcome<TranscriptDocument> {
    if (this.#cues.length === 0 && !this.findings.hasErrors) this.error('transcript/none', {}, 0)
    const language = facts.language?.trim() ?? ''
    const transcript: Transcript = {
      ...(isLanguage(language) ? { language } : {}),
      grain: facts.grain,
      cues: this.#cues,
    }
    const placeOf = (cue: number, part?: CuePart): Place => this.#placeAt(this.offsetOf(cue, part))
    return outcome({ transcript, omitted: this.#omitted, placeOf }, this.findings.diagnostics())
  }

  #placeAt(offset: number): Place {
    this.#places ??= placesIn(this.#file, this.text)
    return this.#places.at(offset)
  }
}

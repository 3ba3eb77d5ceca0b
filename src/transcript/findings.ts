/** Gathers what is wrong with a transcript: long files repeat the same mistake on every line. Pure. */

import { type Diagnostic, reporter, sortDiagnostics } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { errorCodes, noteCodes } from './codes.ts'

const reportError = reporter(errorCodes)
const reportNote = reporter(noteCodes)

export type ErrorCode = keyof typeof errorCodes
export type NoteCode = keyof typeof noteCodes
export type ErrorFacts<Code extends ErrorCode> = Parameters<typeof reportError<Code>>[1]
/** How often it is found is counted here. */
export type NoteFacts<Code extends NoteCode> = Omit<Parameters<typeof reportNote<Code>>[1], 'count'>

/** After so many errors a file is in another format, or in none. */
const maxErrors = 50
/** So many places are shown besides the first one. */
const maxOthers = 4

interface Note {
  readonly facts: object
  readonly place: Place
  readonly others: Place[]
  count: number
}

/** Errors are told one by one, everything else once for each code, where it is found first. */
export class Findings {
  readonly #errors: Diagnostic[] = []
  readonly #notes = new Map<NoteCode, Note>()

  error<Code extends ErrorCode>(code: Code, facts: ErrorFacts<Code>, place: Place): void {
    if (!this.isHopeless) this.#errors.push(reportError(code, facts, place))
  }

  /** @param place asked for only where it will be shown, as are facts that cost something */
  note<Code extends NoteCode>(code: Code, facts: NoteFacts<Code> | (() => NoteFacts<Code>), place: () => Place): void {
    const note = this.#notes.get(code)
    if (note === undefined) {
      const told: object = typeof facts === 'function' ? facts() : facts
      this.#notes.set(code, { facts: told, place: place(), others: [], count: 1 })
    } else {
      note.count++
      if (note.others.length < maxOthers) note.others.push(place())
    }
  }

  /** So much is wrong that reading on makes no sense. */
  get isHopeless(): boolean {
    return this.#errors.length >= maxErrors
  }

  get hasErrors(): boolean {
    return this.#errors.length > 0
  }

  /** In the order of the file. */
  diagnostics(): Diagnostic[] {
    const found = [...this.#errors]
    const [first] = this.#errors
    if (this.isHopeless && first?.place !== undefined)
      found.push(reportError('transcript/many-problems', { count: maxErrors }, { ...first.place }))
    for (const [code, { facts, count, place, others }] of this.#notes) {
      const related = others.map((other) => ({ message: 'Here as well.', place: other }))
      const told = { ...facts, count } as never
      found.push(reportNote(code, told, place, related.length === 0 ? undefined : related))
    }
    return sortDiagnostics(found)
  }
}

import type { Place } from '../text/place.ts'

export type Severity = 'error' | 'warning' | 'info'

/** One problem in a user's input: what is wrong, where, and how to mend it. */
export interface Diagnostic {
  /** Stable for ever: `room/what-is-wrong`. */
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place?: Place
  /** Other places that matter, such as where a duplicate was first used. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[]
  /** The line of the place, where whoever prints it could not read the file. */
  readonly excerpt?: Excerpt
}

/** A line of a file, or what of it is around a column. */
export interface Excerpt {
  readonly text: string
  /** The column in `text`, counted from 1. */
  readonly column: number
}

/** What a step made of its input. `value` is undefined exactly when some diagnostic is an error. */
export interface Outcome<T> {
  readonly value: T | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** The codes that one room may report, with their words. Facts go in, sentences come out. */
export type Catalogue = Readonly<
  Record<
    string,
    {
      readonly severity: Severity
      readonly message: string | ((facts: never) => string)
      readonly hint?: string | ((facts: never) => string)
    }
  >
>

type Facts<Entry> = Entry extends { message: (facts: infer F) => string }
  ? F
  : Entry extends { hint: (facts: infer F) => string }
    ? F
    : Record<string, never>

export type Reporter<C extends Catalogue> = <Code extends keyof C & string>(
  code: Code,
  facts: Facts<C[Code]>,
  place?: Place,
  related?: Diagnostic['related'],
) => Diagnostic

const phrase = (words: string | ((facts: never) => string), facts: unknown): string =>
  typeof words === 'string' ? words : words(facts as never)

/** Makes the function that a room reports with: an unknown code or a missing fact does not compile. */
export function reporter<C extends Catalogue>(catalogue: C): Reporter<C> {
  return (code, facts, place, related) => {
    const entry = catalogue[code] as Catalogue[string]
    return {
      code,
      severity: entry.severity,
      message: phrase(entry.message, facts),
      ...(entry.hint === undefined ? {} : { hint: phrase(entry.hint, facts) }),
      ...(place === undefined ? {} : { place }),
      ...(related === undefined ? {} : { related }),
    }
  }
}

export const hasError = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error')

/** An outcome that keeps its value only if nothing in `diagnostics` is an error. */
export const outcome = <T>(value: T, diagnostics: readonly Diagnostic[]): Outcome<T> => ({
  value: hasError(diagnostics) ? undefined : value,
  diagnostics,
})

const severityRank: Record<Severity, number> = { error: 0, warning: 1, info: 2 }
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By file, offset, severity, code: the order in which people and golden files read them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compareText(a.place?.file ?? '', b.place?.file ?? '') ||
      (a.place?.offset ?? 0) - (b.place?.offset ?? 0) ||
      severityRank[a.severity] - severityRank[b.severity] ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
}

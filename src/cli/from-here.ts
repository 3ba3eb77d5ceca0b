import { relative, sep } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'

/**
 * A show's problems with the names of files as they are seen from where the command was run, so that terminals, editors
 * and code scanning find them.
 * @param folder the show's, absolute
 */
export function seenFrom(cwd: string, folder: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const way = relative(cwd, folder).split(sep).join('/')
  if (way === '') return diagnostics
  const seen = (place: Place): Place => ({ ...place, file: `${way}/${place.file}` })
  return diagnostics.map((diagnostic) => ({
    ...diagnostic,
    ...(diagnostic.place === undefined ? {} : { place: seen(diagnostic.place) }),
    ...(diagnostic.related === undefined
      ? {}
      : { related: diagnostic.related.map(({ message, place }) => ({ message, place: seen(place) })) }),
  }))
}

/** JSON that a transcription tool wrote, held against what it should be. Pure. */

import { z } from 'zod'
import { type JsonPath, type JsonPlaces, jsonPlacesIn } from '../text/json-places.ts'
import { maxSeconds } from './seconds.ts'
import { shortened, type TranscriptReader } from './transcript-reader.ts'

export interface JsonSource<T> {
  readonly data: T
  /** Where a value stands; what holds it, where it is not there. Worked out when first asked for. */
  readonly offsetOf: (path: JsonPath) => number
}

/** Places deeper than this are not asked for: `results.channels[0].alternatives[0].words[0].start`. */
const depth = 8

const problem = (message: string | undefined): string =>
  message === undefined || !/^(?:must|is) /.test(message) ? 'is not what it should be' : message

/** Whether a key that makes the document what it should be is not there at all. */
const isAnother = (data: unknown, path: readonly PropertyKey[]): boolean =>
  path.length === 0 ||
  (path.length === 1 && (typeof data !== 'object' || data === null || !Object.hasOwn(data, path[0] as PropertyKey)))

/**
 * @param schemaFor what the data should be, which may depend on whether it is a list
 * @returns undefined if the text is no JSON, or of another shape, which is then reported
 */
export function readJson<T>(
  reader: TranscriptReader,
  schemaFor: (isList: boolean) => z.ZodType<T>,
): JsonSource<T> | undefined {
  let places: JsonPlaces | undefined
  const placesInText = (): JsonPlaces => {
    places ??= jsonPlacesIn(reader.text, depth)
    return places
  }
  const offsetOf = (path: JsonPath): number => placesInText().offsetOf(path)
  let data: unknown
  try {
    data = JSON.parse(reader.text)
  } catch {
    // The engine does not say where, and its words depend on its version.
    reader.error('transcript/not-json', {}, placesInText().errorAt ?? reader.text.length)
    return undefined
  }
  const { success, data: known, error } = schemaFor(Array.isArray(data)).safeParse(data)
  if (success) return { data: known, offsetOf }
  for (const { path, message } of error.issues) {
    if (reader.findings.isHopeless) break
    if (isAnother(data, path)) reader.error('transcript/other-json', {}, 0)
    else {
      const field = shortened(path.map(String).join('.'))
      reader.error('transcript/json-shape', { field, problem: problem(message) }, offsetOf(path as JsonPath))
    }
  }
  return undefined
}

const numeric = /^\s*\d{1,9}(?:\.\d{1,20})?\s*$/

/** A number of units that may be in quotes, as some tools write it, or absent. */
const number = (perSecond: number, unit: string) =>
  z
    .union([z.number(), z.string().regex(numeric).transform(Number)], { error: `must be a number of ${unit}` })
    .refine((value) => value >= 0 && value < maxSeconds * perSecond, {
      error: `must be a number of ${unit}, 0 or more`,
    })
    .transform((value) => value / perSecond)
    .nullish()

/** Seconds. */
export const seconds = number(1, 'seconds')
/** Milliseconds, which become seconds. */
export const milliseconds = number(1000, 'milliseconds')
export const text = z.string({ error: 'must be text' })
/** A name or a number; null and absent mean nobody. */
export const speaker = z.union([z.string(), z.number()], { error: 'must be text or a number' }).nullish()
export const list = <Item extends z.ZodType>(item: Item) => z.array(item, { error: 'must be a list' })
export const group = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, { error: 'must be a group in braces' })

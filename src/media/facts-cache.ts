import { type FormatId, formats } from './format.ts'
import type { Measured } from './measure.ts'

/**
 * What was measured in media files, to be kept between builds: a file with the same path, size and time of change is
 * not opened again. Pure: whoever uses it reads and writes the file. A cache that is broken, or of another version of
 * this program, counts as none.
 */

/** To be raised when the same file would be measured differently. */
const version = 1

/** By what a file is known to be unchanged. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number
  /** When it was changed, in milliseconds since 1970, with decimals. */
  readonly mtimeMs: number
}

export interface CachedFacts extends FileStamp {
  readonly measured: Measured
}

/** By path, as whoever uses it writes paths. */
export type FactsCache = ReadonlyMap<string, CachedFacts>

/** What was measured of a file, if it is still the same. */
export function findFacts(cache: FactsCache, path: string, { size, mtimeMs }: FileStamp): Measured | undefined {
  const known = cache.get(path)
  return known?.size === size && known.mtimeMs === mtimeMs ? known.measured : undefined
}

/** The text of a cache file, by path: same facts, same text. */
export function renderFactsCache(cache: FactsCache): string {
  const lines = [...cache]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([path, { mtimeMs, measured }]) => `${JSON.stringify(path)}:${JSON.stringify({ mtimeMs, ...measured })}`)
  return `{"castwrightMedia":${version},"files":{\n${lines.join(',\n')}\n}}\n`
}

/** Reads a cache file. What is not understood is left out. @param text undefined if there is no such file */
export function parseFactsCache(text: string | undefined): FactsCache {
  const written = text === undefined ? undefined : parseJson(text)
  if (!isRecord(written) || written.castwrightMedia !== version || !isRecord(written.files)) return new Map()
  return new Map(
    Object.entries(written.files).flatMap(([path, entry]): [string, CachedFacts][] => {
      const facts = readEntry(entry)
      return facts === undefined ? [] : [[path, facts]]
    }),
  )
}

function readEntry(entry: unknown): CachedFacts | undefined {
  if (!isRecord(entry) || !isFormat(entry.format) || !isAmount(entry.length) || !isAmount(entry.mtimeMs)) {
    return undefined
  }
  const { format, length, mtimeMs } = entry
  const optional = ['duration', 'bitrate', 'height', 'percent'].filter((key) => entry[key] !== undefined)
  if (!optional.every((key) => isAmount(entry[key]))) return undefined
  const measured = { format, length, ...Object.fromEntries(optional.map((key) => [key, entry[key]])) }
  return { size: length, mtimeMs, measured }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isFormat = (value: unknown): value is FormatId => typeof value === 'string' && Object.hasOwn(formats, value)

import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import type { EpisodeRecord } from './compile-episodes.ts'

const report = reporter(codes)

/** An episode that takes part in the build. */
export interface Neighbour {
  /** Its file, relative to the show's folder. */
  readonly path: string
  readonly record: EpisodeRecord
  /** The variants of the feed that it is in. */
  readonly variants: readonly string[]
}

/** Finds the place of a key in an episode's frontmatter; costs a second reading of the file. */
export type FindPlace = (path: string, key: readonly string[]) => Place | undefined

interface Uniqueness {
  readonly key: readonly string[]
  /** What must differ between episodes; undefined where it does not matter. */
  readonly of: (record: EpisodeRecord) => string | undefined
  readonly diagnose: (value: string, place: Place | undefined, related: Diagnostic['related']) => Diagnostic
}

/** "season 2, episode 7": only full episodes are counted. @see spec/rss-itunes-psp.md §8 rule 69 */
function numberOf({ summary }: EpisodeRecord): string | undefined {
  if (summary.episodeNumber === undefined || (summary.episodeType ?? 'full') !== 'full') return undefined
  return `${summary.season === undefined ? '' : `season ${summary.season}, `}episode ${summary.episodeNumber}`
}

const uniquenesses: readonly Uniqueness[] = [
  {
    key: ['slug'],
    of: ({ summary }) => summary.slug.toLowerCase(),
    diagnose: (slug, place, related) => report('episode/duplicate-slug', { slug }, place, related),
  },
  {
    key: ['guid'],
    of: ({ guid }) => guid,
    diagnose: (guid, place, related) => report('guid/duplicate', { guid }, place, related),
  },
  {
    key: ['audio'],
    of: ({ enclosure }) => enclosure,
    diagnose: (url, place, related) => report('episode/duplicate-audio', { url }, place, related),
  },
  {
    key: ['episode'],
    of: numberOf,
    diagnose: (number, place, related) => report('episode/duplicate-number', { number }, place, related),
  },
]

/** Compares the episodes with each other: what must be unique is. Each repeat points at the first use. */
export function checkNeighbours(neighbours: readonly Neighbour[], findPlace: FindPlace): Diagnostic[] {
  return uniquenesses.flatMap(({ key, of, diagnose }) => {
    const first = new Map<string, string>()
    return neighbours.flatMap(({ path, record }) => {
      const value = of(record)
      if (value === undefined) return []
      const firstPath = first.get(value)
      if (firstPath === undefined) {
        first.set(value, path)
        return []
      }
      const firstPlace = findPlace(firstPath, key)
      const related = firstPlace === undefined ? undefined : [{ message: 'first used here', place: firstPlace }]
      return [diagnose(value, findPlace(path, key), related)]
    })
  })
}

/** What a format cannot hold of some chapters: found by writing and reading them, so it is what really happens. Pure. */

import type { Chapter } from '../model/chapter.ts'
import type { ChapterDocumentFacts, ChapterFormat } from '../model/chapter-format.ts'
import { webUrl } from '../text/url.ts'
import { titleLine } from './title-line.ts'

export const losable = ['chapter', 'title', 'fraction', 'end', 'url', 'img', 'toc', 'location', 'added'] as const
/**
 * A chapter that was left out, or whose title, start or other field is not what it was; `added` is one that the
 * format needs and nobody wrote.
 */
export type Loss = (typeof losable)[number]

/** How many chapters lose what. What nothing loses is not in it. */
export type Losses = ReadonlyMap<Loss, number>

const milliseconds = (seconds: number): number => Math.round(seconds * 1000)

/** Where a chapter really ends; undefined for where the audio does. */
const endOf = ({ end }: Chapter, next: Chapter | undefined): number | undefined =>
  end === undefined ? next?.start : end

const sameLocation = ({ location: a }: Chapter, { location: b }: Chapter): boolean =>
  a?.name === b?.name && a?.geo === b?.geo && a?.osm === b?.osm

/** Compares what was to be written with what stands in the document. */
export function lossesOf(format: ChapterFormat, chapters: readonly Chapter[], facts: ChapterDocumentFacts): Losses {
  const counts = new Map<Loss, number>(losable.map((loss) => [loss, 0]))
  const count = (loss: Loss, isLost: boolean): void => {
    if (isLost) counts.set(loss, (counts.get(loss) ?? 0) + 1)
  }
  const { value } = format.parse(format.print(chapters, facts), '')
  const read = value?.chapters ?? []
  const places = new Map(read.map(({ start }, index) => [milliseconds(start), index]))
  const met = new Set<number>()
  const selected = format.selects?.(chapters) ?? chapters
  counts.set('chapter', chapters.length - selected.length)
  selected.forEach((chapter, index) => {
    const exact = places.get(milliseconds(chapter.start))
    const place = exact ?? places.get(Math.floor(chapter.start) * 1000)
    const kept = place === undefined ? undefined : read[place]
    count('chapter', kept === undefined)
    if (place === undefined || kept === undefined) return
    met.add(place)
    count('fraction', exact === undefined)
    count('title', kept.title !== titleLine(chapter.title))
    count('url', chapter.url !== undefined && kept.url !== webUrl(chapter.url))
    count('img', chapter.img !== undefined && kept.img !== webUrl(chapter.img))
    count('toc', chapter.toc === false && kept.toc !== false)
    count('location', !sameLocation(chapter, kept))
    const isOwnEnd = chapter.end !== undefined && chapter.end !== selected[index + 1]?.start
    count('end', isOwnEnd && endOf(kept, read[place + 1]) !== chapter.end)
  })
  for (const place of read.keys()) count('added', !met.has(place))
  return new Map([...counts].filter(([, lost]) => lost > 0))
}

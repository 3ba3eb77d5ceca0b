/** Where an episode's chapters come from, and whether those that are written by hand can be. Pure. */

import type { Chapter } from '../model/chapter.ts'
import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { WrittenChapter } from '../model/frontmatter.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import type { Outline } from './outline.ts'
import { clockOf, toMilliseconds } from './seconds.ts'

const report = reporter(codes)

export interface ChapterSources {
  /** `chapters:` of the frontmatter, or of the file that it names. It wins, also when it is empty: then there are none. */
  readonly written: readonly (WrittenChapter & Pick<Chapter, 'location'>)[] | undefined
  readonly outline: Outline
  /** The chapters that the audio carries itself. Asked last, and only if nothing else has any. */
  readonly embedded?: (() => readonly Chapter[]) | undefined
  /** Of the audio, in seconds. */
  readonly duration?: number | undefined
  /** The place of a key in the frontmatter. Called only when there is something to report. */
  readonly placeOf: (path: readonly (string | number)[]) => Place
}

export interface ChosenChapters {
  /** Ascending; no two start together. */
  readonly chapters: readonly Chapter[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Chooses an episode's chapters. Only what concerns the chosen source is reported. */
export function chooseChapters({ written, outline, embedded, duration, placeOf }: ChapterSources): ChosenChapters {
  if (written === undefined) {
    const chapters = outline.chapters.length > 0 ? outline.chapters : (embedded?.() ?? [])
    return { chapters, diagnostics: outline.diagnostics }
  }
  const diagnostics: Diagnostic[] = []
  const possible = withoutImpossible(written, duration, placeOf, diagnostics)
  return { chapters: inOrder(possible, placeOf, diagnostics), diagnostics }
}

type Written = NonNullable<ChapterSources['written']>[number]
type PlaceOf = ChapterSources['placeOf']

/** A chapter, and where in the list it is written. */
interface Numbered {
  readonly chapter: Chapter
  readonly index: number
}

function withoutImpossible(
  written: readonly Written[],
  duration: number | undefined,
  placeOf: PlaceOf,
  diagnostics: Diagnostic[],
): Numbered[] {
  const limit = duration ?? Number.POSITIVE_INFINITY
  const possible: Numbered[] = []
  for (const [index, entry] of written.entries()) {
    const { start, end } = entry
    const place = (key: string): Place => placeOf(['chapters', index, key])
    if (!Number.isFinite(start)) diagnostics.push(report('chapters/bad-start', {}, place('start')))
    else if (start < 0) diagnostics.push(report('chapters/before-zero', { start }, place('start')))
    else if (start >= limit) {
      const facts = { time: clockOf(start), duration: clockOf(limit) }
      diagnostics.push(report('chapters/beyond-duration', facts, place('start')))
    } else {
      const isEnd = end !== undefined && end > start && end <= limit
      if (end !== undefined && !isEnd) {
        const facts = { start: clockOf(start), end: Number.isFinite(end) ? clockOf(Math.max(0, end)) : String(end) }
        diagnostics.push(report('chapters/end-ignored', facts, place('end')))
      }
      possible.push({ chapter: toChapter(entry, isEnd), index })
    }
  }
  return possible
}

function toChapter({ start, end, title, url, img, toc, location }: Written, isEnd: boolean): Chapter {
  return {
    start: toMilliseconds(start),
    ...(isEnd && end !== undefined ? { end: toMilliseconds(end) } : {}),
    title: title.replace(/\s+/g, ' '),
    ...(url === undefined ? {} : { url }),
    ...(img === undefined ? {} : { img }),
    ...(toc === undefined ? {} : { toc }),
    ...(location === undefined ? {} : { location }),
  }
}

/** Sorts, and keeps the first of those that start together. */
function inOrder(possible: readonly Numbered[], placeOf: PlaceOf, diagnostics: Diagnostic[]): Chapter[] {
  possible.forEach(({ chapter: { start }, index }, position) => {
    const previous = possible[position - 1]?.chapter.start ?? 0
    if (start >= previous) return
    const facts = { time: clockOf(start), previous: clockOf(previous) }
    diagnostics.push(report('chapters/out-of-order', facts, placeOf(['chapters', index, 'start'])))
  })
  const chapters: Chapter[] = []
  for (const { chapter, index } of possible.toSorted((a, b) => a.chapter.start - b.chapter.start)) {
    const same = chapters.at(-1)
    if (same?.start !== chapter.start) chapters.push(chapter)
    else {
      const facts = { time: clockOf(chapter.start), title: same.title }
      diagnostics.push(report('chapters/repeated-start', facts, placeOf(['chapters', index, 'start'])))
    }
  }
  return chapters
}

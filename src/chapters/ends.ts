/** Ends of chapters, for formats in which each chapter must have one. Pure. */

import type { Chapter } from '../model/chapter.ts'

/** Where the last chapter ends if nobody knows how long the audio is, in seconds: 99:59:59.999. */
export const unknownEnd = 359_999.999

/**
 * An end for each chapter: its own, else where the next one starts. Chapters stand inside of each other or one after
 * the other: where one would end in the middle of another, it ends where that starts.
 * @param duration of the audio, in seconds
 */
export function endsOf(chapters: readonly Chapter[], duration: number | undefined): number[] {
  const ends: number[] = []
  /** Indexes of the chapters that are not over yet; the innermost is the last. */
  const open: number[] = []
  const innermost = (): number => ends[open.at(-1) ?? -1] ?? Number.POSITIVE_INFINITY
  chapters.forEach(({ start, end }, index) => {
    while (open.length > 0 && innermost() <= start) open.pop()
    const last = duration !== undefined && duration > start ? duration : Math.max(unknownEnd, start + 1)
    const own = end ?? Math.min(chapters[index + 1]?.start ?? last, innermost())
    while (open.length > 0 && innermost() < own) ends[open.pop() as number] = start
    ends.push(own)
    open.push(index)
  })
  return ends
}

/** An end that says no more than the next chapter's start is none. */
export function withoutImpliedEnds(chapters: readonly Chapter[]): Chapter[] {
  return chapters.map((chapter, index) => {
    const { end, ...rest } = chapter
    return end === unknownEnd || (end !== undefined && end === chapters[index + 1]?.start) ? rest : chapter
  })
}

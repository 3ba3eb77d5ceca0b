/** A chapter for what comes before the first one. Pure. */

import type { Chapter } from '../model/chapter.ts'

/** A chapter that starts within the first second needs nothing before it. */
const shortestOpening = 1

/**
 * Chapters that begin at 0, as Spotify, YouTube and Apple want them.
 * @param title of the chapter that is put before a first one with a later start; undefined: none is.
 * @see spec/chapters.md §3
 */
export function withOpening(chapters: readonly Chapter[], title: string | undefined): readonly Chapter[] {
  const [first] = chapters
  if (title === undefined || first === undefined || first.start < shortestOpening) return chapters
  return [{ start: 0, title }, ...chapters]
}

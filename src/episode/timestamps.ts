/** Chapters as lines in a description, for the apps that look for them there. Pure. */

import { fewestChapters, shortestChapter } from '../chapters/formats/youtube.ts'
import { titleLine } from '../chapters/title-line.ts'
import type { Chapter } from '../model/chapter.ts'
import type { Show } from '../model/show.ts'
import { openingWord } from '../text/opening.ts'
import { toClock } from '../text/time.ts'
import { byteLength, cutAtWord } from '../text/words.ts'

/** How long a title may be, in UTF-16 units: apps show fewer. @see spec/chapters.md §3 */
const longestTitle = 100

/**
 * The lines that a show's feed has for an episode's chapters.
 * @param chapters without the opening that the show wishes for: that may be too short for apps
 */
export const timestampsOf = (
  chapters: readonly Chapter[],
  duration: number | undefined,
  { language, outline, output }: Pick<Show, 'language' | 'outline' | 'output'>,
): readonly string[] | undefined =>
  output.timestamps
    ? timestampLines(chapters, { duration, opening: outline.first ?? openingWord(language) })
    : undefined

export interface TimestampOptions {
  /** Of the audio, in seconds. */
  readonly duration?: number | undefined
  /** What begins at 0:00 where no chapter does. */
  readonly opening: string
}

interface Row {
  readonly start: number
  readonly title: string
}

/**
 * `0:00 Title` lines, as Spotify, YouTube and Apple parse them in a description: from 0:00, ascending, at least three,
 * each of ten seconds or more. One line that breaks a rule makes apps ignore all, so a list that cannot keep them is
 * undefined; no chapter is ever dropped to make it fit. Hidden chapters are not listed.
 * @see spec/chapters.md §3
 */
export function timestampLines(
  chapters: readonly Chapter[],
  { duration, opening }: TimestampOptions,
): readonly string[] | undefined {
  const visible = chapters.filter(({ toc }) => toc !== false)
  const rows = fromZero(
    visible.map(({ start, title }) => ({ start: Math.floor(start), title: plainTitle(title) })),
    opening,
  )
  if (rows.length < fewestChapters || rows.some(({ title }) => title === '')) return undefined
  const end = duration ?? Number.POSITIVE_INFINITY
  const areLong = rows.every(({ start }, index) => (rows[index + 1]?.start ?? end) - start >= shortestChapter)
  return areLong ? rows.map(({ start, title }) => `${toClock(start)} ${title}`) : undefined
}

/** A first chapter that begins too soon for another one before it is shown from 0:00 on. */
function fromZero(rows: readonly Row[], opening: string): readonly Row[] {
  const [first, ...rest] = rows
  if (first === undefined || first.start === 0) return rows
  return first.start < shortestChapter ? [{ ...first, start: 0 }, ...rest] : [{ start: 0, title: opening }, ...rows]
}

function plainTitle(title: string): string {
  const line = titleLine(title)
  return line.length <= longestTitle ? line : cutAtWord(line, byteLength(line.slice(0, longestTitle)))
}

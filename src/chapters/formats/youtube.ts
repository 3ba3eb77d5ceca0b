import type { Chapter } from '../../model/chapter.ts'
import type { ChapterFormat } from '../../model/chapter-format.ts'
import { toClock } from '../../text/time.ts'
import { ChapterReader, type TextLine } from '../chapter-reader.ts'
import { startMark } from '../mark.ts'
import { toMilliseconds } from '../seconds.ts'
import { secondsOf } from '../timestamp.ts'
import { titleLine } from '../title-line.ts'

/** YouTube wants a list to start at 0:00. */
const opening = 'Intro'
/** Fewer chapters are not shown. @see spec/chapters.md §3 */
export const fewestChapters = 3
/** In seconds. @see spec/chapters.md §3 */
export const shortestChapter = 10

const wholeSecond = ({ start }: Chapter): number => Math.floor(start)

/** Nothing hidden, and one chapter for each second. */
function selects(chapters: readonly Chapter[]): Chapter[] {
  const visible = chapters.filter(({ toc }) => toc !== false)
  return visible.filter((chapter, index) => {
    const previous = visible[index - 1]
    return previous === undefined || wholeSecond(previous) !== wholeSecond(chapter)
  })
}

/** What YouTube lists: from 0:00 on. */
function listed(chapters: readonly Chapter[]): { readonly start: number; readonly title: string }[] {
  const rows = selects(chapters).map((chapter) => ({ start: wholeSecond(chapter), title: titleLine(chapter.title) }))
  return rows.length === 0 || rows[0]?.start === 0 ? rows : [{ start: 0, title: opening }, ...rows]
}

function wishes(chapters: readonly Chapter[]): string[] {
  const rows = listed(chapters)
  const close = rows.find(
    ({ start }, index) => (rows[index + 1]?.start ?? Number.POSITIVE_INFINITY) - start < shortestChapter,
  )
  return [
    ...(rows.length < fewestChapters ? [`YouTube shows chapters from ${fewestChapters} on.`] : []),
    ...(close === undefined
      ? []
      : [`YouTube wants ${shortestChapter} seconds for each chapter; the one at ${toClock(close.start)} is shorter.`]),
  ]
}

/** A chapter for a line that starts with a time. */
function readLine({ text, offset }: TextLine, reader: ChapterReader): boolean {
  const mark = startMark(text, 0, text.length)
  if (mark === undefined) return false
  reader.add({
    offset: offset + mark.time.from,
    start: toMilliseconds(secondsOf(mark.time)),
    end: mark.end === undefined ? undefined : secondsOf(mark.end),
    title: text.slice(mark.titleFrom, mark.titleTo),
  })
  return true
}

const row = /^\d{1,2}(?::\d{2}){1,2}[ \t]+\S/

/** The lines of a YouTube description; Spotify reads them too. @see spec/chapters.md §3 */
export const youtube: ChapterFormat = {
  id: 'youtube',
  name: 'YouTube description',
  extension: 'txt',
  print: (chapters) =>
    listed(chapters)
      .map(({ start, title }) => `${toClock(start)} ${title}\n`)
      .join(''),
  selects,
  // All lines, as a description with more in it may be Markdown, too.
  detects: (text) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    return /^0{1,2}:00(?::00)? /.test(lines[0]?.trim() ?? '') && lines.every((line) => row.test(line.trim()))
  },
  parse: (text, file) => {
    const reader = new ChapterReader(text, file)
    let found = 0
    for (const line of reader.lines()) if (readLine(line, reader)) found++
    if (found === 0) reader.report('youtube/no-times', {}, 0)
    return reader.finish()
  },
  wishes,
}

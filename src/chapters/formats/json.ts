import type { Chapter } from '../../model/chapter.ts'
import type { ChapterDocumentFacts, ChapterFormat } from '../../model/chapter-format.ts'

/** @see spec/chapters.md §2 JSON */
const version = '1.2.0'

const toJson = ({ start, end, title, img, url, toc }: Chapter): object => ({
  startTime: start,
  ...(end === undefined ? {} : { endTime: end }),
  title,
  ...(img === undefined ? {} : { img }),
  ...(url === undefined ? {} : { url }),
  // Absent means true.
  ...(toc === false ? { toc } : {}),
})

/**
 * JSON chapters 1.2, as `podcast:chapters` links to them.
 * @see spec/chapters.md §2 JSON
 */
export function renderJsonChapters(chapters: readonly Chapter[], facts: ChapterDocumentFacts): string {
  const { title, podcastName, fileName } = facts
  const document = { version, title, podcastName, fileName, chapters: chapters.map(toJson) }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

export const json: ChapterFormat = {
  id: 'json',
  name: 'JSON chapters 1.2',
  extension: 'json',
  print: renderJsonChapters,
}

/** Chapter documents in any format that is known. Pure. */

import type { ChapterDocument, ChapterFormat } from '../model/chapter-format.ts'
import { type Outcome, reporter } from '../model/diagnostic.ts'
import { plainLineEnds } from './chapter-reader.ts'
import { formatCodes } from './format-codes.ts'
import { chapterFormats } from './formats/index.ts'

const report = reporter(formatCodes)

export interface ReadChapters extends ChapterDocument {
  readonly format: ChapterFormat
}

/** The format that a text is in, told by its content alone; undefined if it is in none, such as Markdown. */
export function detectChapterFormat(text: string): ChapterFormat | undefined {
  const plain = plainLineEnds(text)
  return chapterFormats.find((format) => format.detects(plain))
}

/**
 * Reads a chapter document.
 * @param formatId if it is known; else the content tells
 */
export function readChapterText(text: string, file: string, formatId?: string): Outcome<ReadChapters> {
  const format = formatId === undefined ? detectChapterFormat(text) : chapterFormats.find(({ id }) => id === formatId)
  if (format === undefined) {
    const facts = { known: chapterFormats.map(({ id }) => id).join(', ') }
    const place = { file, line: 1, column: 1, offset: 0 }
    return { value: undefined, diagnostics: [report('chapters/unknown-format', facts, place)] }
  }
  const { value, diagnostics } = format.parse(text, file)
  return { value: value && { format, ...value }, diagnostics }
}

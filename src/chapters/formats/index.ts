import type { ChapterFormat } from '../../model/chapter-format.ts'
import { json } from './json.ts'

/** Every chapter format, in the order in which users see them. A new one is a file and a line here. */
export const chapterFormats: readonly ChapterFormat[] = [json]

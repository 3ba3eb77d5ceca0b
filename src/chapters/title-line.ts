/** Titles as chapter documents hold them. Pure. */

import { cleanText } from '../text/clean.ts'

/** A title as one line: white space folded, and nothing in it that no document may hold. May be empty. */
export const titleLine = (title: string): string => cleanText(title).replace(/\s+/g, ' ').trim()

import { cleanText } from '../text/clean.ts'

/** A title inside a file as ours are: one line; empty if there is nothing to see. */
export const titleOf = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim()

import { cutAtWord } from '../text/words.ts'

/** How many bytes of somebody's words a message repeats. */
const longest = 60

/** Somebody's words, cut short, in quotation marks. */
export const quoted = (words: string): string => `“${cutAtWord(words.replace(/\s+/g, ' '), longest)}”`

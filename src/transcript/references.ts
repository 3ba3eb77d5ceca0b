/** Character references in captions. Pure. */

import { decodeReferences } from '../text/html-references.ts'

const reference = /&(?:#\d{1,7};|#[xX][\da-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,30};)?/g
/** Marks of direction, which WebVTT names. */
const marks: Readonly<Record<string, string>> = { '&lrm;': '\u200e', '&rlm;': '\u200f' }

/** What a reference means; undefined if it means nothing. */
function meaningOf(written: string): string | undefined {
  const meaning = marks[written] ?? decodeReferences(written)
  return meaning === written ? undefined : meaning
}

/** @param onRaw told where an & stands that starts no reference, and stays */
export const decodeCaption = (text: string, onRaw?: (at: number) => void): string =>
  text.includes('&')
    ? text.replace(reference, (written, at: number) => {
        const meaning = meaningOf(written)
        if (meaning === undefined) onRaw?.(at)
        return meaning ?? written
      })
    : text

/** Makes that an & which would start a reference is read as it is. */
export const escapeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(reference, (written) => (meaningOf(written) === undefined ? written : `&amp;${written.slice(1)}`))
    : text

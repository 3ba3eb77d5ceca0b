/** Text with tags around what is set apart. Pure. */

import type { Emphasis, EmphasisKind } from '../model/transcript.ts'
import type { StyledText } from './cue-text.ts'

/** The same in WebVTT, SRT and HTML. */
const tagNames: Readonly<Record<EmphasisKind, string>> = { bold: 'b', italic: 'i', underline: 'u' }

/** Tags that are open, the innermost last. Those that end before an inner one are closed with it, and it opens anew. */
function moveTo(open: Emphasis[], at: number): string {
  const outermost = open.findIndex(({ to }) => to <= at)
  if (outermost === -1) return ''
  const closed = open.splice(outermost)
  const lasting = closed.filter(({ to }) => to > at)
  open.push(...lasting)
  return [
    ...closed.reverse().map(({ kind }) => `</${tagNames[kind]}>`),
    ...lasting.map(({ kind }) => `<${tagNames[kind]}>`),
  ].join('')
}

/** @param toMarkup makes text of the format of a piece without tags */
export function renderText({ text, emphases }: StyledText, toMarkup: (text: string) => string): string {
  if (emphases.length === 0) return toMarkup(text)
  const edges = [...new Set(emphases.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  const open: Emphasis[] = []
  let written = ''
  let at = 0
  let next = 0
  for (const edge of edges) {
    written += toMarkup(text.slice(at, edge)) + moveTo(open, edge)
    for (; emphases[next]?.from === edge; next++) {
      const emphasis = emphases[next] as Emphasis
      written += `<${tagNames[emphasis.kind]}>`
      open.push(emphasis)
    }
    at = edge
  }
  return written + toMarkup(text.slice(at))
}

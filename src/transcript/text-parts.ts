/** Parts of texts, with what is set apart in them. Pure. */

import { type Emphasis, emphasisKinds } from '../model/transcript.ts'
import { byPlace, type StyledText, styledText } from './cue-text.ts'

export interface Range {
  readonly from: number
  /** Just after it. */
  readonly to: number
}

/** Parts of a text, in its order, each with what is set apart in it. */
export function cutText({ text, emphases }: StyledText, ranges: readonly Range[]): StyledText[] {
  const byKind = emphasisKinds.map((kind) => emphases.filter((emphasis) => emphasis.kind === kind))
  const nexts = byKind.map(() => 0)
  return ranges.map(({ from, to }) => {
    const inside = byKind.flatMap((list, kind) => {
      let next = nexts[kind] as number
      while (next < list.length && (list[next] as Emphasis).to <= from) next++
      nexts[kind] = next
      const found: Emphasis[] = []
      for (; next < list.length && (list[next] as Emphasis).from < to; next++) {
        const one = list[next] as Emphasis
        found.push({ ...one, from: Math.max(one.from - from, 0), to: Math.min(one.to, to) - from })
      }
      return found
    })
    return styledText({ text: text.slice(from, to), emphases: inside })
  })
}

/** Adds what is set apart in a text that now starts at `by`; what touches goes on. To be sorted when all are added. */
export function moveEmphases(into: Emphasis[], emphases: readonly Emphasis[], by: number): void {
  for (const one of emphases) {
    const touching = into.findLastIndex(({ kind }) => kind === one.kind)
    const last = into[touching]
    if (last?.to === one.from + by) into[touching] = { ...last, to: one.to + by }
    else into.push({ ...one, from: one.from + by, to: one.to + by })
  }
}

/** One text behind the other. */
export function appendText(before: StyledText, gap: string, { text, emphases }: StyledText): StyledText {
  const joined = before.text + gap + text
  if (emphases.length === 0) return { text: joined, emphases: before.emphases }
  const all = [...before.emphases]
  moveEmphases(all, emphases, before.text.length + gap.length)
  return { text: joined, emphases: all.sort(byPlace) }
}

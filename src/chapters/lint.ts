/** What platforms wish of an outline that is otherwise in order. @see spec/chapters.md §3, §6 */

import { type Diagnostic, reporter } from '../model/diagnostic.ts'
import type { Place } from '../text/place.ts'
import { codes } from './codes.ts'
import { fewestChapters, shortestChapter } from './formats/youtube.ts'
import type { Outline, OutlineLine } from './outline.ts'
import { clockOf } from './seconds.ts'

const report = reporter(codes)

type Taken = OutlineLine & { readonly start: number }

const isTaken = (line: OutlineLine): line is Taken => line.taken && line.start !== undefined

/** Each finding stands at the line that it is about. */
export function lintOutline({ lines }: Outline, placeAt: (offset: number) => Place): Diagnostic[] {
  const taken = lines.filter(isTaken).sort((a, b) => a.start - b.start)
  const [first] = taken
  if (first === undefined) return []
  const found: Diagnostic[] = []
  if (taken.length < fewestChapters)
    found.push(report('outline/few-chapters', { count: taken.length }, placeAt(first.offset)))
  if (first.start >= 1) found.push(report('outline/late-start', { time: clockOf(first.start) }, placeAt(first.offset)))
  for (const [index, line] of taken.entries()) {
    const seconds = (taken[index + 1]?.start ?? Number.POSITIVE_INFINITY) - line.start
    if (seconds > 0 && seconds < shortestChapter)
      found.push(report('outline/short-chapter', { time: clockOf(line.start), seconds }, placeAt(line.offset)))
  }
  return found
}

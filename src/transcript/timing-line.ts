/** The line of a cue that says when it starts and ends. Pure. */

import { readClock } from './seconds.ts'

export interface Timing {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly from: string
  readonly to: string
  /** Where the end stands in the line. */
  readonly endAt: number
  /** What follows: settings or a position. */
  readonly rest: string
}

const time = '(?:\\d{1,4}:)?\\d{1,3}:\\d{1,2}(?:[.,]\\d{1,9})?'
const line = new RegExp(`^[ \\t]*(${time})[ \\t]*-{1,3}>[ \\t]*(${time})(?:[ \\t]+(.*))?$`)
const broken = /^[ \t]*\d[\d:.,;]*[ \t]*-{1,3}>/

/** Reads a line such as `00:01:30.000 --> 00:01:34.500 align:start`, or what people write in its place. */
export function readTiming(text: string): Timing | undefined {
  if (!text.includes('>')) return undefined
  const [whole, from, to, rest = ''] = line.exec(text) ?? []
  if (whole === undefined || from === undefined || to === undefined) return undefined
  const start = readClock(from)
  const end = readClock(to)
  if (start === undefined || end === undefined) return undefined
  return { start, end, from, to, endAt: text.indexOf(to, text.indexOf('>')), rest: rest.trim() }
}

/** Whether somebody meant it to be such a line, though it cannot be read. */
export const isBrokenTiming = (text: string): boolean => broken.test(text)

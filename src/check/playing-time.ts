import { childNamed, type FeedNode, textOf } from '../model/feed-node.ts'
import { parseClock } from '../text/time.ts'

/** How long an episode plays, in seconds, as far as its item says. */
export function playingTime(item: FeedNode | undefined): number | undefined {
  const seconds = item && parseClock(textOf(childNamed(item, 'itunes:duration')))
  return seconds === undefined || seconds === 0 ? undefined : seconds
}

/** By how many seconds a time may lie behind an episode's end: durations are rounded, and files cut anew. */
export const endTolerance = 2

/** A number of seconds as attributes have it, also a negative one; undefined if it is none. */
export const secondsIn = (attribute: string | undefined): number | undefined => {
  const text = attribute?.trim() ?? ''
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : undefined
}

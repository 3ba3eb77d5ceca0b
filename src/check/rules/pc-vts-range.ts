import { childrenNamed, type FeedNode } from '../../model/feed-node.ts'
import { defineRule, type Report } from '../../model/rule.ts'
import { toClock } from '../../text/time.ts'
import { endTolerance, playingTime, secondsIn } from '../playing-time.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

/** How many seconds one may run into the next: music fades over, and times are rounded. */
const fade = 2

interface Span {
  readonly node: FeedNode
  readonly start: number
  readonly end: number
}

/** When a split holds; undefined if it cannot be told, which is reported unless the attribute is missing. */
function spanOf(node: FeedNode, report: Report): Span | undefined {
  const [start, duration] = (['startTime', 'duration'] as const).map((name) => {
    const written = node.attributes[name]?.trim() ?? ''
    const seconds = secondsIn(written)
    const isFine = seconds !== undefined && (name === 'duration' ? seconds > 0 : seconds >= 0)
    if (!isFine && written !== '')
      report(node, `The “${name}” of a podcast:valueTimeSplit is ${quoted(written)}, not a time in seconds.`, {
        part: `@${name}`,
      })
    return isFine ? seconds : undefined
  })
  return start === undefined || duration === undefined ? undefined : { node, start, end: start + duration }
}

function checkSplits(splits: readonly FeedNode[], episode: number | undefined, report: Report): void {
  const spans = splits.map((node) => spanOf(node, report)).filter((span) => span !== undefined)
  let latest: Span | undefined
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (episode !== undefined && span.start >= episode + endTolerance)
      report(
        span.node,
        `This payment starts at ${toClock(span.start)}, after the episode’s end at ${toClock(episode)}.`,
      )
    else if (episode !== undefined && span.end > episode + endTolerance)
      // A song at the end is left before it is over: until then its people are paid.
      report(span.node, `This payment ends at ${toClock(span.end)}, after the episode’s end at ${toClock(episode)}.`, {
        level: 'info',
      })
    if (latest !== undefined && span.start < latest.end - fade)
      report(span.node, `This payment starts at ${toClock(span.start)}, before the one before it has ended.`, {
        part: '@startTime',
        related: { message: `ends at ${toClock(latest.end)}`, spot: latest.node },
      })
    if (latest === undefined || span.end > latest.end) latest = span
  }
}

const recipient = '<podcast:valueRecipient type="lnaddress" address="ada@soil.example" split="1"/>'
const split = (start: string, duration: string): string =>
  `<podcast:valueTimeSplit startTime="${start}" duration="${duration}">${recipient}</podcast:valueTimeSplit>`
const value = (splits: string): string =>
  `<podcast:value type="lightning" method="lnaddress">${recipient}${splits}</podcast:value>`

export const pcVtsRange = defineRule({
  id: 'pc-vts-range',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The times of podcast:valueTimeSplit lie inside of the episode, one after the other.',
  why: 'Apps choose one of those that overlap, so that somebody may not be paid.',
  mend: 'Correct startTime and duration: both are seconds.',
  source: namespaceTag('value-time-split'),
  examples: {
    bad: [
      { item: value(split('63', '388') + split('367', '246')) },
      { item: value(split('1700', '120')) },
      { item: value(split('6000', '60')) },
      { item: value(split('1:03', '20')) },
      { item: value(split('60', '0')) },
    ],
    good: [
      { item: value(split('330', '53') + split('60', '270.5')) },
      { item: value(split('6000', '60')), without: ['item/itunes:duration'] },
      { channel: value(split('6000', '60')) },
    ],
  },
  check: (report) => ({
    element: (node, parents) => {
      if (node.name !== 'podcast:value') return
      const splits = childrenNamed(node, 'podcast:valueTimeSplit')
      if (splits.length > 0) checkSplits(splits, playingTime(parents.at(-1)), report)
    },
  }),
})

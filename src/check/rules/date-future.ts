import { childNamed, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { readFeedDate } from '../dates.ts'
import { quoted } from '../quoted.ts'
import { w3cMessage } from '../sources.ts'

/** Clocks differ by so much. */
const toleranceMs = 10 * 60_000

export const dateFuture = defineRule({
  id: 'date-future',
  level: 'warning',
  platforms: ['w3c'],
  summary: 'No episode is dated in the future.',
  why: 'Some apps hide the episode until then, others keep it at the top of the list.',
  mend: 'Correct the `date`, or publish the feed again when the day has come.',
  source: w3cMessage('warning/ImplausibleDate'),
  examples: {
    bad: [{ item: '<pubDate>Mon, 04 Jan 2027 10:00:00 +0000</pubDate>' }],
    good: [
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate>', facts: { nowMs: Date.UTC(2026, 0, 5, 9, 55) } },
      { item: '<pubDate>soon</pubDate>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 -0500</pubDate>', facts: { nowMs: Date.UTC(2026, 0, 5, 15) } },
    ],
  },
  check: (report, { nowMs }) => ({
    item: (item) => {
      const date = childNamed(item, 'pubDate')
      const text = textOf(date)
      if (date === undefined || text === '') return
      const { ms } = readFeedDate(text)
      if (ms !== undefined && ms > nowMs + toleranceMs)
        report(date, `The episode is dated in the future: ${quoted(text)}.`, { part: 'text' })
    },
  }),
})

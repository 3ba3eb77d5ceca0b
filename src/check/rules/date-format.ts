import { childrenNamed, type FeedNode, textOf } from '../../model/feed-node.ts'
import { defineRule } from '../../model/rule.ts'
import { dateHint, readFeedDate } from '../dates.ts'
import { quoted } from '../quoted.ts'
import { sources } from '../sources.ts'

export const dateFormat = defineRule({
  id: 'date-format',
  level: 'error',
  platforms: 'all',
  summary: 'Dates are written as RFC 2822 has them, with the right day of the week and a time zone that readers know.',
  why: 'Apps that cannot read a date sort the episode wrongly or leave it out.',
  mend: 'Write dates like Mon, 05 Jan 2026 10:00:00 +0000.',
  source: sources.rss,
  examples: {
    bad: [
      { item: '<pubDate>2026-01-05T10:00:00Z</pubDate>' },
      { item: '<pubDate>Tue, 05 Jan 2026 10:00:00 +0000</pubDate>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 BST</pubDate>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00</pubDate>' },
      { item: '<pubDate>Mo, 05 Januar 2026 10:00:00 +0100</pubDate>' },
      { item: '<pubDate>Mon, 30 Feb 2026 10:00:00 GMT</pubDate>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 UTC</pubDate>' },
      { channel: '<lastBuildDate>yesterday</lastBuildDate>' },
    ],
    good: [
      { item: '<pubDate>\n  Mon, 5 Jan 2026 10:00 GMT\n</pubDate>' },
      { item: '<pubDate>05 Jan 2026 10:00:00 +0545</pubDate>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 EST</pubDate>' },
      { item: '<pubDate>Mon, 05 Jan 2026 10:00:00 -0000 (UTC)</pubDate>' },
      { item: '<pubDate/>', channel: '<pubDate>Mon, 05 Jan 2026 10:00:00 Z</pubDate><lastBuildDate/>' },
    ],
  },
  check: (report) => {
    const visit = (node: FeedNode): void => {
      for (const date of [...childrenNamed(node, 'pubDate'), ...childrenNamed(node, 'lastBuildDate')]) {
        const text = textOf(date)
        if (text === '') continue
        const read = readFeedDate(text)
        if (read.fault === undefined) continue
        const { problem, level, near } = read.fault
        report(date, `The date ${quoted(text)} ${problem}.`, {
          part: 'text',
          level,
          hint: dateHint(read),
          ...(near === undefined ? {} : { near }),
        })
      }
    }
    return { item: visit, liveItem: visit, channel: visit }
  },
})

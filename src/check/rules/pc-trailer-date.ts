import { defineRule } from '../../model/rule.ts'
import { dateHint, readFeedDate } from '../dates.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const trailer = (date: string): string =>
  `<podcast:trailer url="https://soil.example/trailer.mp3" pubdate="${date}">Coming soon</podcast:trailer>`

export const pcTrailerDate = defineRule({
  id: 'pc-trailer-date',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A trailer has the date of its publication, written as in RSS.',
  why: 'Apps show the newest of several trailers, and cannot tell which that is.',
  mend: 'Write the date like Mon, 05 Jan 2026 10:00:00 +0000.',
  source: namespaceTag('trailer'),
  examples: {
    bad: [{ channel: trailer('2026-01-05T10:00:00Z') }, { channel: trailer('soon') }],
    good: [
      { channel: trailer('Thu, 01 Apr 2021 08:00:00 EST') + trailer('Mon, 05 Jan 2026 10:00:00 +0000') },
      // Told by pc-attr-required.
      { channel: '<podcast:trailer url="https://soil.example/trailer.mp3">Coming soon</podcast:trailer>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const text = node.name === 'podcast:trailer' ? (node.attributes.pubdate?.trim() ?? '') : ''
      if (text === '') return
      const date = readFeedDate(text)
      if (date.fault === undefined) return
      const { problem, level, near } = date.fault
      report(node, `The trailer’s date ${quoted(text)} ${problem}.`, {
        part: '@pubdate',
        hint: dateHint(date),
        ...(level === 'warning' ? { level } : {}),
        ...(near === undefined ? {} : { near }),
      })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { readRecurrence } from '../rrule.ts'
import { namespaceTag } from '../sources.ts'

const frequency = (rrule: string, dtstart = ''): string =>
  `<podcast:updateFrequency rrule="${rrule}"${dtstart}>Now and then</podcast:updateFrequency>`

export const pcFreqRrule = defineRule({
  id: 'pc-freq-rrule',
  level: 'warning',
  platforms: ['podcast-index'],
  summary: 'The rule of podcast:updateFrequency is a recurrence rule of iCalendar.',
  why: 'Apps cannot tell when the next episode is due.',
  mend: 'Write it like FREQ=WEEKLY;BYDAY=MO, and add dtstart="…" where the rule has COUNT.',
  source: namespaceTag('update-frequency'),
  examples: {
    bad: [
      { channel: frequency('weekly') },
      { channel: frequency('FREQ=FORTNIGHTLY') },
      { channel: frequency('FREQ=WEEKLY;BYDAY=Monday') },
      { channel: frequency('INTERVAL=2') },
      { channel: frequency('FREQ=WEEKLY;COUNT=10') },
      { channel: frequency('FREQ=WEEKLY;UNTIL=2023-12-31T00:00:00.000Z;BYDAY=MO') },
    ],
    good: [
      { channel: frequency('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10', ' dtstart="2023-08-28T00:00:00.000Z"') },
      { channel: frequency('FREQ=YEARLY;BYDAY=+4TH;BYMONTH=11') },
      { channel: frequency('freq=monthly;byday=-1FR;until=20231231T000000Z') },
      { channel: '<podcast:updateFrequency complete="true">That’s all folks!</podcast:updateFrequency>' },
    ],
  },
  check: (report) => ({
    element: (node) => {
      const rule = node.name === 'podcast:updateFrequency' ? (node.attributes.rrule?.trim() ?? '') : ''
      if (rule === '') return
      const { parts, problems } = readRecurrence(rule)
      for (const { problem, near, isTolerated } of problems)
        report(node, problem, { part: '@rrule', near, ...(isTolerated ? { level: 'info' } : {}) })
      if (parts.has('COUNT') && (node.attributes.dtstart?.trim() ?? '') === '')
        report(node, 'The rule says how many episodes there will be, but not from when on.', {
          part: '@rrule',
          level: 'error',
          hint: 'Add dtstart="…" with the date of the first, such as 2026-01-05T10:00:00Z.',
        })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { isoMoment } from '../iso-time.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const live = (times: string): string => `<podcast:liveItem status="ended" ${times}>
  <podcast:contentLink href="https://soil.example/live">Listen</podcast:contentLink></podcast:liveItem>`

export const pcLiveTimes = defineRule({
  id: 'pc-live-times',
  level: 'error',
  platforms: ['podcast-index'],
  summary: 'A live episode says when it starts and ends, with its time zone.',
  why: 'Apps announce it at the wrong hour, or not at all.',
  mend: 'Write date, time and offset like 2026-06-01T19:30:00-06:00, or 2026-06-02T01:30:00Z.',
  source: namespaceTag('live-item'),
  examples: {
    bad: [
      { channel: live('start="2026-06-01 19:30"') },
      { channel: live('start="2026-06-01T19:30:00"') },
      { channel: live('start="Mon, 01 Jun 2026 19:30:00 GMT"') },
      { channel: live('start="2026-06-31T19:30:00Z"') },
      { channel: live('start="2026-06-01T19:30:00Z" end="2026-06-01T18:30:00Z"') },
    ],
    good: [
      { channel: live('start="2021-09-26T07:30:00.000-0600" end="2021-09-26T09:30:00.000-0600"') },
      { channel: live('start="2026-06-01T19:30Z" end="2026-06-01T19:30:00-01:00"') },
    ],
  },
  check: (report) => ({
    liveItem: (item) => {
      const [start, end] = (['start', 'end'] as const).map((name) => {
        const text = item.attributes[name]?.trim() ?? ''
        const moment = isoMoment(text)
        if (text !== '' && moment === undefined)
          report(item, `The ${name} of the live episode is ${quoted(text)}, not a time with its offset.`, {
            part: `@${name}`,
          })
        return moment
      })
      if (start !== undefined && end !== undefined && end <= start)
        report(item, 'The live episode ends before it starts.', { part: '@end', level: 'warning' })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { isoMoment } from '../iso-time.ts'
import { namespaceTag } from '../sources.ts'

/** Streams run late, but hardly by a day. */
const graceMs = 24 * 60 * 60 * 1000

const live = (attributes: string): string => `<podcast:liveItem ${attributes}>
  <podcast:contentLink href="https://soil.example/live">Listen</podcast:contentLink></podcast:liveItem>`

export const pcLiveStale = defineRule({
  id: 'pc-live-stale',
  level: 'info',
  platforms: ['podcast-index'],
  summary: 'A live episode that is over has the status ended.',
  why: 'Apps show it as live or as to come, and listeners find silence.',
  mend: 'Set its status to ended, or remove it.',
  source: namespaceTag('live-item'),
  examples: {
    bad: [
      { channel: live('status="live" start="2026-05-01T10:00:00Z" end="2026-05-01T12:00:00Z"') },
      { channel: live('status="pending" start="2026-05-01T10:00:00Z"') },
    ],
    good: [
      { channel: live('status="ended" start="2026-05-01T10:00:00Z" end="2026-05-01T12:00:00Z"') },
      { channel: live('status="live" start="2026-05-31T20:00:00Z" end="2026-05-31T22:00:00Z"') },
      { channel: live('status="pending" start="2026-07-01T10:00:00Z"') },
      // A stream that never ends.
      { channel: live('status="live" start="2020-05-01T10:00:00Z"') },
    ],
  },
  check: (report, { nowMs }) => ({
    liveItem: (item) => {
      const status = item.attributes.status?.trim().toLowerCase()
      const end = isoMoment(item.attributes.end ?? '')
      const start = status === 'pending' ? isoMoment(item.attributes.start ?? '') : undefined
      const last = end ?? start
      if ((status !== 'live' && status !== 'pending') || last === undefined || last + graceMs > nowMs) return
      report(item, `The live episode was over long ago, but its status is still “${status}”.`, { part: '@status' })
    },
  }),
})

import { defineRule } from '../../model/rule.ts'
import { liveStatuses } from '../../tags/vocabulary.ts'
import { quoted } from '../quoted.ts'
import { namespaceTag } from '../sources.ts'

const known: readonly string[] = liveStatuses
const live = (status: string): string => `<podcast:liveItem status="${status}" start="2026-06-01T10:00:00Z">
  <podcast:contentLink href="https://soil.example/live">Listen</podcast:contentLink></podcast:liveItem>`

export const pcLiveStatus = defineRule({
  id: 'pc-live-status',
  level: 'error',
  platforms: ['podcast-index'],
  summary: `The status of a live episode is ${liveStatuses.join(', ')}.`,
  why: 'Apps go by the status alone to tell whether there is something to hear, and drop the episode.',
  mend: `Write ${liveStatuses.slice(0, -1).join(', ')} or ${liveStatuses.at(-1)}, in small letters.`,
  source: namespaceTag('live-item'),
  examples: {
    bad: [{ channel: live('on air') }, { channel: live('LIVE') }],
    good: [
      { channel: liveStatuses.map(live).join('') },
      // Told by pc-attr-required.
      { channel: live('') },
    ],
  },
  check: (report) => ({
    liveItem: (item) => {
      const status = item.attributes.status?.trim() ?? ''
      if (status === '' || known.includes(status)) return
      report(item, `The live episode has the status ${quoted(status)}, which apps do not know.`, {
        part: '@status',
        ...(known.includes(status.toLowerCase()) ? { level: 'warning' } : {}),
      })
    },
  }),
})

import { z } from 'zod'
import { flag, line, moment, toIsoDate } from './fields.ts'
import { defineTag } from './tag.ts'

export const updateFrequency = defineTag({
  key: 'updateFrequency',
  levels: ['channel'],
  schema: z.union(
    [
      line.transform((text) => ({ text, rrule: undefined, dtstart: undefined, complete: undefined })),
      z
        .object({
          text: line.meta({ description: 'In words: every second Monday.' }),
          rrule: line
            .refine((value) => /^[A-Z]+=[^;=]+(;[A-Z]+=[^;=]+)*$/.test(value) && /\bFREQ=/.test(value), {
              error: 'must be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=MO',
            })
            .optional()
            .meta({ description: 'The same as a rule of RFC 5545: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO.' }),
          dtstart: moment.optional().meta({ description: 'From when on the rule counts; needed with COUNT.' }),
          complete: flag.optional().meta({ description: 'true: the show has ended.' }),
        })
        .refine(({ rrule, dtstart }) => dtstart !== undefined || rrule?.includes('COUNT=') !== true, {
          error: 'must say from when on it counts, as the rule has a COUNT',
          path: ['dtstart'],
        }),
    ],
    { error: 'must be text, or { text, rrule, dtstart, complete }' },
  ),
  write: ({ text, rrule, dtstart, complete }, { timeZone }) => [
    {
      name: 'podcast:updateFrequency',
      attributes: {
        rrule,
        dtstart: dtstart === undefined ? undefined : toIsoDate(dtstart, timeZone),
        complete: complete === undefined ? undefined : String(complete),
      },
      content: text,
    },
  ],
  docs: {
    summary: 'How often episodes come.',
    spec: 'podcast-namespace.md §1 updateFrequency',
    example: 'updateFrequency: { text: Every second Monday, rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO }',
    elements: ['podcast:updateFrequency'],
    usedBy: '2 apps of the Podcast Index list; the Podcast Index.',
  },
})

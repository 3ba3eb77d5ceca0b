import { z } from 'zod'
import { line, listOf, seconds } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

export const soundbites = defineTag({
  key: 'soundbites',
  levels: ['item'],
  schema: listOf(
    z.object(
      {
        start: seconds.meta({ description: 'Where it starts in the audio: seconds, m:ss or h:mm:ss.' }),
        duration: seconds
          .refine((value) => value > 0, { error: 'must be longer than 0' })
          .meta({ description: 'How long it is: 15 to 120 seconds are recommended.' }),
        title: line.optional().meta({ description: 'What is said. Default: the episode’s title.' }),
      },
      { error: 'must be { start, duration, title }' },
    ),
  ),
  write: (values) =>
    writeEach(values, ({ start, duration, title }) => ({
      name: 'podcast:soundbite',
      attributes: { startTime: start, duration },
      ...(title === undefined ? {} : { content: title }),
    })),
  docs: {
    summary: 'Short pieces that make people want to hear the rest.',
    spec: 'podcast-namespace.md §1 soundbite',
    example: 'soundbites: [{ start: "1:13", duration: 60, title: Why worms matter }]',
    elements: ['podcast:soundbite'],
    usedBy: '5 apps of the Podcast Index list; Buzzsprout.',
  },
})

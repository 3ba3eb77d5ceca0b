import { z } from 'zod'
import { line, listOf, text } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

const one = z.union(
  [
    text.transform((value) => ({ text: value, purpose: undefined })),
    z.object({
      text: text.meta({ description: 'At most 4000 characters.' }),
      purpose: line
        .optional()
        .meta({ description: 'What it is for: verify, applepodcastsverify, release, ai-content.' }),
    }),
  ],
  { error: 'must be text, or { text, purpose }' },
)

export const txt = defineTag({
  key: 'txt',
  levels: ['channel', 'item'],
  schema: listOf(one),
  write: (values) =>
    writeEach(values, ({ text: content, purpose }) => ({ name: 'podcast:txt', attributes: { purpose }, content })),
  docs: {
    summary: 'Free text for machines, as a TXT record of DNS: to prove who owns the show, for example.',
    spec: 'podcast-namespace.md §1 txt',
    example: 'txt: { purpose: verify, text: S6lpp-7ZCn8-dZfGc-OoyaG }',
    elements: ['podcast:txt'],
    usedBy: 'Apple Podcasts Connect (applepodcastsverify), hosts and directories that check ownership.',
  },
})

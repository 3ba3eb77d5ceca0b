import { z } from 'zod'
import { email, flag } from './fields.ts'
import { defineTag } from './tag.ts'

const ownerEmail = (all: Readonly<Record<string, unknown>>): string | undefined =>
  (all.owner as { email?: string } | undefined)?.email

export const locked = defineTag({
  key: 'locked',
  levels: ['channel'],
  schema: z.union(
    [
      flag.transform((value) => ({ value, owner: undefined })),
      z.object({
        value: flag.meta({ description: 'true: locked.' }),
        owner: email.meta({ description: 'The address of whoever may lift the lock.' }),
      }),
    ],
    {
      error: 'must be true, false, or { value, owner }',
    },
  ),
  write: (value, { all }) => [
    {
      name: 'podcast:locked',
      attributes: { owner: value.owner ?? ownerEmail(all) },
      content: value.value ? 'yes' : 'no',
    },
  ],
  docs: {
    summary:
      'true forbids other hosts to import the feed. Its owner is who may lift that: the address of `owner` if not given.',
    spec: 'podcast-namespace.md §1 locked',
    example: 'locked: true',
    elements: ['podcast:locked'],
    usedBy: 'Hosting companies when a feed is imported; PSP-1 recommends it.',
  },
})

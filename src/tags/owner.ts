import { z } from 'zod'
import { email, line } from './fields.ts'
import { defineTag } from './tag.ts'

export const owner = defineTag({
  key: 'owner',
  levels: ['channel'],
  schema: z.object(
    {
      name: line.meta({ description: 'The name of the owner.' }),
      email: email.meta({ description: 'The address that directories write to. Everybody can read it in the feed.' }),
    },
    { error: 'must have a name and an email' },
  ),
  write: (value) => [
    {
      name: 'itunes:owner',
      content: [
        { name: 'itunes:name', content: value.name, from: ['name'] },
        { name: 'itunes:email', content: value.email, from: ['email'] },
      ],
    },
  ],
  docs: {
    summary: 'Who owns the show. Directories send their ownership check to this address; it is public in the feed.',
    spec: 'rss-itunes-psp.md §2 itunes:owner',
    example: 'owner: { name: Fern Fig, email: hello@example.com }',
    elements: ['itunes:owner'],
    usedBy: 'Directories, to check who owns a show.',
  },
})

import { mailbox, toMailbox } from './fields.ts'
import { defineTag } from './tag.ts'

export const managingEditor = defineTag({
  key: 'managingEditor',
  levels: ['channel'],
  schema: mailbox,
  write: (value) => [{ name: 'managingEditor', content: toMailbox(value) }],
  docs: {
    summary: 'Who answers for the content. The address is public in the feed.',
    spec: 'rss-itunes-psp.md §2 managingEditor',
    example: 'managingEditor: { name: Fern Fig, email: hello@example.com }',
    elements: ['managingEditor'],
    usedBy: 'Feed readers; Castos and others when a feed is imported.',
  },
})

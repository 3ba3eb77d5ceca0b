import { mailbox, toMailbox } from './fields.ts'
import { defineTag } from './tag.ts'

export const webMaster = defineTag({
  key: 'webMaster',
  levels: ['channel'],
  schema: mailbox,
  write: (value) => [{ name: 'webMaster', content: toMailbox(value) }],
  docs: {
    summary: 'Who answers for the technology. The address is public in the feed.',
    spec: 'rss-itunes-psp.md §2 webMaster',
    example: 'webMaster: { name: Fern Fig, email: tech@example.com }',
    elements: ['webMaster'],
    usedBy: 'Feed readers.',
  },
})

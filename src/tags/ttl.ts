import { positiveInteger } from './fields.ts'
import { defineTag } from './tag.ts'

export const ttl = defineTag({
  key: 'ttl',
  levels: ['channel'],
  schema: positiveInteger,
  write: (value) => [{ name: 'ttl', content: value }],
  docs: {
    summary: 'For how many minutes readers need not ask again.',
    spec: 'rss-itunes-psp.md §2 ttl',
    example: 'ttl: 60',
    elements: ['ttl'],
    usedBy: 'Feed readers.',
  },
})

import { url } from './fields.ts'
import { defineTag } from './tag.ts'

export const comments = defineTag({
  key: 'comments',
  levels: ['item'],
  schema: url,
  write: (value) => [{ name: 'comments', content: value }],
  docs: {
    summary: 'The page with comments on the episode.',
    spec: 'rss-itunes-psp.md §3 comments',
    example: 'comments: https://example.com/7#comments',
    elements: ['comments'],
    usedBy: 'Feed readers.',
  },
})

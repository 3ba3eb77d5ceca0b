import { line } from './fields.ts'
import { defineTag } from './tag.ts'

export const copyright = defineTag({
  key: 'copyright',
  levels: ['channel'],
  schema: line,
  write: (value) => [{ name: 'copyright', content: value }],
  docs: {
    summary: 'The copyright line.',
    spec: 'rss-itunes-psp.md §2 copyright',
    example: 'copyright: © 2026 Fern Fig',
    elements: ['copyright'],
    usedBy: 'Apple Podcasts and feed readers.',
  },
})

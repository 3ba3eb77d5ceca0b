import { flag } from './fields.ts'
import { defineTag } from './tag.ts'

export const podping = defineTag({
  key: 'podping',
  levels: ['channel'],
  schema: flag,
  write: (value) => [{ name: 'podcast:podping', attributes: { usesPodping: String(value) } }],
  docs: {
    summary: 'true: you tell Podping of each change, so that apps need not ask. Send it after each upload.',
    spec: 'podcast-namespace.md §1 podping',
    example: 'podping: true',
    elements: ['podcast:podping'],
    usedBy: 'The Podcast Index and 14 apps of its list.',
  },
})

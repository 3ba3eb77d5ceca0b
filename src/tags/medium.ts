import { z } from 'zod'
import { defineTag } from './tag.ts'
import { listMedia, media } from './vocabulary.ts'

const all = [...media, ...listMedia]

export const medium = defineTag({
  key: 'medium',
  levels: ['channel'],
  schema: z.enum(all, { error: `must be one of ${all.join(', ')}` }),
  write: (value) => [{ name: 'podcast:medium', content: value }],
  docs: {
    summary:
      'What the feed holds; apps assume podcast. With an L behind, or mixed, it lists items of other feeds: see remoteItems.',
    spec: 'podcast-namespace.md §1 medium',
    example: 'medium: audiobook',
    elements: ['podcast:medium'],
    usedBy: '15 apps of the Podcast Index list; music and audiobook apps choose by it.',
  },
})

import { z } from 'zod'
import { defineTag } from './tag.ts'

const media = ['podcast', 'music', 'video', 'film', 'audiobook', 'newsletter', 'blog', 'publisher', 'course'] as const

export const medium = defineTag({
  key: 'medium',
  levels: ['channel'],
  schema: z.enum(media, { error: `must be one of ${media.join(', ')}` }),
  write: (value) => [{ name: 'podcast:medium', content: value }],
  docs: {
    summary: 'What the feed holds; apps assume podcast.',
    spec: 'podcast-namespace.md §1 medium',
    example: 'medium: audiobook',
  },
})

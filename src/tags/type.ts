import { z } from 'zod'
import { defineTag } from './tag.ts'

export const type = defineTag({
  key: 'type',
  levels: ['channel'],
  schema: z.enum(['episodic', 'serial'], { error: 'must be episodic or serial' }),
  write: (value) => [{ name: 'itunes:type', content: value }],
  docs: {
    summary: 'episodic: newest first, in any order. serial: from the first to the last, with numbered episodes.',
    spec: 'rss-itunes-psp.md §2 itunes:type',
    example: 'type: serial',
    elements: ['itunes:type'],
    usedBy: 'Apple Podcasts, Spotify and most apps order episodes by it.',
  },
})

import { line } from './fields.ts'
import { defineTag } from './tag.ts'

export const author = defineTag({
  key: 'author',
  levels: ['channel'],
  schema: line,
  write: (value) => [{ name: 'itunes:author', content: value }],
  docs: {
    summary: 'Who makes the show, as apps display it: a person, a group or a company.',
    spec: 'rss-itunes-psp.md §2 itunes:author',
    example: 'author: The Fern & Fig Company',
    elements: ['itunes:author'],
    usedBy: 'Apple Podcasts, Spotify and nearly every app and directory.',
  },
})

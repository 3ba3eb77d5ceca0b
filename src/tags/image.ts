import { line } from './fields.ts'
import { defineTag } from './tag.ts'

export const image = defineTag({
  key: 'image',
  levels: ['channel', 'item'],
  schema: line,
  write: (value) => [{ name: 'itunes:image', attributes: { href: value } }],
  docs: {
    summary: 'Square artwork, 1400 to 3000 pixels, JPEG or PNG: a file in the show folder, or an https URL.',
    spec: 'rss-itunes-psp.md §4 Artwork',
    example: 'image: artwork.jpg',
    elements: ['itunes:image', 'image'],
    usedBy: 'Every app; required of the show.',
  },
})

import { z } from 'zod'
import { line, listOf, url } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

export const contentLinks = defineTag({
  key: 'contentLinks',
  levels: ['item'],
  schema: listOf(
    z.object(
      {
        href: url.meta({ description: 'Where it can be heard or seen.' }),
        text: line.meta({ description: 'What the link says: Watch on PeerTube.' }),
      },
      { error: 'must be { href, text }' },
    ),
  ),
  write: (values) =>
    writeEach(values, ({ href, text }) => ({ name: 'podcast:contentLink', attributes: { href }, content: text })),
  docs: {
    summary: 'Pages elsewhere on which the same content can be heard or seen.',
    spec: 'podcast-namespace.md §1 contentLink',
    example: 'contentLinks: [{ href: https://video.example.com/7, text: Watch it }]',
    elements: ['podcast:contentLink'],
    usedBy: '3 apps of the Podcast Index list, for live shows.',
  },
})

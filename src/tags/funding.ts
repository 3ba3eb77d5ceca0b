import { z } from 'zod'
import { line, listOf, url } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

const one = z.union(
  [
    url.transform((value) => ({ url: value, text: undefined })),
    z.object({
      url: url.meta({ description: 'The page where listeners can give.' }),
      text: line.optional().meta({ description: 'What the link says. Default: Support the show.' }),
    }),
  ],
  {
    error: 'must be a URL, or { url, text }',
  },
)

export const funding = defineTag({
  key: 'funding',
  levels: ['channel', 'item'],
  schema: listOf(one),
  write: (values) =>
    writeEach(values, ({ url, text = 'Support the show' }) => ({
      name: 'podcast:funding',
      attributes: { url },
      content: text,
    })),
  docs: {
    summary: 'Where listeners can support the show.',
    spec: 'podcast-namespace.md §1 funding',
    example: 'funding: { url: https://example.com/support, text: Buy us a coffee }',
    elements: ['podcast:funding'],
    usedBy: '28 apps of the Podcast Index list, among them Pocket Casts, Overcast, AntennaPod; PSP-1.',
  },
})

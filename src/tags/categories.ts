import { z } from 'zod'
import { listOf } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

/** A category and its subcategories, by Apple's exact names. Whether they exist is checked when the show is read. */
export interface Category {
  readonly name: string
  readonly sub: readonly string[]
}

function parsePath(path: string): Category {
  const [name = '', ...sub] = path.split('>').map((part) => part.trim())
  return { name, sub: sub.filter((part) => part !== '') }
}

const one = z.union(
  [
    z.string().transform(parsePath),
    z
      .record(z.string(), z.union([z.string().transform((value) => [value]), z.array(z.string())]))
      .refine((value) => Object.keys(value).length === 1, { error: 'must have one category' })
      .transform((value): Category => ({ name: Object.keys(value)[0] as string, sub: Object.values(value)[0] ?? [] })),
  ],
  { error: 'must be a category such as "Technology" or "Society & Culture > Documentary"' },
)

export const categories = defineTag({
  key: 'categories',
  levels: ['channel'],
  schema: listOf(one),
  write: (values: readonly Category[]) =>
    writeEach(values, ({ name, sub }) => ({
      name: 'itunes:category',
      attributes: { text: name },
      ...(sub.length === 0 ? {} : { content: sub.map((text) => ({ name: 'itunes:category', attributes: { text } })) }),
    })),
  docs: {
    summary:
      'What the show is about, by Apple’s names, the most important first. Apple uses only the first with its first subcategory.',
    spec: 'rss-itunes-psp.md §5',
    example: 'categories: [Technology, Society & Culture > Documentary]',
    elements: ['itunes:category'],
    usedBy: 'Apple Podcasts (the first one and its first subcategory), Spotify and directories.',
  },
})

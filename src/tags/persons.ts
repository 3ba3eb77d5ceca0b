import { z } from 'zod'
import { fileOrUrl, line, listOf, url } from './fields.ts'
import { defineTag, writeEach } from './tag.ts'

/** Somebody who took part. `role` and `group` are words of the podcast taxonomy. @see spec/podcast-namespace.md §3 */
export const person = z.union(
  [
    line.transform((name) => ({ name })),
    z.object({
      name: line.meta({ description: 'The name, as apps show it.' }),
      role: line
        .optional()
        .meta({ description: 'A role of the podcast taxonomy: host, guest, editor … Default: host.' }),
      group: line
        .optional()
        .meta({ description: 'The role’s group: cast, writing, audio production … Default: cast.' }),
      img: fileOrUrl.optional().meta({ description: 'A picture: a file in the show’s folder, or an absolute URL.' }),
      href: url.optional().meta({ description: 'A page about the person.' }),
    }),
  ],
  { error: 'must be a name, or { name, role, group, img, href }' },
)

export interface Person {
  readonly name: string
  readonly role?: string | undefined
  readonly group?: string | undefined
  readonly img?: string | undefined
  readonly href?: string | undefined
}

export const persons = defineTag({
  key: 'persons',
  levels: ['channel', 'item'],
  schema: listOf(person),
  files: (values: Person[], find) =>
    values.map((one, index) =>
      one.img === undefined ? one : { ...one, img: find(one.img, [index, 'img'], 'file')?.url },
    ),
  write: (values: readonly Person[]) =>
    writeEach(values, ({ name, role, group, img, href }) => ({
      name: 'podcast:person',
      attributes: { role: role?.toLowerCase(), group: group?.toLowerCase(), img, href },
      content: name,
    })),
  docs: {
    summary:
      'Who is heard or worked on it. An episode that names anyone replaces the show’s list: name the hosts again.',
    spec: 'podcast-namespace.md §1 person, §3',
    example: 'persons: [{ name: Ada Fern, role: host }, { name: Bo Fig, role: guest, href: https://example.com/bo }]',
    elements: ['podcast:person'],
    usedBy: '20 apps of the Podcast Index list; Podchaser.',
  },
})

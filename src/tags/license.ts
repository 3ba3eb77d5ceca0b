import { z } from 'zod'
import { line, url } from './fields.ts'
import { defineTag } from './tag.ts'

/** The page of each licence that is known by its name. Apps that do not know a name need the page. */
const pages: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'].flatMap((kind) =>
      ['3.0', '4.0'].map((version) => [
        `cc-${kind}-${version}`,
        `https://creativecommons.org/licenses/${kind}/${version}/`,
      ]),
    ),
  ),
  'cc0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'pod-v4v-1.0': 'https://github.com/Podcastindex-org/podcast-namespace/blob/main/podcast_licenses/pod-v4v-1.0.md',
}

const pageOf = (identifier: string): string | undefined => {
  const name = identifier.toLowerCase()
  return Object.hasOwn(pages, name) ? pages[name] : undefined
}

const needsPage = 'must have a url, as this licence is not one that apps know by name: { identifier, url }'

export const license = defineTag({
  key: 'license',
  levels: ['channel', 'item'],
  schema: z.union(
    [
      line
        .refine((identifier) => pageOf(identifier) !== undefined, { error: needsPage })
        .transform((identifier) => ({ identifier, url: undefined })),
      z
        .object({
          identifier: line.meta({ description: 'Its short name, such as CC-BY-4.0, or a name of your own.' }),
          url: url.optional().meta({ description: 'Its text. Default: the page of a licence that is known by name.' }),
        })
        .refine((value) => value.url !== undefined || pageOf(value.identifier) !== undefined, {
          error: needsPage,
          path: ['url'],
        }),
    ],
    { error: 'must be the name of a licence such as CC-BY-4.0, or { identifier, url }' },
  ),
  write: ({ identifier, url: page }) => [
    { name: 'podcast:license', attributes: { url: page ?? pageOf(identifier) }, content: identifier },
  ],
  docs: {
    summary: 'Under which licence the show, or the episode, may be used.',
    spec: 'podcast-namespace.md §1 license',
    example: 'license: CC-BY-4.0',
    elements: ['podcast:license'],
    usedBy: '5 apps of the Podcast Index list; Castopod.',
  },
})

import { z } from 'zod'
import { flag } from './fields.ts'
import { defineTag } from './tag.ts'
import { serviceSlugs } from './vocabulary.ts'

/** Each service, and whether it is kept out; `all` is every service that is not named. */
export type Blocks = Readonly<Record<string, boolean>>

const service = z.string().refine((name) => name === 'all' || serviceSlugs.includes(name), {
  error: 'must be all, or the short name of a service such as google, amazon or spotify',
})

export const block = defineTag({
  key: 'block',
  levels: ['channel'],
  schema: z.union(
    [
      flag.transform((all): Blocks => ({ all })),
      z.array(service).transform((names): Blocks => Object.fromEntries(names.map((name) => [name, true]))),
      z.record(service, flag).transform((blocks): Blocks => blocks),
    ],
    { error: 'must be true, false, a list of services, or services with true or false' },
  ),
  // Only `Yes` has a meaning to Apple; any other value would be noise. @see spec/rss-itunes-psp.md §2 itunes:block
  write: (blocks: Blocks) => [
    ...(blocks.all === true || blocks.apple === true ? [{ name: 'itunes:block', content: 'Yes' }] : []),
    ...Object.entries(blocks)
      // `no` lets one service in that `all` keeps out; alone it says nothing.
      .filter(([, isBlocked]) => isBlocked || blocks.all === true)
      .map(([id, isBlocked]) => ({
        name: 'podcast:block',
        attributes: { id: id === 'all' ? undefined : id },
        content: isBlocked ? 'yes' : 'no',
      })),
  ],
  docs: {
    summary:
      'Keeps the show out of all directories (true), or out of some: a list of services, or each with true or false.',
    spec: 'rss-itunes-psp.md §2 itunes:block, podcast-namespace.md §1 block, §3',
    example: 'block: { all: true, podcastindex: false }',
    elements: ['itunes:block', 'podcast:block'],
    usedBy: 'Apple Podcasts (itunes:block); the Podcast Index and hosts of its list.',
  },
})

import { createRequire } from 'node:module'

// Node 20 warns of an `import` of JSON; `createRequire` loads the list, and does nothing else.
const load = createRequire(import.meta.url)

/** Licences that the podcast namespace lists beside those of SPDX. @see spec/podcast-namespace.md §1 license */
const ofPodcasts: ReadonlySet<string> = new Set(['arr', 'pod-v4v-1.0'])

let ids: ReadonlySet<string> | undefined

/** Whether SPDX has the licence, also one that it would no longer choose; case does not count. */
export function isLicence(id: string): boolean {
  ids ??= new Set(
    ['spdx-license-ids/index.json', 'spdx-license-ids/deprecated.json']
      .flatMap((file) => load(file) as string[])
      .map((known) => known.toLowerCase()),
  )
  return ids.has(id.toLowerCase())
}

/** Whether only the podcast namespace has the licence; case does not count. */
export const isPodcastLicence = (id: string): boolean => ofPodcasts.has(id.toLowerCase())

import { uuidV5 } from '../text/uuid.ts'

/** The namespace of podcast:guid. */
const podcastNamespace = 'ead4c236-bf58-58c6-a2c6-a6b28d128cb6'

/**
 * The podcast:guid of a show, made from its feed's first address without scheme and closing slashes.
 * @see spec/podcast-namespace.md §2
 */
export function podcastGuid(feedUrl: string): string {
  let name = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  while (name.endsWith('/')) name = name.slice(0, -1)
  return uuidV5(name, podcastNamespace)
}

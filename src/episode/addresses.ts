import type { LocalFile, Show } from '../model/show.ts'
import { encodePath } from '../text/url.ts'

/** Where a file of the show is published. */
export const publishedFile = (path: string): LocalFile => ({ from: path, to: `media/${path}` })

/** A published file's public address. */
export const addressOf = (file: LocalFile, show: Pick<Show, 'baseUrl'>): string =>
  `${show.baseUrl}${encodePath(file.to)}`

const hasScheme = /^[a-z][a-z0-9+.-]*:/i

/** Makes the addresses in show notes absolute, and remembers the local files that are to be published for it. */
export interface AddressResolver {
  readonly resolve: (url: string, kind: 'link' | 'media') => string | undefined
  /** The files met so far, each once. */
  readonly files: () => readonly LocalFile[]
}

/**
 * A path that is a file of the show is published and linked; `#…` stays on the episode's page; any other relative
 * address belongs to the show's website.
 */
export function addressResolver(
  show: Show,
  pageUrl: string,
  findFile: (reference: string) => string | undefined,
): AddressResolver {
  const files = new Map<string, LocalFile>()
  const resolve = (url: string, kind: 'link' | 'media'): string | undefined => {
    if (hasScheme.test(url) || url.startsWith('//'))
      return URL.canParse(url, pageUrl) ? new URL(url, pageUrl).href : undefined
    if (url === '' || url.startsWith('#')) return kind === 'link' ? `${pageUrl}${url}` : undefined
    const path = findFile(url)
    if (path === undefined) return URL.canParse(url, show.link) ? new URL(url, show.link).href : undefined
    const file = publishedFile(path)
    files.set(file.to, file)
    return addressOf(file, show)
  }
  return { resolve, files: () => [...files.values()] }
}

import type { LocalFile, Show } from '../model/show.ts'
import { slugOfFile } from '../text/slug.ts'
import { encodePath } from '../text/url.ts'

/** Where a file of the show is published. */
export const publishedFile = (path: string): LocalFile => ({ from: path, to: `media/${path}` })

/** A published file's public address. */
export const addressOf = (file: LocalFile, show: Pick<Show, 'baseUrl'>): string =>
  `${show.baseUrl}${encodePath(file.to)}`

/** The public address of a local audio file, without redirects. */
export const audioAddressOf = (file: LocalFile, show: Pick<Show, 'baseUrl' | 'audio'>): string =>
  show.audio.baseUrl === undefined ? addressOf(file, show) : `${show.audio.baseUrl}${encodePath(file.from)}`

/**
 * An audio's address behind the show's redirects, which take the address without `https://`:
 * `https://op3.dev/e/example.com/a.mp3`. One that has such a prefix already stays as it is.
 */
export function countedAddress(address: string, { prefix }: Show['audio']): string {
  if (!/^https?:/.test(address)) return address
  return prefix.reduceRight((url, own) => (url.startsWith(own) ? url : own + url.replace(/^https:\/\//, '')), address)
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/i

/** Makes the addresses in show notes absolute, and remembers the local files that are to be published for it. */
export interface AddressResolver {
  readonly resolve: (url: string, kind: 'link' | 'media') => string | undefined
  /** The files met so far, each once. */
  readonly files: () => readonly LocalFile[]
  /** Pictures and sounds met so far that should be files of the show, and are not. */
  readonly missing: () => readonly string[]
}

/**
 * A path that is a file of the show is published and linked, but a Markdown file leads to its episode's page, as its
 * source is nobody's to read; `#…` stays on the episode's page; any other relative address belongs to the show's website.
 */
export function addressResolver(
  show: Show,
  pageUrl: string,
  findFile: (reference: string) => string | undefined,
): AddressResolver {
  const files = new Map<string, LocalFile>()
  const missing = new Set<string>()
  const resolve = (url: string, kind: 'link' | 'media'): string | undefined => {
    if (hasScheme.test(url) || url.startsWith('//'))
      return URL.canParse(url, pageUrl) ? new URL(url, pageUrl).href : undefined
    if (url === '' || url.startsWith('#')) return kind === 'link' ? `${pageUrl}${url}` : undefined
    const path = findFile(url)
    if (path?.endsWith('.md')) return show.output.site ? `${show.baseUrl}episodes/${slugOfFile(path)}/` : show.link
    if (path === undefined && kind === 'media' && !url.startsWith('/')) missing.add(url)
    if (path === undefined) return URL.canParse(url, show.link) ? new URL(url, show.link).href : undefined
    const file = publishedFile(path)
    files.set(file.to, file)
    return addressOf(file, show)
  }
  return { resolve, files: () => [...files.values()], missing: () => [...missing] }
}

import type { ProbedMedia } from './probed.ts'

/** What a server calls one state of a file. */
export interface Version extends Pick<ProbedMedia, 'etag' | 'lastModified'> {
  /** In bytes, as far as the server says. */
  readonly length?: number | undefined
}

/** Longer names would only fill the file that remembers them. */
const longest = 256

/** @param length of the whole file, as the server says */
export function versionOf(headers: Readonly<Record<string, string>>, length: number | undefined): Version {
  const { etag, 'last-modified': lastModified, date } = headers
  return {
    length,
    ...(isName(etag) ? { etag } : {}),
    ...(isName(lastModified) && !isMadeUp(lastModified, date) ? { lastModified } : {}),
  }
}

const isName = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== '' && text.length <= longest

/** A script may give the time of its answer as that of the file, which says nothing. @see RFC 9110 §8.8.2.1 */
const isMadeUp = (lastModified: string, date = ''): boolean => Date.parse(lastModified) >= Date.parse(date)

/** Whether both are surely the same state: of one length, and called the same in one way at least. */
export const isSameVersion = (one: Version, other: Version): boolean =>
  one.length !== undefined && one.length === other.length && (isNamedAlike(one, other) ?? false)

/** Whether the file changed between two answers. The machines behind one name may give different ETags. */
export const isOtherVersion = (one: Version, other: Version): boolean =>
  (one.length !== undefined && other.length !== undefined && one.length !== other.length) ||
  isNamedAlike(one, other) === false

/** Undefined: the two have no kind of name in common. */
function isNamedAlike(one: Version, other: Version): boolean | undefined {
  const both = (['etag', 'lastModified'] as const).filter(
    (name) => one[name] !== undefined && other[name] !== undefined,
  )
  return both.length === 0 ? undefined : both.some((name) => one[name] === other[name])
}

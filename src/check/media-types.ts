/** What kinds of media podcast apps take, by the ends of names and by MIME types. Pure. @see spec/rss-itunes-psp.md §4 enclosure */

import { extensionOf } from '../text/media-type.ts'
import { bareType, usualType } from './mime.ts'

/** What Apple Podcasts takes: the types that go with each end of a name, the one to write first. */
const appleTypes: Readonly<Record<string, readonly string[]>> = {
  mp3: ['audio/mpeg'],
  m4a: ['audio/x-m4a', 'audio/m4a', 'audio/mp4'],
  mp4: ['video/mp4', 'video/x-m4v', 'video/m4v', 'audio/mp4', 'audio/x-m4a', 'audio/m4a'],
  m4v: ['video/x-m4v', 'video/m4v', 'video/mp4'],
  mov: ['video/quicktime', 'video/mp4'],
  pdf: ['application/pdf'],
}

/** `.mp3, .m4a …`, for people. */
export const appleExtensions: string = Object.keys(appleTypes)
  .map((extension) => `.${extension}`)
  .join(', ')

const allAppleTypes: ReadonlySet<string> = new Set(Object.values(appleTypes).flat())

export const isAppleExtension = (extension: string): boolean => Object.hasOwn(appleTypes, extension)
export const isAppleType = (type: string): boolean => allAppleTypes.has(bareType(type))

/** The types that fit a name's end; undefined if it says nothing to Apple. */
export const typesOfExtension = (extension: string): readonly string[] | undefined =>
  isAppleExtension(extension) ? appleTypes[extension] : undefined

/** What Apple calls the kind that a type means: `audio/mpeg` for `audio/mp3`; undefined if it does not take that kind. */
export function appleTypeFor(type: string): string | undefined {
  const usual = usualType(type)
  return Object.values(appleTypes).find(([first = '']) => usualType(first) === usual)?.[0]
}

/** The end of the name in an address's path, in lower case; empty if it has none that looks like one. */
export function urlExtension(url: string): string {
  if (!URL.canParse(url)) return ''
  const extension = extensionOf(new URL(url).pathname)
  return /^[a-z0-9]{1,5}$/.test(extension) ? extension : ''
}

const token = "[\\w!#$&^.+'*|~`%-]+"
const form = new RegExp(`^${token}/${token}$`)

/** Whether it is written as a MIME type is; parameters behind a `;` are not looked at. */
export const isMediaType = (text: string): boolean => form.test(bareType(text))

/** Types that fit each other where a server says one and a feed the other, beside those of one family. */
const alike: readonly (readonly string[])[] = [
  ['audio/mpeg', 'audio/mpg', 'audio/x-mpeg', 'audio/x-mpeg3', 'audio/x-mp3', 'audio/mpeg3'],
  ['application/json', 'application/json+chapters', 'text/json', 'application/x-json'],
  ['text/vtt', 'application/vtt', 'text/webvtt'],
  ['text/html', 'application/xhtml+xml'],
  ['image/jpeg', 'image/jpg', 'image/pjpeg'],
  ['application/x-subrip', 'application/srt', 'text/srt', 'text/x-subrip', 'application/x-srt'],
  ['application/x-mpegurl', 'application/vnd.apple.mpegurl', 'audio/mpegurl', 'audio/x-mpegurl'],
]
const likeness = new Map(alike.flatMap((types) => types.map((type) => [type, types[0] ?? type] as const)))

/** One type for all that mean the same. */
function kindOf(type: string): string {
  const usual = usualType(type)
  return likeness.get(usual) ?? likeness.get(bareType(type)) ?? usual
}

/** Whether two MIME types mean the same kind of file. */
export const sameKind = (one: string, other: string): boolean => kindOf(one) === kindOf(other)

/** What rules need to know about answers. Pure. */

import type { NodePart } from '../model/feed-node.ts'
import type { Answer, Target, TargetKind } from '../model/rule.ts'
import { keptText } from './kept-text.ts'
import { bareType } from './mime.ts'

/** Whether the address gave what it has, or the part of it that was asked for. */
export const isFine = ({ status, failure }: Answer): boolean =>
  failure === undefined && (status === 200 || status === 203 || status === 206)

/** Whether there is a server at all: a file of the show's own has no headers. */
export const hasHeaders = ({ headers }: Answer): boolean => Object.keys(headers).length > 0

/** The type that the server gives it, in lower case and without parameters; empty if none. */
export const typeOfAnswer = ({ headers }: Answer): string => bareType(headers['content-type'])

/** Where the address stands. */
export const partOf = ({ kind, attribute }: Target): NodePart =>
  kind === 'feed' ? 'element' : attribute === undefined ? 'text' : `@${attribute}`

/** The name of the server, for people. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

/** Says of each word only once that it is new. */
export function firstTime(): (word: string) => boolean {
  const seen = new Set<string>()
  return (word) => {
    if (seen.has(word)) return false
    seen.add(keptText(word))
    return true
  }
}

/** What stands at an address, for people. */
export const kindNames: Readonly<Record<TargetKind, string>> = {
  feed: 'feed',
  enclosure: 'audio',
  image: 'image',
  transcript: 'transcript',
  chapters: 'chapters file',
  page: 'page',
}

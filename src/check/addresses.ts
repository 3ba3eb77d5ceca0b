/** Web addresses, compared as people mean them. Pure. */

import { webUrl } from '../text/url.ts'

/** What is left of an address without what servers treat alike: scheme, `www.`, a slash at the end, a fragment. */
function essence(text: string): string | undefined {
  const url = webUrl(text.trim())
  return url
    ?.replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/s, '')
    .replace(/\/+(?=$|\?)/, '')
}

/** Whether two addresses lead to the same place, as far as can be told without asking. */
export function isSameAddress(one: string, other: string): boolean {
  const left = essence(one)
  return left !== undefined && left === essence(other)
}

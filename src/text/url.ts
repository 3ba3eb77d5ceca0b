/** Absolute web addresses. Pure. */

/** The address in its normal form, or undefined if it is not an absolute http(s) URL with a host. */
export function webUrl(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  return new URL(text).href
}

/** A path's segments percent-encoded, so that they can follow a base URL. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** References that a user writes to a file or a page. Pure. */

/** A scheme of two letters or more: one letter and a colon are a Windows drive, so a path. */
const scheme = /^[a-z][a-z0-9+.-]+:/i

/**
 * Whether it names a file by its path, rather than an address of the web.
 * `https:`, `mailto:`, `data:` and any other scheme, `//host/…` and a bare `#fragment` or `?query` are not local.
 */
export function isLocalReference(text: string): boolean {
  const reference = text.trim()
  return reference !== '' && !scheme.test(reference) && !reference.startsWith('//') && !/^[#?]/.test(reference)
}
